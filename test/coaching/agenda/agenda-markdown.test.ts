import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agendaMarkdown } from '../../../lib/coaching/agenda/agenda-markdown.ts';
import { markdownText } from '../../../lib/coaching/agenda/markdown-text.ts';
import { talk } from '../../deal/make-talk.ts';
import { HOSTILE } from '../random-history.ts';
import { agendaOf, dealOf, ended } from './make-agenda.ts';

it('writes the six parts in the order of the talk, with their minutes and the notes', () => {
  const deal = dealOf('Larkfield', [{ closeDate: '2026-10-10' }], {
    promises: [{ who: 'Kim Olsen', side: 'ours', what: 'sends the terms', proof: 'mail', by: '2026-11-10' }],
  });
  const now = talk({ notes: { topic: 'The terms\n# not a heading\n- not a list', next: '' }, nextOn: '2026-11-20' });
  const text = agendaMarkdown(
    agendaOf([deal], { talk: now, talks: [ended('2026-10-30', { practice: 'Ask who signs.' }), now] }),
  );
  expect(text.match(/^#+ .*$/gm)).toEqual([
    '# 1:1 with Kim Olsen, Mon 2 Nov',
    '## 1. Your topic first (5 min)',
    '## 2. What was promised (5 min)',
    '## 3. What changed in your pipeline (3 min)',
    '## 4. Two deals (12 min)',
    '## 5. One skill (3 min)',
    '## 6. New promises (2 min)',
  ]);
  expect(text).toContain('> The terms\n> \\# not a heading\n> \\- not a list');
  expect(text).toContain('Kim Olsen: sends the terms by Tue 10 Nov; proof: mail');
  expect(text).toContain('- To try since last time: Ask who signs. How did it go?');
  expect(text).toContain('- We talk again on Fri 20 Nov.');
  expect(text).not.toMatch(/\n{3}/);
});

it('keeps what came from a page as text: nothing that it holds begins a line or marks anything up', () => {
  for (const name of [...HOSTILE, '[a](javascript:alert(1))', '1. one', '**b** `c` ~~d~~ <!-- e', '## f', '| g |']) {
    const text = agendaMarkdown(agendaOf([dealOf('x', [{ name, closeDate: '2026-10-10' }])]));
    const titles = text.match(/^#+ /gm) ?? [];
    expect(titles).toHaveLength(7);
    expect(text).not.toMatch(/(?<!\\)<|(?<!\\)\[|(?<!\\)`/);
    expect(text).not.toMatch(/(?<!\\)\*\*b/);
  }
});

it('loses no letter of a text by making it safe', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const made = markdownText(text);
      expect(made).not.toMatch(/[\n\r]/);
      const read = made.replace(/\\([!-/:-@[-`{-~])/g, '$1');
      expect(read).toBe(text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim());
      expect(made).not.toMatch(/^([#>+\-=~|]|\d+[.)])/);
    }),
  );
});
