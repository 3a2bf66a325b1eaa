import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFirstList } from '../../lib/coaching/build-first-list.ts';
import { buildToday } from '../../lib/coaching/build-today.ts';
import type { DealCard } from '../../lib/coaching/card.ts';
import { addDays, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { FORBIDDEN } from './forbidden.ts';
import { cardOf, historyOf, moment, SETTINGS, stage, textsIn, usd } from './make-history.ts';
import { PROMPTS } from './packaged-prompts.ts';
import { HOSTILE, randomDay, randomHistory, START } from './random-history.ts';

/** A value that fell through into a sentence. */
const HOLES = /\bundefined\b|\bNaN\b|\bnull\b|\[object|Invalid Date|Infinity|\{(days|closeDate|stage|since|seen)\}/;
/** Addresses and ids are not read; names and raw text are the page's own words. */
const OWN_WORDS = /\.(deal|url|prompt\.basis|id|raw|name|rule)$/;
const dayOrNull = fc.integer({ min: 60, max: 220 }).map((days) => addDays(START, days));

const sentences = (value: unknown) => textsIn(value).filter(([path]) => !OWN_WORDS.test(path));
describe('every card, whatever the history', () => {
  it('holds no hole in any sentence and no forbidden word, for either role', () => {
    fc.assert(
      fc.property(randomHistory, dayOrNull, (history, day) => {
        for (const role of ['manager', 'rep'] as const) {
          const card = cardOf(history, role, moment(day));
          for (const [path, text] of sentences(card)) {
            if (HOSTILE.some((hostile) => text.includes(hostile.slice(0, 8)))) continue;
            expect(text, path).not.toMatch(HOLES);
            expect(text, path).not.toMatch(FORBIDDEN);
            expect(text, path).not.toMatch(/!/);
          }
          expect(`${card.pill} ${card.score.text}`).not.toContain('%');
          expect(card.line1.trim()).not.toBe('');
          expect(card.line2.trim()).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has a reason, a limit and evidence for each signal, adding up to the score', () => {
    fc.assert(
      fc.property(randomHistory, randomDay, (history, day) => {
        const card = cardOf(history, 'manager', moment(day));
        for (const reason of card.reasons) {
          expect(reason.limit).toMatch(/^(Limit|Counts)/);
          expect(reason.evidence.length).toBeGreaterThan(0);
          expect(reason.fact).toMatch(/[.?…:]$/);
        }
        if (card.lead === 'closed') return;
        const sum = [...card.reasons, ...card.signs].reduce((total, { counted }) => total + counted, card.score.base);
        expect(sum).toBeCloseTo(card.score.logOdds, 6);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same for the same input, and short enough to be read', () => {
    fc.assert(
      fc.property(randomHistory, randomDay, (history, day) => {
        const card = cardOf(history, 'rep', moment(day));
        expect(cardOf(history, 'rep', moment(day))).toEqual(card);
        expect(card.pill.length).toBeLessThanOrEqual(40);
        expect([...card.line1].length).toBeLessThanOrEqual(320);
        expect([...card.line2].length).toBeLessThanOrEqual(320);
      }),
      { numRuns: 200 },
    );
  });

  it('never puts a question a second time on what it was asked about', () => {
    fc.assert(
      fc.property(randomHistory, randomDay, (history, day) => {
        const now = moment(day);
        const put = new Set<string>();
        let asked = history;
        for (let turn = 0; turn < 12; turn++) {
          const { prompt } = cardOf(asked, 'manager', now);
          if (!prompt || prompt.askedOn !== null) return;
          expect(put.has(prompt.basis)).toBe(false);
          put.add(prompt.basis);
          const event = {
            id: String(turn),
            deal: 'deal-1',
            prompt: prompt.id,
            signal: prompt.signal,
            basis: prompt.basis,
            kind: 'asked' as const,
            at: now.asOf,
            until: null,
          };
          asked = { ...asked, prompts: [...asked.prompts, event] };
        }
        throw new Error('twelve questions on one deal');
      }),
      { numRuns: 60 },
    );
  });

  it('keeps today’s list without holes and within five deals', () => {
    fc.assert(
      fc.property(
        fc.array(randomHistory, { maxLength: 8 }),
        randomDay,
        fc.constantFrom('manager' as const, 'rep' as const),
        (histories, day, role) => {
          const settings = {
            goal: { quarter: '2026-Q4', amount: usd(100_000) },
            calendar: MONDAY_TO_FRIDAY,
            fiscalYearStart: 1,
            me: null,
            locale: 'en-GB',
          };
          const numbered = histories.map((history, index) => ({
            ...history,
            deal: { ...history.deal, id: `deal-${index}` },
          }));
          const today = buildToday({ histories: numbered, catalogue: PROMPTS, role, moment: moment(day), settings });
          expect(today.touch.length).toBeLessThanOrEqual(5);
          for (const [path, text] of sentences(today)) {
            if (HOSTILE.some((hostile) => text.includes(hostile.slice(0, 8)))) continue;
            expect(text, path).not.toMatch(HOLES);
            expect(text, path).not.toMatch(FORBIDDEN);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('hostile text', () => {
  const calm = { amount: usd(50_000), closeDate: '2026-10-01', createdOn: '2026-06-01', lastActivity: '2026-11-01' };
  it.each(HOSTILE)('stays text inside our sentences: %j', (hostile) => {
    const looks = ['2026-11-03', '2026-11-06'].map((on) => ({
      on,
      ...calm,
      name: hostile,
      stage: stage('Legal'),
      nextStep: hostile,
      nextStepDue: '2026-10-20',
    }));
    const card: DealCard = cardOf(historyOf(looks), 'manager', moment('2026-11-06'));
    expect(card.name).toBe(hostile);
    for (const text of [card.line1, card.line2, card.pill, ...card.reasons.map(({ fact }) => fact)]) {
      expect(text).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
      expect([...text].length).toBeLessThan(320);
    }
  });

  it('is no pattern: a slot or a dollar sign in a step is shown as it is', () => {
    const looks = ['2026-11-03', '2026-11-06'].map((on) => ({
      on,
      ...calm,
      closeDate: '2027-03-01',
      stage: stage('Proposal'),
      nextStep: '{days} $& $1',
      nextStepDue: '2026-10-20',
    }));
    const card = cardOf(historyOf(looks), 'manager', moment('2026-11-06'));
    expect(card.reasons.map(({ fact }) => fact).join()).toContain('“{days} $& $1”');
  });

  it('passes through the first list', () => {
    const deals = HOSTILE.map((name, index) => ({
      recordId: String(index),
      url: null,
      fields: { name: { ok: true as const, value: name, raw: name, rule: 'r' } },
    }));
    const reading = {
      id: 'r',
      crm: 'odoo',
      tenant: 't',
      page: 'list' as const,
      url: 'https://odoo.example.com',
      at: 0,
      timeZone: 'UTC',
      locale: 'x-nonsense',
      deals,
      stages: [],
      rows: null,
    };
    const result = buildFirstList(reading, {
      today: '2026-11-06',
      calendar: MONDAY_TO_FRIDAY,
      locale: SETTINGS.locale,
    });
    expect(result.open.rows).toHaveLength(HOSTILE.length);
    expect(result.open.rows.every(({ name }) => name.trim() !== '')).toBe(true);
  });
});
