// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepEvidence } from '../../lib/crm/evidence.ts';
import type { PageReading, Unsaved } from '../../lib/crm/types.ts';
import { type Watch, watchPage } from '../../lib/crm/watch.ts';

/** What reading costs on the page at hand, added to the clock. */
let cost = 0;
let spent = 0;
let reads: number[] = [];
let news: string[] = [];
let hidden = false;
let breaks = false;
/** The next step stands in an input, which can change without a sign. */
let isForm = true;
const FORM: Unsaved = { typed: '.form', picks: '.pick', ends: '#save', busy: '.busy', refused: '.refused' };
let unsaved: Unsaved | undefined;
let watch: Watch | null = null;

function put(id: string | null, name: string, step: string, owner = 'Mara Lind'): void {
  document.body.innerHTML = id
    ? `<div id="feed"></div><h1>${name}</h1><p>${owner}</p><div class="form"><input id="step"></div><button id="save">Save</button>`
    : '<div id="feed"></div>';
  const input = document.querySelector('input');
  if (input) input.value = step;
}

function go(id: string | null): void {
  history.pushState(null, '', id ? `/deal/${id}` : '/home');
}

function read(): PageReading | null {
  reads.push(Date.now());
  spent += cost;
  if (breaks) throw new Error('this page breaks reading');
  const title = document.querySelector('h1');
  const input = document.querySelector('input');
  const recordId = /deal\/(\w+)/.exec(location.pathname)?.[1];
  if (!title || !input || !recordId) return null;
  const name = { ok: true as const, value: title.textContent ?? '', raw: title.textContent ?? '', rule: 'h1' };
  const person = document.querySelector('p');
  const owner = person
    ? { ok: true as const, value: person.textContent ?? '', raw: person.textContent ?? '', rule: 'p' }
    : { ok: false as const, reason: 'not-on-page' as const };
  const nextStep = { ok: true as const, value: input.value, raw: input.value, rule: 'input' };
  const reading: PageReading = {
    crm: 'test',
    tenant: 'acme',
    page: 'record',
    url: location.href,
    at: Date.now(),
    timeZone: 'UTC',
    locale: null,
    deals: [{ recordId, url: null, fields: { name, owner, nextStep } }],
    stages: [],
    rows: null,
    pageRecordId: null,
    editing: false,
    fingerprint: JSON.stringify([name.value, owner, nextStep.value]),
  };
  const texts = person ? [title, person] : [title];
  keepEvidence(reading, { elements: isForm ? [...texts, input] : texts, unsaved });
  return reading;
}

function start(): Watch {
  watch = watchPage({
    document,
    window,
    read,
    recordId: () => /deal\/(\w+)/.exec(location.pathname)?.[1] ?? null,
    onReading: ({ deals: [deal] }) => {
      const { name, owner, nextStep } = deal?.fields ?? {};
      if (owner?.ok && owner.value !== 'Mara Lind') news.push(owner.value);
      else news.push(`${name?.ok ? name.value : ''}: ${nextStep?.ok ? nextStep.value : ''}`);
    },
    onLeave: () => news.push('left'),
    ignore: () => document.querySelector('sideline-overlay'),
    now: () => Date.now(),
  });
  return watch;
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Mutations beside the fields, spread over the time. */
async function churn(ms: number, perSecond = 500): Promise<void> {
  const feed = document.querySelector('#feed');
  for (let at = 0; at < ms; at += 1_000 / perSecond) {
    if (feed) feed.textContent = String(at);
    await wait(1_000 / perSecond);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  // As in a browser, it begins with the page.
  const began = Date.now();
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now() - began + spent);
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  cost = 1;
  spent = 0;
  reads = [];
  news = [];
  hidden = false;
  breaks = false;
  isForm = true;
  unsaved = undefined;
  go('a');
  put('a', 'Harbour lights', 'Call Anna');
});

