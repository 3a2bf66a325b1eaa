import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../lib/coaching/catalogue/fill.ts';
import { FIGURES, type Prompt } from '../../../lib/coaching/catalogue/types.ts';
import { RISK_NAMES } from '../../../lib/risk/types.ts';
import { FORBIDDEN } from '../forbidden.ts';

import { PROMPTS } from '../packaged-prompts.ts';

const textsOf = ({ question, proof, followUp, purpose }: Prompt) => [question, proof, followUp, purpose];
const rows = PROMPTS.map((prompt) => [prompt.id, prompt] as const);

/** The first ten are heard daily and asked about in more than one way; of the others one question for each role will do. */
const DAILY = RISK_NAMES.slice(0, 10);
/** What a card asks about when no signal leads. */
const OTHERS = ['moved', 'promise-due', 'look-again', 'thin', 'healthy'];
describe('the prompt catalogue', () => {
  it('asks about the risks and nothing else, each in one place of the file', () => {
    const topics = PROMPTS.map(({ signal }) => signal).filter((signal, at, all) => signal !== all[at - 1]);
    expect([...topics].sort()).toEqual([...RISK_NAMES, ...OTHERS].sort());
  });

  it.each(RISK_NAMES.flatMap((signal) => (['manager', 'rep'] as const).map((role) => [signal, role] as const)))(
    'has questions about %s for a %s, one of them for any stage and situation',
    (signal, role) => {
      const fitting = PROMPTS.filter((prompt) => prompt.signal === signal && prompt.role === role);
      expect(fitting.length).toBeGreaterThanOrEqual(DAILY.includes(signal) ? 2 : 1);
      if (signal === 'pushed')
        expect(fitting.map(({ situation }) => situation)).toEqual(expect.arrayContaining(['first', 'repeated']));
      else expect(fitting.some(({ stages, situation }) => stages.length === 0 && situation === null)).toBe(true);
    },
  );

  it.each(OTHERS)('asks both roles about %s', (topic) => {
    const roles = new Set(PROMPTS.filter(({ signal }) => signal === topic).map(({ role }) => role));
    expect([...roles].sort()).toEqual(['manager', 'rep']);
  });

  it('has no two prompts under one id', () => {
    expect(new Set(PROMPTS.map(({ id }) => id)).size).toBe(PROMPTS.length);
    for (const { id, signal, role } of PROMPTS) expect(id.startsWith(`${signal}.${role}.`), id).toBe(true);
  });

  it.each(rows)('%s keeps to the words, without an exclamation mark or an unknown figure', (_, prompt) => {
    for (const text of textsOf(prompt)) {
      expect(text).not.toMatch(FORBIDDEN);
      expect(text).not.toMatch(/!|should have|great|well done|\bfail/i);
      // It asks about the process: never a person for their reasons, nor what they left undone.
      expect(text).not.toMatch(
        /why (did|do|have|are|were)(n’t)? (you|they|he|she)\b|you (forgot|missed|never|always)/i,
      );
      for (const figure of figuresIn(text)) expect(FIGURES).toContain(figure);
    }
  });

  it.each(rows)('%s asks or requests, and is short enough to say in one breath or two', (_, { question }) => {
    const last = question.split(/(?<=[.?:”])\s+/).at(-1) ?? '';
    const requests = /^(Ask|Call|Name|Offer|Write|Set|Send|Try|Get|Open|One call tells|Scroll|Make|Let|Ring|Hang)\b/;
    expect(last.endsWith('?') || requests.test(last), last).toBe(true);
    expect(question.length).toBeLessThanOrEqual(175);
    expect(question).not.toMatch(/\byour? (rep|team)\b/i);
  });

  it.each(rows)('%s names a proof: what they did, or a fact with its day', (_, { proof }) => {
    expect(proof).toMatch(
      /\b(they|their|theirs|them|that person|from|accepted|dated|day|days|date|reply|answer|introduction|sponsor|document|mail|person)\b/i,
    );
    expect(proof).toMatch(/\.$/);
  });

  it('has no two questions alike', () => {
    const common = new Set(
      'this that what they them their there have over with from which would does been were who'.split(' '),
    );
    const tokens = PROMPTS.map(
      ({ question }) =>
        new Set((question.toLowerCase().match(/[a-z’]{3,}|\{\w+\}/g) ?? []).filter((word) => !common.has(word))),
    );
    for (const [index, one] of tokens.entries()) {
      for (const [offset, other] of tokens.slice(index + 1).entries()) {
        const shared = [...one].filter((token) => other.has(token)).length;
        const pair = `${PROMPTS[index]?.id} and ${PROMPTS[index + 1 + offset]?.id}`;
        expect(shared / (one.size + other.size - shared), pair).toBeLessThan(0.35);
      }
    }
  });

  it('never names a person’s score and never repeats the amount outside of a cut', () => {
    for (const { signal, question } of PROMPTS) {
      if (signal !== 'amount-cut') expect(figuresIn(question).filter((figure) => /amount/i.test(figure))).toEqual([]);
      expect(question).not.toMatch(/%|score|rank/i);
    }
  });
});
