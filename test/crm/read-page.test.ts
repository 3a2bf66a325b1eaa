import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/crm/read-page.ts';
import { readers } from '../../lib/crm/registry.ts';
import type { PageReading } from '../../lib/crm/types.ts';
import { parseReading } from '../../lib/deal/reading-schema.ts';
import { loadFixtures } from './load-fixtures.ts';
import { openInJsdom } from './open-in-jsdom.ts';
import { optionsOf } from './summarise-reading.ts';

const HUBSPOT = 'https://app.hubspot.com/contacts/7/record/0-3/42';
const PIPEDRIVE = 'https://acme.pipedrive.com/deal/42';
const options = optionsOf({ url: HUBSPOT });

function readAt(url: string, body: string, lang = 'en-US'): PageReading | null {
  return readPage(
    readers,
    openInJsdom(`<!doctype html><html lang="${lang}"><body>${body}</body></html>`, url),
    new URL(url),
    options,
  );
}

const sidebar = (properties: string) =>
  `<div data-test-id="left-sidebar"><div data-card-type="PROPERTIES_V3"><ul data-selenium-test="profile-properties-list">${properties}</ul></div></div>`;
const property = (name: string, value: string) =>
  `<span data-test-id="${name}"><span data-selenium-test="property-input-${name}">${value}</span></span>`;
const hubspot = (properties: string) => readAt(HUBSPOT, sidebar(properties))?.deals[0]?.fields;

describe('a field', () => {
  it('is empty, absent, unreadable or ambiguous: four different things', () => {
    const fields = readAt(
      HUBSPOT,
      sidebar(property('closedate', '03/09/2027') + property('amount', 'ask Ben') + property('hs_next_step', '--')),
      'en',
    )?.deals[0]?.fields;
    expect(fields?.closeDate).toMatchObject({ ok: false, reason: 'ambiguous', raw: '03/09/2027' });
    expect(fields?.amount).toMatchObject({ ok: false, reason: 'unreadable', raw: 'ask Ben' });
    expect(fields?.nextStep).toMatchObject({ ok: false, reason: 'empty', raw: '--' });
    expect(fields?.pipeline).toEqual({ ok: false, reason: 'not-on-page' });
  });

  it('has the first alternative that can be read, and says which it was', () => {
    const highlight =
      '<div data-test-id="record-highlight-content"><div data-test-id="highlight-property-item-amount"><span data-test-id="highlight-property-display-amount">soon</span></div></div>';
    const reading = readAt(HUBSPOT, highlight + sidebar(property('amount', '$500')));
    expect(reading?.deals[0]?.fields.amount).toMatchObject({
      ok: true,
      raw: '$500',
      rule: 'name:amount [data-selenium-test^="property-input-"]',
    });
  });

  it('is empty only where no alternative has a value', () => {
    const panel = `<div data-test-id="all-properties-panel"><div data-test-id="property-input-closedate"><div data-test-id="hover-content-wrapper"></div><span data-selenium-test="property-input-closedate">9/30/2026</span></div></div>`;
    const reading = readAt(HUBSPOT, sidebar(property('closedate', '--')) + panel);
    expect(reading?.deals[0]?.fields.closeDate).toMatchObject({ ok: true, value: '2026-09-30' });
  });

  it('takes the currency from the field that names it', () => {
    const fields = hubspot(property('amount', '1,250') + property('deal_currency_code', 'Swedish Krona (SEK)'));
    expect(fields?.amount).toMatchObject({ ok: true, value: { minor: 125_000, currency: 'SEK' } });
  });

  it('is cut where a page gives a megabyte, and stays storable', () => {
    const long = 'Ж'.repeat(1_000_000);
    const reading = readAt(
      HUBSPOT,
      `<h2 data-selenium-test="highlightTitle">${long}</h2>${sidebar(['amount', 'closedate', 'hs_next_step', 'dealstage'].map((name) => property(name, `<b>${long}</b>${long}`)).join(''))}`,
    );
    const fields = reading?.deals[0]?.fields;
    expect(fields?.name?.ok && fields.name.value.length).toBe(300);
    expect(fields?.nextStep?.ok && fields.nextStep.value.length).toBe(2_000);
    expect(fields?.amount).toMatchObject({ ok: false, reason: 'unreadable' });
    expect(fields?.amount?.raw?.length).toBeLessThanOrEqual(200);
    expect(storable(reading)).toBe(true);
  });

  it('is what stands there, not markup that it spells', () => {
    const name = '&lt;img src=x onerror=alert(1)&gt; "A" \'B\' &amp; 東京 – C';
    const reading = readAt(HUBSPOT, `<h2 data-selenium-test="highlightTitle">${name}</h2>${sidebar('')}`);
    expect(reading?.deals[0]?.fields.name).toMatchObject({
      ok: true,
      value: '<img src=x onerror=alert(1)> "A" \'B\' & 東京 – C',
    });
  });
});

