import { describe, expect, it } from 'vitest';
import { diagnosePage } from '../../lib/crm/diagnose.ts';
import { readPage } from '../../lib/crm/read-page.ts';
import { readers } from '../../lib/crm/registry.ts';
import { mask, plainly, reportOf } from '../../lib/deal/diagnosis.ts';
import { loadFixtures } from './load-fixtures.ts';
import { openInJsdom } from './open-in-jsdom.ts';
import { optionsOf } from './summarise-reading.ts';

describe.each(loadFixtures())('what reading $crm/$name comes to', ({ crm, html, page }) => {
  it('is what was read, with the alternatives that led to it', () => {
    const document = openInJsdom(html, page.url);
    const url = new URL(page.url);
    const own = readers.filter(({ id }) => id === crm);
    const reading = readPage(own, document, url, optionsOf(page));
    const diagnosis = diagnosePage(own, document, url, optionsOf(page), () => 0);
    if (!reading) {
      expect(diagnosis).toMatchObject({ page: null, readers: [crm] });
      return;
    }
    expect(diagnosis.page).toMatchObject({ crm, kind: reading.page, rows: reading.rows, editing: reading.editing });
    const said = reading.deals[0]?.fields ?? {};
    for (const { field, value, reason, tried } of diagnosis.page?.fields ?? []) {
      const read = said[field];
      expect([field, reason]).toEqual([field, read?.ok ? null : (read?.reason ?? 'not-on-page')]);
      if (!read?.ok) continue;
      expect(value).toBe(plainly(read.value));
      // A board's column or a path tells a stage, and a stage an outcome; a date in doubt is settled by the others.
      if (tried.length === 0 || field === 'stage' || field === 'outcome') continue;
      expect(tried.some(({ outcome, raw }) => /^(read|ambiguous)$/.test(outcome) && raw !== '')).toBe(true);
    }
  });
});

it('looks at the first row alone', () => {
  const list = loadFixtures().find(({ crm, name }) => crm === 'hubspot' && name === 'list-de');
  if (!list) throw new Error('The fixture is gone.');
  const document = openInJsdom(list.html, list.page.url);
  const diagnosis = diagnosePage(readers, document, new URL(list.page.url), optionsOf(list.page), () => 0);
  expect(diagnosis.page?.rows?.loaded).toBeGreaterThan(1);
  const name = diagnosis.page?.fields.find(({ field }) => field === 'name');
  expect(name?.tried.filter(({ outcome }) => outcome === 'read')).toHaveLength(1);
});

it('takes nothing of the second row for the first where that shows no name', () => {
  const list = loadFixtures().find(({ crm, name }) => crm === 'odoo' && name === 'list-14');
  if (!list) throw new Error('The fixture is gone.');
  const document = openInJsdom(list.html, list.page.url);
  const [first, second] = [...document.querySelectorAll('tr.o_data_row')];
  first?.querySelector('td:nth-child(3)')?.setAttribute('style', 'display: none');
  // Its other cells stay in their places.
  for (const cell of first?.querySelectorAll('td:nth-child(3) *') ?? []) cell.remove();
  const amounts = [first, second].map((row) => row?.querySelector('[name="expected_revenue"]')?.textContent);
  const diagnosis = diagnosePage(readers, document, new URL(list.page.url), optionsOf(list.page), () => 0);
  const tried = (wanted: string) => diagnosis.page?.fields.find(({ field }) => field === wanted)?.tried;
  expect(tried('name')).toEqual([]);
  expect(amounts[0]).not.toBe(amounts[1]);
  expect(tried('amount')?.map(({ raw }) => raw)).toEqual([amounts[0]]);
});

it('says a value plainly', () => {
  expect(plainly({ minor: 1250050, currency: 'EUR', halfStep: 0 })).toBe('12500.5 EUR');
  expect(plainly({ minor: 100, currency: null, symbol: '$', halfStep: 0 })).toBe('1 $');
  expect(plainly({ id: null, label: 'Discovery', order: 1 })).toBe('Discovery');
  expect(plainly(40)).toBe('40');
});

describe('the report', () => {
  it('keeps the shape of names and figures and nothing else of them', () => {
    expect(mask('Marlow & Söhne – 12,500.00 €')).toBe('Xxxxxx & Xxxxx – 00,000.00 €');
    expect(mask('東京 ٣٤')).toBe('xx 00');
    // Vowels and accents that stand by themselves are as telling as letters.
    expect(mask('स\u0947तु, Jose\u0301')).toBe('xx, Xxxx');
  });

  it('holds every rule and no name', () => {
    const text = reportOf({
      readers: ['hubspot'],
      path: '/contacts/4815162/record/0-3/77',
      took: 1.26,
      page: {
        crm: 'hubspot',
        kind: 'record',
        locale: 'en-US',
        rows: null,
        editing: false,
        fields: [
          {
            field: 'name',
            value: '"Harbour lights"',
            reason: null,
            tried: [{ rule: 'name:dealname', raw: 'Harbour lights', outcome: 'read' }],
          },
          { field: 'closeDate', value: null, reason: 'ambiguous', tried: [] },
        ],
      },
    });
    expect(text).toContain('name:dealname');
    expect(text).toContain('hubspot record, locale en-US, 1.3 ms');
    expect(text).toContain('closeDate: ambiguous');
    expect(text).not.toMatch(/Harbour|4815162|77/);
  });
});
