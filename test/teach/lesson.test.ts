import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/crm/read-page.ts';
import type { DealReading } from '../../lib/deal/reading.ts';
import { fieldAt, tryRecord } from '../../lib/teach/lesson.ts';
import { addField, confirmedBy, type Lesson, mapAfter, newLesson } from '../../lib/teach/lesson-state.ts';
import { readerOf } from '../../lib/teach/reader-of.ts';
import type { TaughtFieldName, TaughtMap } from '../../lib/teach/taught-map.ts';
import { openInJsdom } from '../crm/open-in-jsdom.ts';
import { unknownDeals } from '../sim/unknown-crm.ts';
import { element, OPTIONS, openDeal, openPage, SITE } from './open.ts';

const POINTS: { [F in TaughtFieldName]?: string } = {
  name: 'h1',
  amount: 'b',
  stage: 'select',
  account: 'dd a',
  closeDate: 'dd:nth-of-type(2)',
  owner: 'dd:nth-of-type(3) span',
  nextStep: 'textarea',
};

function lessonOnFirst(): Lesson {
  const { document, url } = openDeal(0);
  let lesson: Lesson = { ...newLesson(null), first: { url: url.href, said: {} } };
  for (const [name, css] of Object.entries(POINTS)) {
    const pointed = fieldAt(element(document, css));
    if (pointed) lesson = addField(lesson, name as TaughtFieldName, pointed.field);
  }
  return lesson;
}

const taught = () => mapAfter(null, lessonOnFirst(), openDeal(1).url) as TaughtMap;

const plain = (deal: DealReading | undefined) =>
  Object.fromEntries(
    Object.entries(deal?.fields ?? {}).map(([name, said]) => [name, said.ok ? said.value : said.reason]),
  );

function truthOf(at: number) {
  const deal = unknownDeals[at];
  return {
    name: deal?.name,
    amount: { minor: (deal?.amount ?? 0) * 100, currency: 'EUR', halfStep: 0 },
    stage: { id: null, label: deal?.stage, order: null },
    closeDate: deal?.closeDate,
    owner: deal?.owner,
    nextStep: deal?.nextStep,
    account: deal?.account ?? 'not-on-page',
    outcome: deal?.stage === 'Closed won' ? 'won' : 'open',
  };
}

const read = (map: TaughtMap, { document, url }: ReturnType<typeof openPage>) =>
  readPage([readerOf(map)], document, url, OPTIONS);

describe('a record that was taught on one deal', () => {
  it('is read right on every other, whatever its generated names and the fields it leaves out', () => {
    const map = taught();
    expect(map.record?.address).toBe('/app/deals/{id}');
    for (const at of unknownDeals.keys()) {
      const page = read(map, openDeal(at));
      expect(page?.deals[0]?.recordId).toBe(String(unknownDeals[at]?.id));
      expect(plain(page?.deals[0])).toEqual(truthOf(at));
    }
  });

  it('rests on no generated name and on no place where anything better was there', () => {
    const sources = Object.values(lessonOnFirst().fields).flatMap(({ from }) => from);
    expect(sources.join(' ')).not.toMatch(/css-|nth-/);
    const hows = Object.values(POINTS).map((css) => fieldAt(element(openDeal(0).document, css))?.how);
    expect(hows).toEqual(['name', 'data', 'id', 'label', 'label', 'label', 'name']);
  });

  it('is none on another page of the site, or on another site', () => {
    const map = taught();
    expect(read(map, openPage('/'))).toBeNull();
    expect(read(map, openPage('/app/deals'))).toBeNull();
    const { document, url } = openDeal(2);
    const elsewhere = new URL(url.pathname, 'https://other.example');
    expect(readPage([readerOf(map)], document, elsewhere, OPTIONS)).toBeNull();
    const heading = openInJsdom('<h1>Settings of deals</h1>', url.href);
    expect(readPage([readerOf(map)], heading, url, OPTIONS)).toBeNull();
  });

  it('waits for a second deal whose address differs', () => {
    const lesson = lessonOnFirst();
    expect(mapAfter(null, lesson, openDeal(0).url)).toBeNull();
    expect(confirmedBy(lesson, openPage('/app/deals').url)).toBeNull();
    expect(
      mapAfter(null, { ...lesson, fields: { name: lesson.fields.name ?? { from: [] } } }, openDeal(1).url),
    ).toBeNull();
  });

  it('says at once what was read, and why there is nothing', () => {
    const { document, url } = openDeal(0);
    const field = fieldAt(element(document, 'h1'))?.field;
    const reading = tryRecord({ name: field, amount: field }, document, url, OPTIONS);
    expect(reading?.fields.name).toMatchObject({ ok: true, value: unknownDeals[0]?.name });
    expect(reading?.fields.amount).toMatchObject({ ok: false, reason: 'unreadable' });
  });

  it('takes what a user types for a draft while the input has the focus', () => {
    const { document, url } = openDeal(0);
    (element(document, 'textarea') as HTMLTextAreaElement).focus();
    expect(readPage([readerOf(taught())], document, url, OPTIONS)?.editing).toBe(true);
  });
});

