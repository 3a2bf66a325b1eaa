import { buildAgenda } from '../../../lib/coaching/agenda/build-agenda.ts';
import type { AgendaInput } from '../../../lib/coaching/agenda/person-context.ts';
import { MONDAY_TO_FRIDAY } from '../../../lib/deal/day.ts';
import type { OneToOne } from '../../../lib/deal/talk.ts';
import type { DealHistory } from '../../../lib/history/types.ts';
import { talk } from '../../deal/make-talk.ts';
import { at, CALM, historyOf, type Look, moment, usd } from '../make-history.ts';
import { PROMPTS } from '../packaged-prompts.ts';

/** Friday 6 November 2026. */
export const NOW = moment('2026-11-06');
export const ROSTER = [
  { name: 'Kim Olsen', aliases: ['kolsen'] },
  { name: 'Ben Okoro', aliases: [] },
];

type Extras = Parameters<typeof historyOf>[1];

/** A deal of Kim's, by its name, seen on 20 October, and today unless `looks` says otherwise. */
export function dealOf(name: string, looks: Partial<Look>[] = [{}], extras: Extras = {}): DealHistory {
  const first = { name, amount: usd(50_000), ...CALM, on: '2026-10-20' };
  const later = looks.map((look) => ({ ...CALM, name, amount: usd(50_000), on: '2026-11-06', ...look }));
  return historyOf([first, ...later], { id: name.toLowerCase(), ...extras });
}

export const ended = (on: string, part: Partial<OneToOne> = {}) =>
  talk({ id: `talk-${on}`, on, startedAt: at(on, 9), changedAt: at(on, 10), endedAt: at(on, 10), ...part });

export function inputOf(histories: readonly DealHistory[], part: Partial<AgendaInput> = {}): AgendaInput {
  return {
    ...{ person: 'Kim Olsen', histories, talks: [], talk: null, moment: NOW, roster: ROSTER, manager: 'Mara Lind' },
    ...{ by: { calendar: MONDAY_TO_FRIDAY }, catalogue: PROMPTS, locale: 'en-GB', fiscalYearStart: 1 },
    ...part,
  };
}

export const agendaOf = (histories: readonly DealHistory[], part: Partial<AgendaInput> = {}) =>
  buildAgenda(inputOf(histories, part));
