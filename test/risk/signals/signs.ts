import type { DealAnswer } from '../../../lib/deal/answer.ts';
import { type Day, MONDAY_TO_FRIDAY } from '../../../lib/deal/day.ts';
import type { PastEntry, PastPart } from '../../../lib/deal/past.ts';
import { assessDeal } from '../../../lib/risk/assess.ts';
import type { TeamContext } from '../../../lib/risk/team-context.ts';
import type { Assessment, SignalName, SignalState } from '../../../lib/risk/types.ts';
import { DEAL, moment } from '../../history/make-history.ts';
import { withPast } from '../../history/make-past.ts';
import { historyOf, type Looks, noon, promise } from '../one-deal.ts';

const evidence = { rule: '.line', raw: 'that day' };
export const act = (day: Day, side: 'buyer' | 'seller', text = 'Mail'): PastEntry => ({
  ...{ kind: 'event', day, what: 'email', side, who: 'Ana', text, evidence },
});
export const contact = (name: string, role: string | null = null): PastEntry => ({
  kind: 'contact',
  name,
  role,
  evidence,
});

export type Known = {
  /** When it is; the day of the last look unless said. */
  on?: Day;
  past?: PastEntry[];
  parts?: PastPart[];
  answers?: Record<string, string>;
  /** The day of the last look unless said. */
  answeredOn?: Day;
  team?: TeamContext;
  promises?: Parameters<typeof promise>[0][];
};

export const ON = '2026-11-02';

/** All that is said of a deal whose page was read whole on its last look. */
export function judged(looks: Looks, known: Known = {}): Assessment {
  const last = Object.keys(looks).sort().at(-1) ?? ON;
  const answered = noon(known.answeredOn ?? last);
  const answers = Object.entries(known.answers ?? {}).map(([question, answer]): DealAnswer => {
    return { deal: DEAL, question, answer, at: answered, recordedAt: answered };
  });
  const history = { ...historyOf(looks), answers, promises: (known.promises ?? []).map(promise) };
  const read = { at: noon(last), entries: known.past ?? [], parts: known.parts ?? ['feed', 'contacts'] };
  const settings = { moment: moment(noon(known.on ?? last) + 1), calendar: MONDAY_TO_FRIDAY, team: known.team };
  return assessDeal(known.past ? withPast(history, read) : history, settings);
}

export function signOf(name: SignalName, looks: Looks, known: Known = {}): SignalState | undefined {
  return judged(looks, known).signals.find(({ signal }) => signal === name);
}

export const stateOf = (name: SignalName, looks: Looks, known: Known = {}) => signOf(name, looks, known)?.state;

export const team = (part: Partial<TeamContext> = {}): TeamContext => ({
  ...{ won: new Map(), open: new Map(), stays: new Map() },
  ...part,
});