describe('dates of one page', () => {
  it('follow the one that can be read in one way alone, against the declared language', () => {
    const fields = hubspot(property('closedate', '03/09/2026') + property('createdate', '28/02/2026'));
    expect(fields?.closeDate).toMatchObject({ ok: true, value: '2026-09-03' });
  });

  it('follow nothing where they contradict each other', () => {
    const fields = readAt(
      HUBSPOT,
      sidebar(
        property('closedate', '03/09/2026') +
          property('createdate', '28/02/2026') +
          property('notes_last_contacted', '02/28/2026'),
      ),
      'en',
    )?.deals[0]?.fields;
    expect(fields?.closeDate).toMatchObject({ ok: false, reason: 'ambiguous' });
  });

  it('follow the order that the user said, whatever stands there', () => {
    const document = openInJsdom(`<body>${sidebar(property('closedate', '03/09/2026'))}</body>`, HUBSPOT);
    const reading = readPage(readers, document, new URL(HUBSPOT), { ...options, dateOrder: 'dmy' });
    expect(reading?.deals[0]?.fields.closeDate).toMatchObject({ ok: true, value: '2026-09-03' });
  });
});

describe('a text that was read before', () => {
  const amount = (currency: string | null, dateOrder: 'dmy' | 'mdy' | null, lang = 'en') => {
    const body = sidebar(property('amount', '1.250') + property('closedate', '03/09/2026'));
    const document = openInJsdom(`<html lang="${lang}"><body>${body}</body></html>`, HUBSPOT);
    const fields = readPage(readers, document, new URL(HUBSPOT), { ...options, currency, dateOrder })?.deals[0]?.fields;
    return [fields?.amount, fields?.closeDate].map((field) => (field?.ok ? field.value : field?.reason));
  };

  it('is read anew once the user says more of the site, or the page changes its language', () => {
    expect(amount(null, null)).toEqual(['ambiguous', 'ambiguous']);
    expect(amount('EUR', 'dmy', 'de')).toEqual([{ minor: 125_000, currency: 'EUR', halfStep: 0 }, '2026-09-03']);
    expect(amount('USD', 'mdy', 'de')).toEqual([{ minor: 125_000, currency: 'USD', halfStep: 0 }, '2026-03-09']);
    expect(amount(null, null)).toEqual(['ambiguous', 'ambiguous']);
  });

  it('is told apart by the currency that stands elsewhere', () => {
    const inCode = (code: string) => hubspot(property('amount', '500') + property('deal_currency_code', code))?.amount;
    expect(inCode('SEK')).toMatchObject({ value: { currency: 'SEK' } });
    expect(inCode('GBP')).toMatchObject({ value: { currency: 'GBP' } });
  });
});

describe('a page being edited', () => {
  it('is one while an input stands in a known field, and no longer after', () => {
    expect(readAt(HUBSPOT, sidebar(property('amount', '<input value="1">')))?.editing).toBe(true);
    expect(readAt(HUBSPOT, sidebar(property('amount', '<input value="1" readonly>')))?.editing).toBe(false);
    expect(readAt(HUBSPOT, `<input value="1">${sidebar(property('amount', '$1'))}`)?.editing).toBe(false);
  });

  it('reads the value property of a title that always stands in a text area', () => {
    const document = openInJsdom(
      '<body><div data-testid="header-title"><textarea>Before</textarea></div></body>',
      PIPEDRIVE,
    );
    (document.querySelector('textarea') as HTMLTextAreaElement).value = 'After';
    const reading = readPage(readers, document, new URL(PIPEDRIVE), options);
    expect(reading).toMatchObject({ editing: false, deals: [{ fields: { name: { ok: true, value: 'After' } } }] });
  });
});

