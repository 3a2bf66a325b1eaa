/**
 * A CRM that no reader knows, as somebody's own might be: a record whose fields stand each in another way (an own id, a
 * data attribute, a label alone, an input), style names that are generated anew for each page, a field left out on some
 * deals, a table of all deals, and a board of them.
 */
export type UnknownDeal = {
  id: number;
  name: string;
  amount: number;
  stage: string;
  closeDate: string;
  owner: string;
  nextStep: string;
  account: string | null;
};

export const STAGES = ['Discovery', 'Proposal', 'Negotiation', 'Closed won'];
const PEOPLE = ['Mara Lind', 'Jon Ree', 'Ines Falk'];
const PLACES = ['Harbour', 'Mill lane', 'Ferry hall', 'Quarry', 'Orchard', 'Tannery', 'Signal box', 'Weir', 'Granary'];

export const unknownDeals: readonly UnknownDeal[] = Array.from({ length: 12 }, (_, at) => ({
  id: 4101 + at * 7,
  name: `${PLACES[at % PLACES.length]} lights ${at + 1}`,
  amount: 12_500 + at * 3_750,
  stage: STAGES[at % STAGES.length] ?? '',
  closeDate: `2027-${String((at % 9) + 1).padStart(2, '0')}-${String(13 + at).padStart(2, '0')}`,
  owner: PEOPLE[at % PEOPLE.length] ?? '',
  nextStep: `Call about phase ${at + 1}`,
  account: at % 4 === 2 ? null : `${PLACES[(at + 3) % PLACES.length]} Works Ltd`,
}));

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const inWords = (day: string) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};
const inFigures = (amount: number) => `€${amount.toLocaleString('en-GB')}.00`;

/** What a build of a style library might call something: another on each page. */
const generated = (seed: number) => `css-${(seed * 7919 + 1_679_616).toString(36)}`;

function recordPage(deal: UnknownDeal): string {
  const style = (at: number) => generated(deal.id * 10 + at);
  const notes = deal.id % 2 ? '<aside><p>Seen at the fair</p></aside>' : '';
  return `<main class="${style(1)}">${notes}
    <header class="${style(2)}"><h1 class="${style(3)}">${deal.name}</h1><span class="${style(4)}">#${deal.id}</span></header>
    <section>
      <div class="${style(5)}"><span>Deal value</span><div><b data-qa="deal-value">${inFigures(deal.amount)}</b></div></div>
      <div><label for="stage">Stage</label><select id="stage">${STAGES.map((stage) => `<option${stage === deal.stage ? ' selected' : ''}>${stage}</option>`).join('')}</select></div>
    </section>
    <dl>
      ${deal.account === null ? '' : `<dt>Customer</dt><dd><a href="/customers/9">${deal.account}</a></dd>`}
      <dt>Expected by</dt><dd>${inWords(deal.closeDate)}</dd>
      <dt>Looked after by</dt><dd><span class="${style(6)}">${deal.owner}</span></dd>
    </dl>
    <form><p><label>What comes next <textarea name="next_step">${deal.nextStep}</textarea></label></p></form>
  </main>`;
}

function listPage(): string {
  const rows = unknownDeals.map(
    (deal) =>
      `<tr><td><input type="checkbox"></td><td><a href="/app/deals/${deal.id}">${deal.name}</a></td><td>${deal.owner}</td><td>${inFigures(deal.amount)}</td><td>${inWords(deal.closeDate)}</td><td>${deal.stage}</td></tr>`,
  );
  const heads = ['', 'Deal', 'Person', 'Worth', 'Expected', 'Phase'].map((head) => `<th>${head}</th>`).join('');
  return `<main><h1>All deals</h1><table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></main>`;
}

/** A column without a card among them; names of styles are generated, and each column counts its cards. */
function boardPage(): string {
  const columns = [...STAGES, 'On hold'].map((stage, at) => {
    const deals = unknownDeals.filter((deal) => deal.stage === stage);
    const cards = deals.map(
      ({ id, name, amount, owner }) =>
        `<article data-deal-id="${id}" class="${generated(id)}"><h3><a href="/app/deals/${id}">${name}</a></h3><p><span>${inFigures(amount)}</span> <em>${owner}</em></p></article>`,
    );
    return `<section class="${generated(at)}"><header><h2>${stage} <small>${deals.length}</small></h2></header><div class="${generated(at + 50)}">${cards.join('')}</div></section>`;
  });
  return `<main><h1>Pipeline</h1><div id="pipeline">${columns.join('')}</div></main>`;
}

/** The page at a path; null where there is none. */
export function unknownPage(path: string): string | null {
  const id = /^\/app\/deals\/(\d+)$/.exec(path)?.[1];
  const deal = unknownDeals.find((one) => String(one.id) === id);
  const body = deal
    ? recordPage(deal)
    : path === '/app/deals'
      ? listPage()
      : path === '/'
        ? '<h1>Welcome</h1><p>Hello</p>'
        : path === '/app/board'
          ? boardPage()
          : null;
  return body && `<!doctype html><html lang="en-GB"><title>Deals</title><body>${body}</body></html>`;
}
