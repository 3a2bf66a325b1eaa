import { expect, it } from 'vitest';
import { checkSums } from '../../lib/coaching/column-sums.ts';
import { odoo } from '../../lib/crm/odoo/index.ts';
import { readPage } from '../../lib/crm/read-page.ts';
import type { ColumnSum } from '../../lib/deal/reading.ts';
import { loadFixtures } from './load-fixtures.ts';
import { openInJsdom } from './open-in-jsdom.ts';
import { optionsOf } from './summarise-reading.ts';

function read(name: string, change: (document: Document) => void = () => {}) {
  const fixture = loadFixtures().find((one) => one.crm === 'odoo' && one.name === name);
  if (!fixture) throw new Error(`no fixture ${name}`);
  const document = openInJsdom(fixture.html, fixture.page.url);
  change(document);
  const reading = readPage([odoo], document, new URL(fixture.page.url), optionsOf(fixture.page));
  if (!reading) throw new Error('nothing was read');
  return reading;
}
const said = (sum: ColumnSum | undefined) => (sum?.amount.ok ? sum.amount.value.minor : null);
const write = (document: Document, selector: string, text: string) => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing is ${selector}`);
  element.textContent = text;
};
const FOOT = 'tfoot td.o_list_number';
const PAGER = '.o_pager_counter';

it('finds that a running Odoo adds its rows up as we do', () => {
  expect(checkSums(read('list-14'))).toEqual({ page: 'list', apart: [], isPartial: false });
});

it('names both where the foot says something else, either way', () => {
  for (const [text, minor] of [
    ['994,027,989.88', 99402798988],
    ['994,027,789.88', 99402778988],
  ] as const) {
    const [apart] = checkSums(read('list-14', (document) => write(document, FOOT, text)))?.apart ?? [];
    expect(apart).toMatchObject({ label: null, said: { minor, currency: 'EUR' }, ours: { minor: 99402788988 } });
  }
});

it('takes the foot for the rows of the first page, however many there are on others', () => {
  const reading = read('list-14', (document) => write(document, PAGER, '1-10 / 200'));
  expect(reading.rows?.sums?.[0]?.count).toBe(10);
  expect(checkSums(reading)).toMatchObject({ apart: [], isPartial: false });
});

it('is sure of too much alone on other pages and in grouped lists, whose foot is of folded rows too', () => {
  const later = (foot: string) =>
    read('list-14', (document) => {
      write(document, PAGER, '11-20 / 200');
      write(document, FOOT, foot);
    });
  expect(later('1').rows?.sums?.[0]?.count).toBeNull();
  expect(checkSums(later('1,994,027,889.88'))?.apart).toEqual([]);
  expect(checkSums(later('94,027,889.88'))?.apart).toHaveLength(1);
  expect(checkSums(read('list-17-grouped'))).toEqual({ page: 'list', apart: [], isPartial: false });
  const less = read('list-17-grouped', (document) => write(document, 'tfoot td:nth-child(4)', '100,000.00'));
  expect(checkSums(less)?.apart).toHaveLength(1);
});

it('says nothing of the sum of selected rows, nor of amounts in several currencies', () => {
  const selected = read('list-14', (document) =>
    document.querySelector('.o_data_row')?.classList.add('o_data_row_selected'),
  );
  expect(said(selected.rows?.sums?.[0])).toBeNull();
  expect(checkSums(selected)).toBeNull();
  const mixed = read('list-14', (document) => {
    write(document, FOOT, '5.00');
    write(document, '.o_data_row:nth-child(2) [name="expected_revenue"]', '$ 12,000.00');
  });
  expect(checkSums(mixed)?.apart).toEqual([]);
});

it('reads the rows of a list that stands outside the usual frame, without its sum', () => {
  const reading = read('list-14', (document) => document.querySelector('.o_action')?.classList.remove('o_action'));
  expect(reading.rows).toEqual({ loaded: 10, total: 10 });
});