describe('the fingerprint', () => {
  it('changes with a value and with the record, not with the moment', () => {
    const at = (url: string, amount: string) => readAt(url, sidebar(property('amount', amount)))?.fingerprint;
    expect(at(HUBSPOT, '$1')).toBe(at(HUBSPOT, '$1'));
    expect(at(HUBSPOT, '$1')).not.toBe(at(HUBSPOT, '$2'));
    expect(at(HUBSPOT, '$1')).not.toBe(at(`${HUBSPOT}1`, '$1'));
  });
});

describe('pages that are no deals', () => {
  it.each([
    'https://app.hubspot.com/contacts/7/record/0-3/',
    'https://app.hubspot.com/contacts/7/record/0-2/42',
    'https://app.hubspot.com/reports/7',
    'https://acme.pipedrive.com/deal/',
    'https://acme.pipedrive.com/deal/new',
    'https://example.com/contacts/7/record/0-3/42',
  ])('%s gives nothing', (url) => {
    expect(readAt(url, sidebar(property('amount', '$1')))).toBeNull();
  });
});

function storable(reading: PageReading | null): boolean {
  if (!reading) return true;
  const { pageRecordId: _id, editing: _editing, fingerprint: _fingerprint, ...rest } = reading;
  return parseReading({ ...rest, id: 'reading-1' }).ok;
}

describe('a broken page', () => {
  const fixtures = new Map(
    loadFixtures()
      .filter(({ expected }) => expected !== null)
      .map((fixture) => [`${fixture.crm}/${fixture.name}`, fixture]),
  );

  it('never throws and never gives what cannot be stored, whatever parts are missing or moved', () => {
    const step = fc.record({
      at: fc.nat(),
      to: fc.nat(),
      how: fc.constantFrom('remove', 'move', 'empty', 'strip', 'flood', 'say', 'mark'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures.keys()),
        fc.array(step, { minLength: 1, maxLength: 8 }),
        (name, steps) => {
          const fixture = fixtures.get(name);
          if (!fixture) return;
          const document = openInJsdom(fixture.html, fixture.page.url);
          for (const { at, to, how } of steps) damage(document, at, to, how);
          const reading = readPage(readers, document, new URL(fixture.page.url), optionsOf(fixture.page));
          expect(storable(reading)).toBe(true);
        },
      ),
      { numRuns: 120 },
    );
  }, 60_000);
});

/** What a schema refuses, if a reader hands it on: nothing at all, too much, too long. */
const HOSTILE = [
  ...['', ' ', '\u200B', '\u0000', '\uD800', '""', '-', '--', '0', '-1', '1e999', 'NaN'],
  ...['99,999,999,999,999', '$99,999,999,999,999.00', '-99999999999999.99 KWD', '999T', '99999999999999999 items'],
  ...[
    '1 - 80 / 99999999999',
    '9'.repeat(400),
    `/record/0-3/${'9'.repeat(400)}`,
    `https://x.example/${'é'.repeat(400)}`,
  ],
  ...['javascript:alert(1)', '0000-00-00', '2026-02-30', '31/12/9999', '253402300800000', '101%', '100.0001 %'],
];

function damage(document: Document, at: number, to: number, how: string): void {
  const all = [...(document.body ?? document).querySelectorAll('*')];
  const element = all[at % all.length];
  const other = all[to % all.length];
  if (!element || !other) return;
  if (how === 'remove') element.remove();
  else if (how === 'move' && !element.contains(other)) other.append(element);
  else if (how === 'empty') element.replaceChildren();
  else if (how === 'strip') for (const name of element.getAttributeNames()) element.removeAttribute(name);
  else if (how === 'say') element.textContent = HOSTILE[to % HOSTILE.length] ?? '';
  else if (how === 'mark') {
    const names = element.getAttributeNames();
    element.setAttribute(names[to % names.length] ?? 'title', HOSTILE[to % HOSTILE.length] ?? '');
  } else if (how === 'flood') element.append('\u0000{}"\'<b>\uD800 9999999999999999999999 31/31/9999 '.repeat(20));
}

