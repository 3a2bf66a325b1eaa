import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/crm/read-page.ts';
import { readers } from '../../lib/crm/registry.ts';
import type { CrmReader } from '../../lib/crm/types.ts';
import { type Corrections, correctionsOf, correctReader } from '../../lib/teach/correct-reader.ts';
import { deriveKnownColumn } from '../../lib/teach/derive-list.ts';
import { addColumn, mapAfter, newLesson, withoutField } from '../../lib/teach/lesson-state.ts';
import type { TaughtFieldName } from '../../lib/teach/taught-map.ts';
import { checkTaughtMap } from '../../lib/teach/taught-schema.ts';
import { loadFixtures } from '../crm/load-fixtures.ts';
import { openInJsdom } from '../crm/open-in-jsdom.ts';
import { optionsOf } from '../crm/summarise-reading.ts';
import { element } from './open.ts';

function open(crm: string, name: string) {
  const fixture = loadFixtures().find((one) => one.crm === crm && one.name === name);
  const reader = readers.find(({ id }) => id === crm);
  if (!fixture || !reader) throw new Error(`no ${crm}/${name}`);
  const url = new URL(fixture.page.url);
  return { document: openInJsdom(fixture.html, url.href), url, reader, options: optionsOf(fixture.page) };
}
type Opened = ReturnType<typeof open>;

const read = (reader: CrmReader, { document, url, options }: Opened) => readPage([reader], document, url, options);
const plain = (reader: CrmReader, page: Opened) =>
  read(reader, page)?.deals.map(({ recordId, fields }): { [field: string]: unknown } => ({
    recordId,
    ...Object.fromEntries(Object.entries(fields).map(([name, said]) => [name, said.ok ? said.value : said.reason])),
  }));

/** What pointing at these elements for these fields corrects, after a way through the file that it is kept in. */
function pointed({ document, url, reader }: Opened, at: { [F in TaughtFieldName]?: Element }): Corrections {
  let lesson = newLesson(reader.id);
  for (const [field, target] of Object.entries(at)) {
    const column = deriveKnownColumn([reader], document, url, target);
    if (!column) throw new Error(`${field} stands in no row`);
    lesson = addColumn(lesson, field as TaughtFieldName, column);
  }
  const checked = checkTaughtMap(JSON.parse(JSON.stringify(mapAfter(null, lesson, url))));
  if ('problem' in checked) throw new Error(checked.problem);
  return correctionsOf(checked.map, reader.id) ?? {};
}

describe('a column of a known list that was pointed at', () => {
  const cell = ({ document }: Opened, row: number, column: number) =>
    element(document, `tr.o_data_row:nth-child(${row}) > td:nth-child(${column})`);

  it('is read from there in every row, and no other column is lost', () => {
    const page = open('odoo', 'list-14');
    const before = plain(page.reader, page) ?? [];
    // The head over it is one that the reader knows as the account's.
    const corrections = pointed(page, { nextStep: cell(page, 3, 4) });
    expect(corrections.list?.columns.nextStep?.head).toBe('Customer');
    const after = plain(correctReader(page.reader, corrections), page) ?? [];
    expect(after).toEqual(before.map((row) => ({ ...row, nextStep: row.account })));
    expect(after.every(({ nextStep }) => nextStep)).toBe(true);
  });

  it('is found by its head wherever it is moved, and is not on the page where its head is not', () => {
    const page = open('odoo', 'list-14');
    const corrections = pointed(page, { nextStep: cell(page, 1, 4), amount: cell(page, 1, 12) });
    const moved = open('odoo', 'list-14');
    for (const row of moved.document.querySelectorAll('table tr')) row.append(row.children[3] as Element);
    const rows = plain(correctReader(moved.reader, corrections), moved) ?? [];
    const truth = plain(moved.reader, moved) ?? [];
    expect(rows.map(({ nextStep, amount }) => [nextStep, amount])).toEqual(
      truth.map(({ account, amount }) => [account, amount]),
    );
    const gone = open('odoo', 'list-14');
    element(gone.document, 'th[data-name="partner_id"]').textContent = 'Kunde';
    for (const row of plain(correctReader(gone.reader, corrections), gone) ?? []) {
      expect(row.nextStep).toBeUndefined();
      expect(row.account).toBeDefined();
    }
  });

  it.each([
    ['krayin', 'list'],
    ['twenty', 'list'],
    ['frappe', 'list'],
  ])('leaves all others as they were in %s/%s', (crm, name) => {
    const page = open(crm, name);
    const before = plain(page.reader, page) ?? [];
    const reading = read(page.reader, page);
    expect(before.length).toBeGreaterThan(0);
    const said = reading?.deals[0]?.fields.stage;
    const text = said?.ok ? said.raw : '';
    const target = [...page.document.querySelectorAll('*')].find(
      (one) => one.childElementCount === 0 && one.textContent?.trim() === text,
    );
    if (!target) throw new Error('the stage stands nowhere');
    const after = plain(correctReader(page.reader, pointed(page, { forecastCategory: target })), page) ?? [];
    expect(after[0]).toMatchObject({ ...before[0], forecastCategory: text });
    expect(after.map(({ forecastCategory: _, ...rest }) => rest)).toEqual(before);
  });

  it('is none outside of the rows', () => {
    const { document, url, reader } = open('odoo', 'list-14');
    expect(deriveKnownColumn([reader], document, url, element(document, 'th[data-name="name"]'))).toBeNull();
    const record = open('odoo', 'record-17-open');
    expect(deriveKnownColumn([record.reader], record.document, record.url, record.document.body)).toBeNull();
  });
});

describe('a part of a card of a known board', () => {
  it('is read from there on every card whose board is made anew for each page', () => {
    const page = open('orocrm', 'board');
    const before = plain(page.reader, page) ?? [];
    const target = element(page.document, '.opportunity-card-view .card-title a');
    const after = plain(correctReader(page.reader, pointed(page, { nextStep: target })), page) ?? [];
    expect(after).toEqual(before.map((row) => ({ ...row, nextStep: row.name })));
  });
});

describe('a corrected reader', () => {
  it('corrects a record whose map is made anew for each page', () => {
    const page = open('twenty', 'record-open');
    const corrected = correctReader(page.reader, { fields: { nextStep: { from: ['body'] } } });
    expect(plain(corrected, page)?.[0]).toMatchObject({
      ...plain(page.reader, page)?.[0],
      nextStep: expect.any(String),
    });
  });

  it('keeps what was corrected before, and forgets what is taken back', () => {
    const { document, url, reader } = open('odoo', 'list-14');
    const column = deriveKnownColumn([reader], document, url, element(document, 'tr.o_data_row td:nth-child(4)'));
    if (!column) throw new Error('no column');
    const first = mapAfter(null, addColumn(newLesson('odoo'), 'nextStep', column), url);
    const second = mapAfter(first, addColumn(newLesson('odoo'), 'amount', column), url);
    expect(Object.keys(second?.rows?.odoo?.list?.columns ?? {})).toEqual(['nextStep', 'amount']);
    expect(mapAfter(null, withoutField(addColumn(newLesson('odoo'), 'amount', column), 'amount'), url)).toBeNull();
  });
});