afterEach(() => {
  watch?.stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('on a deal', () => {
  it('hands its reading over within a moment, once', async () => {
    start();
    await wait(60);
    expect(news).toEqual(['Harbour lights: Call Anna']);
    await wait(10_000);
    expect(news).toHaveLength(1);
  });

  it('sees a changed element within 100 ms though the page around it never rests', async () => {
    cost = 3;
    start();
    await churn(3_000);
    document.querySelector('p')?.firstChild?.replaceWith('Jon Ree');
    await churn(100);
    expect(news.at(-1)).toBe('Jon Ree');
  });

  it('sees an element that was replaced as quickly', async () => {
    cost = 3;
    start();
    await churn(3_000);
    const other = document.createElement('p');
    other.textContent = 'Jon Ree';
    document.querySelector('p')?.replaceWith(other);
    await churn(100);
    expect(news.at(-1)).toBe('Jon Ree');
  });

  it('sees a changed input within 100 ms though the page around it never rests', async () => {
    cost = 3;
    start();
    await churn(3_000);
    const input = document.querySelector('input');
    if (input) {
      input.value = 'Send the plan';
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await churn(100);
    expect(news.at(-1)).toBe('Harbour lights: Send the plan');
  });

  it('sees an input that was changed without a sign within two seconds', async () => {
    start();
    await wait(5_000);
    const input = document.querySelector('input');
    if (input) input.value = 'Send the plan';
    await wait(2_000);
    expect(news.at(-1)).toBe('Harbour lights: Send the plan');
  });

  it('spends at most a hundredth of the time on a page in constant motion', async () => {
    cost = 3;
    start();
    await wait(5_000);
    spent = 0;
    await churn(10_000);
    expect(spent).toBeLessThan(100);
    expect(reads.length).toBeGreaterThan(4);
  });

  it('spends at most a hundredth of the time on a field in constant motion', async () => {
    cost = 3;
    start();
    await wait(5_000);
    spent = 0;
    const title = document.querySelector('h1');
    for (let at = 0; at < 10_000; at += 4) {
      title?.setAttribute('data-tick', String(at));
      await wait(4);
    }
    expect(spent).toBeLessThan(100);
  });

  it('reads once for both looks where the values stand in text that nothing touches', async () => {
    isForm = false;
    start();
    await churn(60);
    expect([news.length, reads.length]).toEqual([1, 1]);
    // Later only what nothing tells of is looked for.
    await wait(30_000);
    expect(reads.length).toBeLessThan(10);
  });

  it('looks now and then for what may have come up where a restless page is not watched', async () => {
    isForm = false;
    document.body.insertAdjacentHTML('beforeend', '<aside></aside>');
    const owner = document.querySelector('p');
    owner?.remove();
    start();
    await churn(6_000, 50);
    const before = reads.length;
    document.querySelector('aside')?.append('', Object.assign(document.createElement('p'), { textContent: 'Jon Ree' }));
    await wait(300);
    expect(news).toHaveLength(1);
    await wait(6_000);
    expect([news.at(-1), reads.length - before]).toEqual(['Jon Ree', 1]);
  });

  it('watches the whole of a restless page again once its user presses something', async () => {
    isForm = false;
    document.body.insertAdjacentHTML('beforeend', '<aside></aside>');
    document.querySelector('p')?.remove();
    start();
    await churn(6_000, 50);
    document.querySelector('aside')?.click();
    document.querySelector('aside')?.append('', Object.assign(document.createElement('p'), { textContent: 'Jon Ree' }));
    await wait(200);
    expect(news.at(-1)).toBe('Jon Ree');
  });

  it('reads again for the second look where what holds the values was touched', async () => {
    isForm = false;
    start();
    await wait(20);
    document.body.className = 'other';
    await wait(40);
    expect([news.length, reads.length]).toEqual([1, 2]);
  });

  it('adds what comes up beside the values within 150 ms', async () => {
    isForm = false;
    document.querySelector('p')?.remove();
    start();
    await wait(1_500);
    document.body.append('', Object.assign(document.createElement('p'), { textContent: 'Jon Ree' }));
    await wait(150);
    expect(news).toEqual(['Harbour lights: Call Anna', 'Jon Ree']);
  });

  it('reads the parts of a page that come up one after the other together', async () => {
    isForm = false;
    document.querySelector('p')?.remove();
    start();
    await wait(60);
    for (const part of ['a', 'b', 'c', 'p']) {
      document.body.append(Object.assign(document.createElement(part), { textContent: 'Jon Ree' }));
      await wait(30);
    }
    await wait(150);
    expect([news.at(-1), reads.length]).toEqual(['Jon Ree', 2]);
  });

  it('takes no notice of our own host', async () => {
    start();
    const host = document.body.appendChild(document.createElement('sideline-overlay'));
    await wait(5_000);
    const before = reads.length;
    for (let at = 0; at < 30; at++) {
      host.setAttribute('style', `top: ${at}px`);
      await wait(100);
    }
    // What is left is the look at inputs every second or two.
    expect(reads.length - before).toBeLessThanOrEqual(3);
  });
});

describe('from page to page', () => {
  it('tells that the deal is left, then the next one', async () => {
    start();
    await wait(3_000);
    go('b');
    put('b', 'Mill lane', 'Send papers');
    await wait(1_500);
    // The owner is the same on both: it may be a leftover and comes once the page is quiet.
    const next = 'Mill lane: Send papers';
    expect(news).toEqual(['Harbour lights: Call Anna', 'left', next, next]);
  });

  it('does not read the deal that still stands there whole under the next address', async () => {
    isForm = false;
    start();
    await wait(3_000);
    const before = reads.length;
    go('b');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await wait(500);
    expect([news.at(-1), reads.length - before]).toEqual(['left', 0]);
    put('b', 'Quay cranes', 'Send the plan');
    await wait(80);
    expect(news.at(-1)).toBe('Quay cranes: Send the plan');
  });

  it('tells that the deal is left on a page without one', async () => {
    start();
    await wait(3_000);
    go(null);
    put(null, '', '');
    await wait(200);
    expect(news).toEqual(['Harbour lights: Call Anna', 'left']);
  });

  it('does not leave a deal that is gone for a moment, and does when it stays away', async () => {
    start();
    await wait(3_000);
    put(null, '', '');
    await wait(500);
    expect(news).toHaveLength(1);
    await wait(2_000);
    expect(news.at(-1)).toBe('left');
  });

  it('notices the back button without a mutation', async () => {
    start();
    await wait(3_000);
    go('b');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await wait(200);
    expect(news.at(-1)).toBe('left');
  });

  it('looks rarely at a page that has no deals', async () => {
    go(null);
    put(null, '', '');
    start();
    await churn(4_000, 50);
    const before = reads.length;
    await churn(10_000, 50);
    expect(reads.length - before).toBeLessThanOrEqual(6);
  });

  it('takes nothing for the next deal that comes up late from one left while it loaded', async () => {
    put(null, '', '');
    start();
    await wait(100);
    put('a', 'Harbour lights', 'Call Anna');
    go('b');
    await wait(300);
    put('b', 'Quay cranes', 'Send the plan');
    await wait(3_000);
    expect(news).toEqual(['Quay cranes: Send the plan']);
  });

  it('takes nothing for the next deal from one that came after a long load and was not looked at', async () => {
    put(null, '', '');
    start();
    await wait(6_000);
    put('a', 'Harbour lights', 'Call Anna');
    await wait(20);
    go('b');
    await churn(500);
    put('b', 'Quay cranes', 'Send the plan');
    await wait(3_000);
    expect(news).toEqual(['Quay cranes: Send the plan']);
  });

  /** As the browser tells it: the entry of history that the page was loaded for, and the one that stands. */
  const entered = (loaded: string, now: string) => {
    const navigation = new EventTarget();
    Object.assign(navigation, { activation: { entry: { key: loaded } }, currentEntry: { key: now } });
    vi.stubGlobal('navigation', navigation);
    return navigation;
  };

  it('takes nothing for the deal of an address to which the page moved on before the start', async () => {
    entered('one', 'two');
    go('b');
    start();
    await churn(4_000);
    put('b', 'Quay cranes', 'Send the plan');
    await wait(3_000);
    expect(news).toEqual(['Quay cranes: Send the plan']);
  });

  it('takes what has stood for long before the start for its own once it is quiet', async () => {
    entered('one', 'two');
    await wait(20_000);
    start();
    await wait(1_200);
    expect(news).toEqual(['Harbour lights: Call Anna']);
  });

  it('takes nothing for the next deal from one that came over a slow line and was left before it was looked at', async () => {
    isForm = false;
    start();
    await wait(3_000);
    go('b');
    await churn(4_000, 50);
    put('b', 'Quay cranes', 'Send the plan');
    await wait(1);
    go('c');
    await churn(2_000, 50);
    put('c', 'Pier kiosks', 'Agree the day');
    await wait(11_000);
    expect(news.filter((line) => line.startsWith('Quay'))).toEqual([]);
    expect(news.at(-1)).toBe('Pier kiosks: Agree the day');
  });

  it('takes a long gap between two turns for no quiet', async () => {
    start();
    await wait(3_000);
    go('b');
    document.querySelector('h1')?.firstChild?.replaceWith('Quay cranes');
    for (let stalls = 0; stalls < 3; stalls++) {
      await wait(100);
      spent += 5_000;
      await wait(100);
    }
    put('b', 'Quay cranes', 'Send the plan');
    await wait(3_000);
    expect(news).not.toContain('Quay cranes: Call Anna');
    expect(news.at(-1)).toBe('Quay cranes: Send the plan');
  });

  it('sees a deal that comes up in one turn with its address, long after anything was pressed', async () => {
    isForm = false;
    document.body.innerHTML = `<section>${document.body.innerHTML}</section>`;
    const navigation = entered('one', 'one');
    start();
    await churn(6_000, 50);
    await wait(1_000);
    const section = document.querySelector('section');
    if (section) section.innerHTML = '<h1>Quay cranes</h1><p>Mara Lind</p><input>';
    go('b');
    navigation.dispatchEvent(new Event('currententrychange'));
    await wait(200);
    expect(news.at(-1)).toBe('Quay cranes: ');
  });

  it('keeps a deal back that came over a slow line and stands on under the next address', async () => {
    put(null, '', '');
    start();
    await wait(6_000);
    put('a', 'Harbour lights', 'Call Anna');
    await wait(20);
    go('b');
    await churn(4_000);
    put('b', 'Quay cranes', 'Send the plan');
    await wait(3_000);
    expect(news).toEqual(['Quay cranes: Send the plan']);
  });

  it('sees a form that comes up in a part of its own, long after its address', async () => {
    const pane = (holds: string) => {
      document.body.innerHTML = '<div id="feed"></div><section></section>';
      const section = document.querySelector('section');
      if (section) section.innerHTML = holds;
    };
    pane('<h1>Harbour lights</h1><input value="Call Anna">');
    start();
    await wait(3_000);
    go('b');
    await wait(3_050);
    pane('<p>Loading</p>');
    await wait(200);
    const section = document.querySelector('section');
    if (section) section.innerHTML = '<h1>Quay cranes</h1><input value="Send the plan">';
    await wait(300);
    expect(news.at(-1)).toBe('Quay cranes: Send the plan');
    await wait(1_500);
    go('c');
    await wait(1_500);
    expect(news.filter((line) => line.startsWith('Quay'))).toHaveLength(1);
  });

  it('looks at once at a deal that its address has promised for long', async () => {
    put(null, '', '');
    start();
    await churn(6_000, 50);
    put('a', 'Harbour lights', 'Call Anna');
    await wait(200);
    expect(news).toEqual(['Harbour lights: Call Anna']);
  });

  it('does not wait for quiet on the way from a page that could hold no deal', async () => {
    go(null);
    put(null, '', '');
    start();
    await churn(1_000, 50);
    go('b');
    put('b', 'Quay cranes', 'Send the plan');
    await wait(120);
    expect(news).toEqual(['Quay cranes: Send the plan']);
  });

  it('takes a redirect for no move of the user', async () => {
    entered('one', 'one');
    start();
    await wait(120);
    expect(news).toEqual(['Harbour lights: Call Anna']);
  });

  it('finds a deal that loads late', async () => {
    put(null, '', '');
    start();
    await wait(1_000);
    put('a', 'Harbour lights', 'Call Anna');
    await wait(200);
    expect(news).toEqual(['Harbour lights: Call Anna']);
  });
});

describe('a form that always stands in inputs', () => {
  const type = (text: string) => {
    const input = document.querySelector('input');
    if (!input) return;
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };

  it('gives no value that is still being typed', async () => {
    start();
    await wait(3_000);
    type('Send the pl');
    await wait(5_000);
    expect(news).toHaveLength(1);
    document.querySelector('input')?.blur();
    await wait(200);
    expect(news.at(-1)).toBe('Harbour lights: Send the pl');
  });

  it('gives what was typed only after it was saved, where the page shows no sign of a draft', async () => {
    unsaved = FORM;
    start();
    await wait(3_000);
    type('Send the plan');
    document.querySelector('input')?.blur();
    await wait(10_000);
    expect(news).toHaveLength(1);
    document.querySelector('button')?.click();
    await wait(900);
    expect(news.at(-1)).toBe('Harbour lights: Send the plan');
  });

  it('stays a draft where the CRM refused to save it, until it is saved again', async () => {
    unsaved = FORM;
    start();
    await wait(3_000);
    type('Send the plan');
    document.querySelector('button')?.click();
    document.querySelector('#feed')?.classList.add('refused');
    await wait(5_000);
    document.querySelector('#feed')?.classList.remove('refused');
    await wait(10_000);
    expect(news).toHaveLength(1);
    document.querySelector('button')?.click();
    await wait(900);
    expect(news.at(-1)).toBe('Harbour lights: Send the plan');
  });

  it('waits for an answer that takes long', async () => {
    unsaved = FORM;
    start();
    await wait(3_000);
    type('Send the plan');
    document.querySelector('button')?.click();
    document.querySelector('#feed')?.classList.add('busy');
    await wait(10_000);
    expect(news).toHaveLength(1);
    document.querySelector('#feed')?.classList.remove('busy');
    await wait(1_000);
    expect(news.at(-1)).toBe('Harbour lights: Send the plan');
  });

  it('is a draft too where the page itself put a value in after a key or a press beside the field', async () => {
    unsaved = FORM;
    const input = () => document.querySelector('input');
    const edits = {
      key: () => input()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true })),
      press: () => document.querySelector<HTMLElement>('.pick')?.click(),
    };
    for (const [name, edit] of Object.entries(edits)) {
      put('a', 'Harbour lights', `Before the ${name}`);
      document.querySelector('.form')?.insertAdjacentHTML('beforeend', '<i class="pick"></i>');
      watch?.stop();
      start();
      await wait(3_000);
      const told = news.length;
      edit();
      const field = input();
      if (field) field.value = `After the ${name}`;
      await wait(10_000);
      expect(news).toHaveLength(told);
    }
  });

  it('knows the key that saves', async () => {
    unsaved = FORM;
    start();
    await wait(3_000);
    type('Send the plan');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }));
    await wait(900);
    expect(news.at(-1)).toBe('Harbour lights: Send the plan');
  });
});

