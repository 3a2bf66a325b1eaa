import { expect, it } from 'vitest';
import { sayDigest } from '../../../lib/coaching/reminders/digest.ts';
import { speakerOn } from '../../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../../lib/coaching/words/words-for.ts';
import { FORBIDDEN } from '../forbidden.ts';
import { at } from '../make-history.ts';
import { step } from './make-step.ts';

const say = speakerOn('2026-11-12', 'UTC', 'en-GB');
const digest = (...steps: ReturnType<typeof step>[]) => sayDigest(steps, wordsFor('en'), say);

it('says each step first, then its deal and its day', () => {
  expect(
    digest(
      step('2026-11-10', { seenOn: '2026-11-03' }),
      step('2026-11-12', { what: 'Redlines', who: 'Ana', side: 'theirs', remindAt: at('2026-11-12', 14) }),
      step('2026-11-11', { what: null, name: null, seenOn: '2026-11-12' }),
    ),
  ).toEqual({
    title: '3 steps today',
    lines: [
      'Ana: Redlines · Fernhill rollout · today, 14:00',
      'a step with a day, not named · A deal whose name was not seen · was due Wed 11 Nov',
      'Send the security answers · Fernhill rollout · was due Tue 10 Nov; last look Tue 3 Nov',
    ],
  });
});

it('has five lines at most, the last of them a number', () => {
  const many = Array.from({ length: 9 }, (_, n) => step('2026-11-12', { key: `p${n}`, what: `Call ${n}` }));
  expect(digest(...many.slice(0, 5)).lines).toHaveLength(5);
  const { title, lines } = digest(...many);
  expect([title, lines.length, lines.at(-1)]).toEqual(['9 steps today', 5, 'and 5 more']);
});

it('puts a page’s text on one line, shortened, and blames nobody', () => {
  const hostile = `Call\n\u202e${'x'.repeat(500)}<img src=x onerror=alert(1)>`;
  const { lines } = digest(step('2026-11-09', { what: hostile, name: `=HYPERLINK("x")\r\nB` }));
  expect(lines[0]).not.toMatch(/[\n\r\u202e]/);
  expect(lines[0]?.length).toBeLessThan(260);
  expect(lines[0]).not.toMatch(FORBIDDEN);
  expect(digest(step('2026-11-12')).title).toBe('1 step today');
});
