import { describe, expect, it } from 'vitest';
import { deriveColumn, deriveList } from '../../lib/teach/derive-list.ts';
import { tryList } from '../../lib/teach/lesson.ts';
import type { TaughtList } from '../../lib/teach/taught-map.ts';
import { openInJsdom } from '../crm/open-in-jsdom.ts';
import { unknownDeals } from '../sim/unknown-crm.ts';
import { element, OPTIONS, openPage, SITE } from './open.ts';

function taughtTable({ document, url }: ReturnType<typeof openPage>, record: string | null): TaughtList {
  const cell = (row: number, css: string) => element(document, `tbody tr:nth-child(${row}) ${css}`);
  const list = deriveList(cell(2, 'a'), cell(5, 'a'), url, record);
  if (!list) throw new Error('No list was found.');
  const column = (css: string) => deriveColumn(list, cell(1, css)) ?? { within: [] };
  return {
    ...list,
    address: '/app/deals',
    columns: { name: column('a'), amount: column('td:nth-child(4)'), closeDate: column('td:nth-child(5)') },
  };
}

const rowsOf = (list: TaughtList, { document, url }: ReturnType<typeof openPage>) =>
  tryList(list, document, url, OPTIONS).map(({ recordId, fields }) => [
    recordId,
    fields.name?.ok && fields.name.value,
    fields.amount?.ok && fields.amount.value.minor,
    fields.closeDate?.ok && fields.closeDate.value,
  ]);

const truth = unknownDeals.map(({ id, name, amount, closeDate }) => [String(id), name, amount * 100, closeDate]);

describe('a table that was taught by two of its names', () => {
  it('is read row by row, with the ids of the deals it links to', () => {
    const page = openPage('/app/deals');
    expect(rowsOf(taughtTable(page, null), page)).toEqual(truth);
    expect(rowsOf(taughtTable(page, '/app/deals/{id}'), page)).toEqual(truth);
  });

  it('knows its columns by their heads, wherever they are moved', () => {
    const list = taughtTable(openPage('/app/deals'), null);
    expect(list.columns.amount?.head).toBe('Worth');
    const page = openPage('/app/deals');
    for (const row of page.document.querySelectorAll('tr')) row.append(row.children[3] as Element);
    expect(rowsOf(list, page)).toEqual(truth);
  });

  it('takes no other link of a row for the deal', () => {
    const page = openPage('/app/deals');
    for (const link of page.document.querySelectorAll('tbody a')) {
      link.setAttribute('href', link.getAttribute('href')?.replace('deals', 'customers') ?? '');
    }
    expect(taughtTable(page, '/app/deals/{id}').id).toBeNull();
  });

  it('is none where the two stand in one row', () => {
    const { document, url } = openPage('/app/deals');
    const cells = [2, 3].map((column) => element(document, `tbody tr:nth-child(2) td:nth-child(${column})`));
    expect(deriveList(cells[0] as Element, cells[1] as Element, url, null)).toBeNull();
  });
});

describe('rows without a table', () => {
  const html = (order: string) =>
    `<main id="deals">${[17, 23, 31]
      .map(
        (id) =>
          `<div role="row" class="css-x${id}" data-record-id="d${id}"><h3>Deal ${id}</h3><p><span class="worth">€${id},000.00</span></p></div>`,
      )
      .join(order)}</main>`;

  it('are known by an attribute, and their parts by names of their own', () => {
    const url = new URL(`${SITE}/board`);
    const document = openInJsdom(html(''), url.href);
    const names = [...document.querySelectorAll('h3')];
    const list = deriveList(names[0] as Element, names[2] as Element, url, null);
    expect(list?.id).toEqual({ attribute: 'data-record-id' });
    if (!list) return;
    const columns = {
      name: deriveColumn(list, names[0] as Element) ?? undefined,
      amount: deriveColumn(list, element(document, '.worth')) ?? undefined,
    };
    const other = openInJsdom(html('<p>Of an hour ago</p>'), url.href);
    const rows = tryList({ ...list, address: '/board', columns }, other, url, OPTIONS);
    expect(rows.map(({ recordId, fields }) => [recordId, fields.name?.ok && fields.name.value])).toEqual([
      ['d17', 'Deal 17'],
      ['d23', 'Deal 23'],
      ['d31', 'Deal 31'],
    ]);
    expect(rows[1]?.fields.amount).toMatchObject({ ok: true, value: { minor: 2_300_000 } });
  });
});