describe('a tab', () => {
  const show = (is: boolean) => {
    hidden = !is;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('costs nothing while it is hidden and is read when it is shown', async () => {
    start();
    await wait(3_000);
    show(false);
    const before = reads.length;
    put('a', 'Harbour lights', 'Send the plan');
    await wait(60_000);
    expect(reads.length).toBe(before);
    show(true);
    await wait(100);
    expect(news.at(-1)).toBe('Harbour lights: Send the plan');
  });

  it('that was opened in the background waits until it is looked at', async () => {
    hidden = true;
    start();
    await wait(5_000);
    expect(reads).toEqual([]);
    show(true);
    await wait(100);
    expect(news).toHaveLength(1);
  });

  it('that is looked at again after a while is a new look at the same deal', async () => {
    start();
    await wait(3_000);
    show(false);
    await wait(6 * 60_000);
    show(true);
    await wait(100);
    expect(news).toEqual(['Harbour lights: Call Anna', 'Harbour lights: Call Anna']);
  });
});

describe('trouble', () => {
  it('in reading is caught and tried again, more and more rarely', async () => {
    breaks = true;
    start();
    await wait(60_000);
    expect(reads.length).toBeGreaterThan(3);
    expect(reads.length).toBeLessThan(12);
    breaks = false;
    await wait(60_000);
    expect(news).toEqual(['Harbour lights: Call Anna']);
  });

  it('ends with the extension: nothing runs after a stop', async () => {
    const { stop } = start();
    await wait(3_000);
    stop();
    const before = reads.length;
    put('a', 'Harbour lights', 'Send the plan');
    go('b');
    await churn(3_000, 50);
    expect(reads.length).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('of the listener is answered by reading again on request', async () => {
    const { readNow } = start();
    await wait(3_000);
    readNow();
    await wait(100);
    expect(news).toEqual(['Harbour lights: Call Anna', 'Harbour lights: Call Anna']);
  });
});