describe('what could not be stored', () => {
  const list = (cells: string, link = '/contacts/7/record/0-3/42') =>
    readAt(
      'https://app.hubspot.com/contacts/7/objects/0-3/views/all/list',
      `<div data-test-id="framework-data-table"><table><tbody><tr data-test-id="row-42"><td data-table-external-id="cell-0-0-dealname-42"><a href="${link}">A</a></td>${cells}</tr></tbody></table></div>`,
    );

  it('is no amount where it exceeds all sums of money', () => {
    for (const amount of ['$50,000,000,000,000.00', '-$50,000,000,000,000', '$50T', '$999T']) {
      expect(hubspot(property('amount', amount))?.amount).toMatchObject({ ok: false, reason: 'unreadable' });
    }
    expect(hubspot(property('amount', '$9,999,999,999,999.00'))?.amount).toMatchObject({ ok: true });
    const ofThree = property('amount', '9,999,999,999,999.00') + property('deal_currency_code', 'KWD');
    expect(storable(readAt(HUBSPOT, sidebar(ofThree)))).toBe(true);
  });

  it('is no link where it grows too long by its encoding', () => {
    expect(list('', `/contacts/7/record/0-3/42?${'é'.repeat(400)}`)?.deals[0]?.url).toBeNull();
    expect(list('')?.deals[0]?.url).toBe('https://app.hubspot.com/contacts/7/record/0-3/42');
  });

  it('is no count of rows where it exceeds any table', () => {
    const at = 'https://acme.lightning.force.com/lightning/o/Opportunity/list';
    const rows = (said: string) =>
      readAt(
        at,
        `<lst-object-home><span class="countSortedByFilteredBy">${said}</span><table><tr data-row-key-value="006Hp00002rqZtXIAU"><th data-col-key-value="Name">A</th></tr></table></lst-object-home>`,
      );
    expect(rows('1,041 items')?.rows).toEqual({ loaded: 1, total: 1_041 });
    for (const said of ['99999999999999 items', `${'9'.repeat(400)} items`]) {
      expect(rows(said)?.rows).toEqual({ loaded: 1, total: null });
      expect(storable(rows(said))).toBe(true);
    }
  });

  it('is no page at all where its address names no deal within reason', () => {
    expect(readAt(`https://app.hubspot.com/contacts/7/record/0-3/${'9'.repeat(121)}`, sidebar(''))).toBeNull();
    const tryton = (path: string) =>
      readAt(
        `https://crm.example.com/${path}#acme/model/sale.opportunity/7`,
        '<div class="form"><input name="description" value="A"><select name="state"><option value=\'"lead"\' selected>Lead</option></select></div>',
      );
    expect(tryton('erp/')?.tenant).toBe('crm.example.com/erp/acme');
    expect(tryton('x'.repeat(400))).toBeNull();
    expect(storable(readAt(`${HUBSPOT}?${'x'.repeat(3_000)}`, sidebar('')))).toBe(true);
  });

  it('is no locale where its extensions run on', () => {
    const long = `en-x-${'abcdefgh-'.repeat(20)}end`;
    const reading = readAt(HUBSPOT, sidebar(property('amount', '$1')), long);
    expect(reading?.locale).toBeNull();
    expect(storable(reading)).toBe(true);
  });

  it('is no id of a stage where the page leaves it blank', () => {
    for (const id of ['', ' ', '\n']) {
      const reading = readAt(
        'https://odoo.example.com/web#id=7&model=crm.lead&view_type=form',
        `<div class="o_action_manager"><div class="o_form_view"><div class="o_statusbar_status"><button data-value="${id}" aria-checked="true">New</button></div><div class="o_field_widget" name="expected_revenue">$1</div></div></div>`,
      );
      expect(reading?.stages).toEqual([{ id: null, label: 'New', order: 0 }]);
      expect(storable(reading)).toBe(true);
    }
  });
});