describe('one element that holds label and value', () => {
  it('counts for what follows the colon', () => {
    const html = '<main><h1>Mill lane</h1><p id="worth">Worth: €12,500.00</p></main>';
    const document = openInJsdom(html, `${SITE}/d/1`);
    const pointed = fieldAt(element(document, '#worth'));
    const name = fieldAt(element(document, 'h1'))?.field;
    const reading = tryRecord({ name, amount: pointed?.field }, document, new URL(`${SITE}/d/1`), OPTIONS);
    expect(reading?.fields.amount).toMatchObject({ ok: true, value: { minor: 1_250_000, currency: 'EUR' } });
  });
});

describe('a label that stands twice', () => {
  it('gives no value where the two do not mean one', () => {
    const html = (second: string) => `<main><h1>Mill lane</h1><dl><dt>Due</dt><dd>3 May 2027</dd></dl>${second}</main>`;
    const url = new URL(`${SITE}/d/1`);
    const once = openInJsdom(html(''), url.href);
    const fields = { name: fieldAt(element(once, 'h1'))?.field, closeDate: fieldAt(element(once, 'dd'))?.field };
    expect(tryRecord(fields, once, url, OPTIONS)?.fields.closeDate).toMatchObject({ value: '2027-05-03' });
    const twice = openInJsdom(html('<dl><dt>Due</dt><dd>9 June 2027</dd></dl>'), url.href);
    expect(tryRecord(fields, twice, url, OPTIONS)?.fields.closeDate).toMatchObject({ reason: 'not-on-page' });
  });
});

describe('shadow roots', () => {
  it('are pointed into', () => {
    const html = `<crm-record id="record"><template shadowrootmode="open"><h1>Mill lane</h1>
      <crm-field data-field="amount"><template shadowrootmode="open"><span>Amount</span><b>€9,000.00</b></template></crm-field>
      </template></crm-record>`;
    const url = new URL(`${SITE}/d/1`);
    const document = openInJsdom(html, url.href);
    const root = element(document, 'crm-record').shadowRoot;
    const name = root?.querySelector('h1');
    const amount = root?.querySelector('crm-field')?.shadowRoot?.querySelector('b');
    if (!name || !amount) throw new Error('The shadow roots are not there.');
    const fields = { name: fieldAt(name)?.field, amount: fieldAt(amount)?.field };
    expect(fields.amount?.from[0]).toContain(' >>> ');
    expect(plain(tryRecord(fields, document, url, OPTIONS) ?? undefined)).toMatchObject({
      name: 'Mill lane',
      amount: { minor: 900_000, currency: 'EUR' },
    });
  });
});
