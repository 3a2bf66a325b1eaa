import { describe, expect, it } from 'vitest';
import { typedNotes, wordingNotes } from '../../lib/coaching/say-wording.ts';
import type { PastEntry } from '../../lib/deal/past.ts';
import type { Said } from '../deal/make-reading.ts';
import { moment } from '../history/make-history.ts';
import { withPast } from '../history/make-past.ts';
import { historyOf, noon } from '../risk/one-deal.ts';

const ON = '2026-11-02';
const STEP = 'They should sign soon, I think';
const evidence = { rule: '.line', raw: 'that day' };
const note = (who: string | null, day: string, text: string): PastEntry => ({
  ...{ kind: 'event', what: 'note', side: 'seller', who, day, text, evidence },
});

const notesOf = (said: Said, part: object = {}, entries: PastEntry[] = []) =>
  wordingNotes({
    history: withPast(historyOf({ [ON]: said }), { at: noon(ON), entries, parts: ['feed', 'contacts'] }),
    moment: moment(noon(ON) + 1),
    ...{ role: 'rep', me: 'Kim Olsen', people: [] },
    ...part,
  });
const mine: Said = { owner: 'Olsen, Kim', nextStep: STEP };

describe('wordingNotes', () => {
  it('gives a rep every plainer question once, and what their own step leaves open', () => {
    expect(notesOf(mine)).toEqual([
      {
        of: 'step',
        day: null,
        hedges: [
          { word: 'should', ask: 'What does it hang on, and who decides that?' },
          { word: 'soon', ask: 'On which day?' },
          { word: 'I think', ask: 'Who said so, and when?' },
        ],
        ask: 'By which day?',
      },
    ]);
  });

  it('says nothing to a manager, to another rep, or to somebody whose name is not known', () => {
    expect(notesOf(mine, { role: 'manager' })).toEqual([]);
    expect(notesOf(mine, { me: 'Jo Meyer' })).toEqual([]);
    expect(notesOf(mine, { me: null })).toEqual([]);
    expect(notesOf({ ...mine, owner: 'Jo Meyer' })).toEqual([]);
  });

  it('takes the day of the step’s own field, and knows the people on the deal', () => {
    const step = { ...mine, nextStep: 'Priya reads the redlines', nextStepDue: '2026-11-14' };
    const contact: PastEntry = { kind: 'contact', name: 'Priya Nair', role: null, evidence };
    expect(notesOf(step, {}, [contact])).toEqual([]);
  });

  it('reads the last note of one’s own, as long as it is news', () => {
    const said = { owner: 'Kim Olsen' };
    const own = note('Kim Olsen', '2026-10-30', 'Hopefully legal is fine');
    expect(notesOf(said, {}, [own])).toMatchObject([
      { of: 'note', day: '2026-10-30', hedges: [{ word: 'Hopefully' }] },
    ]);
    expect(notesOf(said, {}, [note('Jo Meyer', '2026-10-30', 'Hopefully legal is fine')])).toEqual([]);
    expect(notesOf(said, {}, [note('Kim Olsen', '2026-10-01', 'Hopefully legal is fine')])).toEqual([]);
  });
});

it('marks what is being typed, and nothing in plain words', () => {
  expect(typedNotes('Vielleicht meldet sich der Einkauf')).toMatchObject([
    { of: 'typed', hedges: [{ word: 'Vielleicht' }] },
  ]);
  expect(typedNotes('Ana sends the redlines by 14 Nov 2026')).toEqual([]);
});
