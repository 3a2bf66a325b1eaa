import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../lib/process/wording/find-hedges.ts';
import { measure, percent } from './measure.ts';
import { AFTERWARDS, FORTY, LAST } from './more-sentences.ts';

describe.each([
  ['widened after', FORTY, { precision: 0.95, recall: 0.9 }],
  ['mended after', AFTERWARDS, { precision: 0.95, recall: 0.9 }],
  ['not changed for', LAST, { precision: 0.9, recall: 0.7 }],
])('the sentences that four more lists were %s', (name, byLanguage, least) => {
  it.each(Object.entries(byLanguage))('in %s are marked where they hedge, and seldom elsewhere', (language, all) => {
    const { precision, recall, labels } = measure(all);
    console.log(
      `${name}, ${language}: ${all.length} sentences, ${labels} hedges, precision ${percent(precision)}, recall ${percent(recall)}`,
    );
    expect(precision).toBeGreaterThanOrEqual(least.precision);
    expect(recall).toBeGreaterThanOrEqual(least.recall);
  });

  it.each(Object.entries(byLanguage))('in %s are known by their words', (language, all) => {
    const wrong = all.filter(({ text }) => languageOf(text) !== language).map(({ text }) => text);
    expect(wrong.length / all.length, wrong.join('\n')).toBeLessThan(0.21);
  });
});

it('are 280 sentences, of which 40 were written last', () => {
  const count = (all: Record<string, readonly unknown[]>) => Object.values(all).flat().length;
  expect([count(FORTY), count(AFTERWARDS), count(LAST)]).toEqual([160, 80, 40]);
});
