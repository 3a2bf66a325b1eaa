import { describe, expect, it } from 'vitest';
import { readRecent } from '../../lib/crm/recent-time.ts';
import { LOCALES } from './values/page-context.ts';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
const read = (text: string, locale: string | null, time: string) => readRecent(text, locale, at(time), 'UTC');

describe('hours and minutes ago', () => {
  it('are of today or of yesterday', () => {
    expect(read('2 hours ago', 'en-US', '15:00')).toEqual({ ok: true, value: '2026-11-23' });
    expect(read('vor 3 Stunden', 'de-DE', '15:00')).toEqual({ ok: true, value: '2026-11-23' });
    expect(read('il y a 5 minutes', 'fr-FR', '15:00')).toEqual({ ok: true, value: '2026-11-23' });
    expect(read('20 hours ago', 'en-US', '15:00')).toEqual({ ok: true, value: '2026-11-22' });
    expect(read('now', 'en-US', '15:00')).toEqual({ ok: true, value: '2026-11-23' });
  });

  it('are in doubt where rounding, or a page drawn a while ago, may go over midnight', () => {
    expect(read('2 hours ago', 'en-US', '03:30')).toMatchObject({ ok: false, reason: 'ambiguous' });
    expect(read('15 hours ago', 'en-US', '15:30')).toMatchObject({ ok: false, reason: 'ambiguous' });
    expect(read('5 minutes ago', 'en-US', '00:30')).toMatchObject({ ok: false, reason: 'ambiguous' });
  });

  it('are nothing else: no time to come, no days, no counts', () => {
    for (const text of ['in 2 hours', '3 days ago', '2 hours', '12:30', '5 weeks ago', 'hours ago']) {
      expect(read(text, 'en-US', '15:00'), text).toBeNull();
    }
  });

  it('never name a day that is wrong, in any language that the runtime prints', () => {
    let read = 0;
    for (const locale of LOCALES) {
      const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
      for (const hours of [1, 2, 3, 5, 9, 14, 20, 23]) {
        const found = readRecent(format.format(-hours, 'hour'), locale, at('15:00'), 'UTC');
        if (!found?.ok) continue;
        read++;
        const day = new Date(at('15:00') - hours * 3_600_000).toISOString().slice(0, 10);
        expect(found.value, `${locale} ${hours}`).toBe(day);
      }
    }
    expect(read).toBeGreaterThan(LOCALES.length * 4);
  });
});
