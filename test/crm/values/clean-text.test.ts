import { describe, expect, it } from 'vitest';
import { cleanText, isEmptyMark } from '../../../lib/crm/values/index.ts';

describe('cleanText', () => {
  it('takes out what nobody sees: zero-width characters, joiners, soft hyphens, bidi marks, byte order marks', () => {
    expect(cleanText('\uFEFFClo\u200Bse\u200C d\u200Date\u2060 \u200Eof\u200F \u061Cro\u00ADll\u202Eout\u2069')).toBe(
      'Close date of rollout',
    );
  });

  it('makes one space of every run of blanks: no-break, narrow, thin, ideographic, tabs, lines, controls', () => {
    expect(cleanText('\u00A0 1\u202F234\u2009567\u3000\t\r\n\u0000kr \u0085')).toBe('1 234 567 kr');
  });

  it('keeps names as they are written', () => {
    for (const name of [
      'O\u2019Brien \u2013 "Phase 2"',
      '<b>Nordlys</b> & Co',
      '\u65E5\u672C\u6A5F\u68B0',
      'Caf\u00E9 \u{1F680}',
    ]) {
      expect(cleanText(name)).toBe(name);
    }
  });

  it('cuts a text that is longer than any we keep, and never through a character', () => {
    const long = cleanText('\u{1F680}'.repeat(200_000));
    expect(long.length).toBeLessThanOrEqual(8_000);
    expect(long.at(-1)).not.toMatch(/^[\uD800-\uDBFF]$/);
    expect(cleanText(`a${'\u{1F680}'.repeat(200_000)}`)).not.toMatch(/[\uD800-\uDBFF]$/);
  });
});

describe('isEmptyMark', () => {
  it.each(['', ' ', '\u200B', '\u00A0', '-', '--', '---', '\u2013', '\u2014', '\u2212', '- -', 'n/a', 'N/A', 'n / a'])(
    'takes %j for nothing',
    (text) => expect(isEmptyMark(text)).toBe(true),
  );

  it.each(['0', '0 %', 'None', 'n', '-5', '...', '\u2026', '-None-', 'null', 'nada'])(
    'takes %j for something',
    (text) => expect(isEmptyMark(text)).toBe(false),
  );

  it('also knows the marks of one CRM, whatever their case and blanks', () => {
    expect(isEmptyMark('\u00A0--NONE-- ', ['--None--'])).toBe(true);
    expect(isEmptyMark('Nonesuch', ['None'])).toBe(false);
  });
});
