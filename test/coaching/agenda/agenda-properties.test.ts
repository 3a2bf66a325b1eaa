import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaMarkdown } from '../../../lib/coaching/agenda/agenda-markdown.ts';
import { buildAgenda } from '../../../lib/coaching/agenda/build-agenda.ts';
import { personPage } from '../../../lib/coaching/agenda/person-page.ts';
import { addDays } from '../../../lib/deal/day.ts';
import type { DealHistory, Moment } from '../../../lib/history/types.ts';
import { teamContext } from '../../../lib/risk/team-context.ts';
import { talk } from '../../deal/make-talk.ts';
import { FORBIDDEN } from '../forbidden.ts';
import { at, moment, textsIn } from '../make-history.ts';
import { HOSTILE, randomDay, randomHistory, START } from '../random-history.ts';
import { ended, inputOf } from './make-agenda.ts';

const OWNERS = ['Kim Olsen', 'Olsen, Kim', 'Ben Okoro', 'Noa Berg', null] as const;

/** Deals of several people, each of which names its own number in all that is written on it. */
const deals = fc
  .array(fc.tuple(randomHistory, fc.array(fc.constantFrom(...OWNERS), { minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.map(([history, owners], at) => signed(history, owners, `mark${at}mark`)));

function signed(history: DealHistory, owners: readonly (string | null)[], mark: string): DealHistory {
  const id = `${history.deal.id}-${mark}`;
  const say = (value: unknown) => (typeof value === 'string' ? `${mark} ${value}`.slice(0, 200) : value);
  const fields = new Set(['name', 'account', 'nextStep']);
  const first = history.sightings[0];
  const owned = owners.map((owner, at) => ({
    ...{ seq: 1_000 + at, deal: id, field: 'owner' as const, from: at === 0 ? undefined : (owners[at - 1] ?? null) },
    ...{ to: owner, after: null, seenAt: (first?.at ?? 0) + at, recordedAt: (first?.at ?? 0) + at },
    evidence: { crm: 'pipedrive', page: 'record' as const, rule: 'css', raw: 'owner' },
  }));
  const others = history.changes.filter(({ field }) => field !== 'owner');
  const changes = others.map((change) =>
    fields.has(change.field) && change.to !== null
      ? { ...change, deal: id, to: say(change.to) as string }
      : { ...change, deal: id },
  );
  const promises = history.promises.map((promise, at) => ({
    ...{ ...promise, id: `${mark}-${at}`, deal: id, what: `${mark} ${promise.what}`, side: 'ours' as const },
    who: ['Kim Olsen', 'Ben Okoro', 'Mara Lind', 'We'][at % 4] ?? 'We',
  }));
  return { ...history, deal: { ...history.deal, id }, changes: [...owned, ...changes], promises };
}

function ownerOf({ changes }: DealHistory, { asOf }: Moment): unknown {
  return changes.filter(({ field, seenAt }) => field === 'owner' && seenAt <= asOf).at(-1)?.to ?? null;
}

const isKims = (owner: unknown) => owner === 'Kim Olsen' || owner === 'Olsen, Kim';
const talks = [ended('2026-09-11'), ended('2026-10-02', { person: 'Ben Okoro', practice: 'other practice' })];

describe('an agenda, whatever the histories', () => {
  it('holds nothing of another person’s deals: without them it is the same, in every form', () => {
    fc.assert(
      fc.property(deals, randomDay, (all, day) => {
        const now = moment(day);
        const team = teamContext(all, now);
        const kims = all.filter((history) => isKims(ownerOf(history, now)));
        const input = { moment: now, team, talks, talk: talk({ on: day, startedAt: at('2026-11-20') }) };
        const agenda = buildAgenda(inputOf(all, input));
        expect(buildAgenda(inputOf(kims, input))).toEqual(agenda);
        const records = new Map(all.map(({ deal }) => [deal.id, { crm: 'odoo', tenant: 't', recordId: deal.id }]));
        const forms =
          JSON.stringify(agenda) + agendaMarkdown(agenda) + JSON.stringify(personPage(inputOf(all, input), records));
        for (const [index, history] of all.entries())
          if (!kims.includes(history)) expect(forms).not.toContain(`mark${index}mark`);
        expect(forms).not.toContain('other practice');
      }),
      { numRuns: 80 },
    );
  });

  it('never looks ahead: what is recorded later changes nothing', () => {
    fc.assert(
      fc.property(deals, fc.integer({ min: 60, max: 200 }), (all, days) => {
        const now = moment(addDays(START, days));
        const known = all.map((history) => ({
          ...history,
          changes: history.changes.filter(({ seenAt }) => seenAt <= now.asOf),
          sightings: history.sightings.filter(({ at }) => at <= now.asOf),
          promises: history.promises
            .filter(({ madeAt }) => madeAt <= now.asOf)
            .map((one) => ({ ...one, settled: one.settled && one.settled.at <= now.asOf ? one.settled : null })),
          waits: history.waits.filter(({ madeAt }) => madeAt <= now.asOf),
          prompts: history.prompts.filter(({ at }) => at <= now.asOf),
        }));
        const later = [...talks, ended('2027-02-01')];
        const before = talks.filter(({ startedAt }) => startedAt <= now.asOf);
        expect(buildAgenda(inputOf(all, { moment: now, talks: later }))).toEqual(
          buildAgenda(inputOf(known, { moment: now, talks: before })),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('has no word that accuses, no score and no hole in any sentence of ours', () => {
    const HOLES = /\bundefined\b|\bNaN\b|\bnull\b|\[object|Invalid Date|Infinity/;
    fc.assert(
      fc.property(deals, randomDay, (all, day) => {
        const agenda = buildAgenda(inputOf(all, { moment: moment(day) }));
        for (const [path, text] of textsIn(agenda)) {
          if (/\.(deal|url|id|name)$/.test(path)) continue;
          if (HOSTILE.some((hostile) => text.includes(hostile.slice(0, 8))) || /mark\d/.test(text)) continue;
          expect(text, path).not.toMatch(HOLES);
          expect(text, path).not.toMatch(FORBIDDEN);
          expect(text, path).not.toMatch(/!|\bpoints\b|of ten deals/i);
        }
        const { promises, changes, deals: talked, skill } = agenda;
        expect(promises.manager.length + promises.rep.length).toBeLessThanOrEqual(6);
        expect(changes.lines.length).toBeLessThanOrEqual(5);
        expect(skill.suggestions.length).toBeLessThanOrEqual(2);
        expect(talked.choices.map(({ deal }) => deal)).not.toContain(talked.help?.deal);
      }),
      { numRuns: 60 },
    );
  });
});
