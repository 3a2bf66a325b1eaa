import { h } from './dom.js';

/** Nodes of an ordinary big page: groups of ten, some text, some attributes. */
function padding(count) {
  const root = h('div', { class: 'ballast', 'aria-hidden': 'true' });
  for (let made = 1; made < count; made += 11) {
    const group = h('div', { class: 'ballast-group', 'data-part': made });
    for (let at = 0; at < 5; at++) group.append(h('span', { class: 'ballast-item' }, h('b', null, `${made + at} `)));
    root.append(group);
  }
  return root;
}

/**
 * Makes a page hard to watch: `nodes=20000` puts that many elements beside the content, `churn=500` changes the page
 * that many times a second for as long as it is open.
 */
export function disturb(sim) {
  if (sim.nodes) document.body.append(padding(sim.nodes - document.querySelectorAll('*').length));
  if (!sim.churn) return;
  const ticker = h(
    'div',
    { class: 'ticker', 'aria-hidden': 'true' },
    ...Array.from({ length: 20 }, () => h('span', null, '0')),
  );
  document.body.append(ticker);
  const began = performance.now();
  let done = 0;
  const tick = () => {
    const due = ((performance.now() - began) / 1000) * sim.churn;
    for (; done < due; done++) {
      const cell = ticker.children[done % 20];
      if (done % 3 === 0) cell.textContent = String(done);
      else if (done % 3 === 1) cell.setAttribute('data-at', String(done));
      else ticker.append(cell);
    }
    if (ticker.isConnected) setTimeout(tick, 4);
  };
  tick();
}
