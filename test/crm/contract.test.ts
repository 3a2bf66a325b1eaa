import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { findReader } from '../../lib/crm/find-reader.ts';
import { pastOfPage } from '../../lib/crm/past-of-page.ts';
import { readPage } from '../../lib/crm/read-page.ts';
import { readers } from '../../lib/crm/registry.ts';
import { pastLookSchema } from '../../lib/deal/past-schema.ts';
import { parseReading } from '../../lib/deal/reading-schema.ts';
import { loadFixtures } from './load-fixtures.ts';
import { openInJsdom } from './open-in-jsdom.ts';
import { optionsOf, summariseReading } from './summarise-reading.ts';

const fixtures = loadFixtures();

describe.each(readers)('the reader of $name', (reader) => {
  it('brings the words of labels where its maps know a field by its label, and only there', () => {
    const maps = [reader.record, ...(reader.list ?? []), ...(reader.board ?? [])];
    const sets = maps.flatMap((map) => map?.cells ?? []);
    const labelled = sets.some((set) => set.label !== undefined || set.heads?.label !== undefined);
    expect(reader.fieldOfLabel !== undefined).toBe(labelled);
  });

  it('begins its maps of rows with the name, beside which a mark stands', () => {
    for (const { fields } of [...(reader.list ?? []), ...(reader.board ?? [])]) {
      expect(Object.keys(fields)[0]).toBe('name');
    }
  });

  const own = fixtures.filter((fixture) => fixture.crm === reader.id);

  it('has a fixture of an open record, of another language, and of a page that is no deal', () => {
    const records = own.filter(({ expected }) => expected && (expected as { page: string }).page === 'record');
    expect(records.length, 'fixtures that are records').toBeGreaterThanOrEqual(3);
    const locales = new Set(records.map(({ expected }) => (expected as { locale: string }).locale));
    expect(locales.size, 'locales of these records').toBeGreaterThan(1);
    expect(
      own.some(({ expected }) => expected === null),
      'a fixture whose expected.json is null',
    ).toBe(true);
  });
});

describe.each(fixtures)('$crm/$name', ({ crm, name, html, page, expected, folder }) => {
  const url = new URL(page.url);
  const read = () => readPage(readers, openInJsdom(html, page.url), url, optionsOf(page));
  const readPast = () => {
    const document = openInJsdom(html, page.url);
    const reading = readPage(readers, document, url, optionsOf(page));
    return reading && pastOfPage(readers, document, url, optionsOf(page), reading);
  };

  it('reads what the page says, field by field, and what it shows of the past, with its evidence', () => {
    const rewrite = `if the new reading is right: npx node test/crm/write-expected.ts ${crm}/${name}`;
    expect(summariseReading(read(), readPast()), rewrite).toEqual(expected);
  });

  it('says the same of the past again, in a form that may be stored', () => {
    const past = readPast();
    if (!past) return;
    const [{ tenant = '', crm = '' } = {}] = [read() ?? {}];
    const { entries, parts } = past;
    expect(readPast()?.entries).toEqual(entries);
    expect(v.safeParse(pastLookSchema, { crm, tenant, recordId: '1', at: 1, entries, parts })).toMatchObject({
      success: true,
    });
  });

  it('is left alone by the readers of other CRMs', () => {
    const document = openInJsdom(html, page.url);
    expect(findReader(readers, url, document)?.reader.id ?? crm).toBe(crm);
    for (const reader of readers) {
      if (reader.id !== crm) expect(findReader([reader], url, document), reader.id).toBeNull();
    }
  });

  it('says the same when it is read again, in a form that may be stored', () => {
    const [once, twice] = [read(), read()];
    expect(once?.fingerprint).toBe(twice?.fingerprint);
    if (!once) return;
    const { pageRecordId: _id, editing: _editing, fingerprint: _fingerprint, ...reading } = once;
    expect(parseReading({ ...reading, id: 'reading-1' })).toMatchObject({ ok: true });
  });

  it('has its three files and the address', () => {
    expect(readdirSync(join(folder)).sort()).toEqual(['about.md', 'expected.json', 'page.json', 'source.html']);
  });
});
