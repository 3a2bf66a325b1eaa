import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinOwn, ownFromText, ownToText } from '../../../lib/coaching/catalogue/own-file.ts';
import { checkOwn, NOTHING_OWN, type OwnPrompts, ownOf, withOwn } from '../../../lib/coaching/catalogue/own-prompts.ts';
import type { Prompt } from '../../../lib/coaching/catalogue/types.ts';
import { PROMPTS } from '../packaged-prompts.ts';

const texts = {
  question: 'Who in {stage} rang first?',
  proof: 'Their call, dated.',
  followUp: '',
  purpose: 'who began',
};
const mine: Prompt = { id: 'own.1', signal: 'stalled', role: 'rep', stages: ['late'], situation: null, ...texts };
const own: OwnPrompts = {
  language: 'fr',
  off: ['stalled.rep.any'],
  changed: { 'stalled.manager.any': { ...texts, followUp: 'Which day?' } },
  added: [mine],
};

describe('own questions', () => {
  it('stand beside those that are shipped, in other words, or take them out', () => {
    const all = withOwn(PROMPTS, own);
    expect(all).toHaveLength(PROMPTS.length);
    expect(all.at(-1)).toEqual(mine);
    expect(all.some(({ id }) => id === 'stalled.rep.any')).toBe(false);
    expect(all.find(({ id }) => id === 'stalled.manager.any')).toEqual({
      ...PROMPTS.find(({ id }) => id === 'stalled.manager.any'),
      ...own.changed['stalled.manager.any'],
    });
    expect(withOwn(PROMPTS, { ...own, off: ['own.1'] }).some(({ id }) => id === 'own.1')).toBe(false);
  });

  it('leave everything as shipped where there are none, or none that is understood', () => {
    expect(withOwn(PROMPTS, NOTHING_OWN)).toEqual(PROMPTS);
    for (const stored of [undefined, null, [], 'x', { ...own, language: 'xx' }])
      expect(ownOf(stored)).toEqual(NOTHING_OWN);
    expect(ownOf(own)).toEqual(own);
  });

  it.each<[string, unknown, string]>([
    ['a question without a proof', { ...own, added: [{ ...mine, proof: '' }] }, 'added.0.proof'],
    ['a changed one without its proof', { ...own, changed: { x: { ...texts, proof: '' } } }, 'changed.x.proof'],
    ['a figure that nobody knows', { ...own, added: [{ ...mine, question: '{price}?' }] }, 'added.0.question'],
    ['one in the proof', { ...own, changed: { x: { ...texts, proof: '{x}' } } }, 'changed.x.proof'],
    ['one where none is filled in', { ...own, added: [{ ...mine, followUp: '{stage}?' }] }, 'added.0.followUp'],
    ['too many', { ...own, off: Array(501).fill('a') }, 'off'],
    ['a word too many', { ...own, note: 'secret' }, ''],
    ['a page of text', { ...own, added: [{ ...mine, purpose: 'x'.repeat(401) }] }, 'added.0.purpose'],
  ])('are refused with their place: %s', (_, value, place) => {
    expect(checkOwn(value)).toEqual({ place });
  });
});

describe('a file of own questions', () => {
  it('comes back as it was, whatever the texts', () => {
    const words = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !/\{\w+\}/.test(text));
    const anyTexts = fc.record({ question: words, proof: words, followUp: words, purpose: words });
    fc.assert(
      fc.property(anyTexts, fc.array(words, { maxLength: 4 }), (said, off) => {
        const one: OwnPrompts = { language: 'de', off, changed: { a: said }, added: [{ ...mine, ...said }] };
        expect(ownFromText(ownToText(one))).toEqual({ own: one });
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['no JSON', '{', /no file of questions/],
    ['another file', '{"format":"sideline-limits","version":1}', /no file of questions/],
    ['nothing', 'null', /no file of questions/],
    ['a huge one', `"${'x'.repeat(1_000_001)}"`, /no file of questions/],
    ['a later version', '{"format":"sideline-prompts","version":2}', /another version/],
    ['a broken one', ownToText({ ...own, added: [{ ...mine, proof: '' }] }), /see “added\.0\.proof”/],
  ])('is refused whole, with a sentence: %s', (_, text, sentence) => {
    expect(ownFromText(text)).toEqual({ problem: expect.stringMatching(sentence) });
  });

  it('is joined to what stands here, and holds where both speak of one question', () => {
    const here: OwnPrompts = { language: 'en', off: ['a'], changed: { x: texts }, added: [mine] };
    const read: OwnPrompts = { ...own, off: ['a', 'b'], changed: { y: texts }, added: [{ ...mine, question: 'New?' }] };
    expect(joinOwn(here, read)).toEqual({
      ...{ language: 'en', off: ['a', 'b'], changed: { x: texts, y: texts } },
      added: [{ ...mine, question: 'New?' }],
    });
  });
});
