import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHedges, languageOf } from '../../../lib/process/wording/find-hedges.ts';
import { measure, percent } from './measure.ts';
import { FIRST, FOURTH, type Labelled, SECOND, THIRD } from './sentences.ts';

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

describe('four more languages', () => {
  it.each([
    ['es', 'Creo que el cliente firma pronto', ['belief', 'time']],
    ['es', 'El contrato debería incluir el soporte', []],
    ['it', 'Forse il cliente firma a breve', ['probability', 'time']],
    ['it', 'Il contratto dovrebbe includere il supporto', []],
    ['nl', 'Hopelijk tekent de klant binnenkort', ['hope', 'time']],
    ['nl', 'De offerte zou ook support moeten bevatten', []],
    ['pt', 'Talvez o cliente assine em breve', ['probability', 'time']],
    ['pt', 'O contrato deveria incluir o suporte', []],
  ])('%s: %s', (language, text, kinds) => {
    expect(languageOf(text)).toBe(language);
    expect(findHedges(text).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('findHedges', () => {
  it('takes the language that is known over the words', () => {
    expect(findHedges('Vielleicht', 'de-DE')).toMatchObject([{ kind: 'probability', from: 0, to: 10 }]);
    expect(findHedges('Vielleicht', 'en')).toEqual([]);
  });

  it('points into the text, in order and without overlap, whatever the text is', () => {
    const words = fc.constantFrom(
      'should',
      'I think',
      'vielleicht',
      'on espère',
      'soon',
      '“',
      '”',
      'May',
      ' ',
      '.',
      '12 Nov',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 400 }), fc.array(words, { maxLength: 40 })), (said) => {
        const text = typeof said === 'string' ? said : said.join(' ');
        let end = 0;
        for (const hedge of findHedges(text)) {
          expect(text.slice(hedge.from, hedge.to)).toBe(hedge.text);
          expect(hedge.from).toBeGreaterThanOrEqual(end);
          end = hedge.to;
        }
      }),
    );
  });

  it('does not hang on a long text', () => {
    const began = performance.now();
    findHedges('"I should '.repeat(2_000));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
