import { describe, expect, it } from 'vitest';
import { findHedges, type Hedge, languageOf } from '../../../lib/process/wording/find-hedges.ts';
import { FIRST, FOURTH, type Labelled, SECOND, THIRD } from './sentences.ts';

type Label = Labelled['hedges'][number];

/** A find counts where it overlaps a label of its own kind. */
const meets = (found: Hedge, label: Label) =>
  found.kind === label.kind && found.from < label.to && label.from < found.to;

function measure(sentences: readonly Labelled[]): { precision: number; recall: number; labels: number } {
  let [hits, found, met, labels] = [0, 0, 0, 0];
  for (const { text, hedges } of sentences) {
    const finds = findHedges(text);
    found += finds.length;
    hits += finds.filter((one) => hedges.some((label) => meets(one, label))).length;
    labels += hedges.length;
    met += hedges.filter((label) => finds.some((one) => meets(one, label))).length;
  }
  return { precision: hits / found, recall: met / labels, labels };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

describe.each([
  ['made by', FIRST],
  ['widened after', SECOND],
  ['widened after once more', THIRD],
  ['not changed for', FOURTH],
])('the sentences that the lists were %s', (name, byLanguage) => {
  it('are marked where they hedge, and seldom elsewhere', () => {
    const all = Object.values(byLanguage).flat();
    for (const [language, sentences] of [...Object.entries(byLanguage), ['all', all] as const]) {
      const { precision, recall, labels } = measure(sentences);
      console.log(
        `${name}, ${language}: ${sentences.length} sentences, ${labels} hedges, precision ${percent(precision)}, recall ${percent(recall)}`,
      );
    }
    const { precision, recall } = measure(all);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });

  it.each(Object.entries(byLanguage))('in %s are known by their words', (language, sentences) => {
    const wrong = sentences.filter(({ text }) => languageOf(text) !== language).map(({ text }) => text);
    expect(wrong.length / sentences.length).toBeLessThan(0.1);
  });
});

it('are 320 sentences, of which 60 were written last', () => {
  const count = (all: Record<string, Labelled[]>) => Object.values(all).flat().length;
  expect([count(FIRST), count(SECOND), count(THIRD), count(FOURTH)]).toEqual([140, 60, 60, 60]);
});
