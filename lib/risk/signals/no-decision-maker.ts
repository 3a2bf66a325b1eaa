import { decides } from '../../process/decides.ts';
import { QUESTIONS } from '../../process/qualification.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { holds, off, type Signal, unknown } from '../signal.ts';

export const sees = 'Among the people with a role on the deal nobody decides, or the checklist says so.';

export const noDecisionMaker: Signal<'no-decision-maker'> = {
  name: 'no-decision-maker',
  family: 'people',
  limits: DEFAULT_LIMITS['no-decision-maker'],
  inputs: [],
  evaluate(context) {
    const { contacts } = context.past();
    const answer = context.standing().get(QUESTIONS.decisionMaker)?.answer;
    const said = answer === 'unknown' ? undefined : answer;
    const roles =
      contacts && !context.isOld(contacts.seenAt) ? contacts.standing.filter(({ entry }) => entry.role) : [];
    if (said === undefined && roles.length === 0) return unknown(noDecisionMaker, [], ['contacts', 'answers']);
    const limit = context.limit('no-decision-maker');
    const found = said === undefined ? roles.some(({ entry }) => decides(entry.role ?? '')) : said !== 'no';
    if (!limit || found) return off(noDecisionMaker);
    const [first] = roles;
    const last = contacts ? context.clock.dayOf(contacts.seenAt) : context.clock.dayOf(context.deal.lastSeenAt);
    return holds(context, noDecisionMaker, {
      facts: { people: roles.length, said: said ?? null },
      observed: 0,
      limit,
      asOfDay: last,
      told: first ? [{ field: 'account', row: first.row }] : [],
    });
  },
};
