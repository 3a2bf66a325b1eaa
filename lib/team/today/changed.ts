import { restsOn } from '../rests-on.ts';
import type { Asked } from './asked.ts';
import { CHANGE_KINDS, type ChangeKind, changedSince, changesFrom, changesOf } from './changes-since.ts';
import type { DealGroup, SentencePart } from './five-sentences.ts';
import { QUESTIONS } from './questions.ts';
import { sayRestsOn } from './say-rests-on.ts';

const KINDS: Record<ChangeKind, string> = {
  won: 'won',
  lost: 'lost',
  created: 'created',
  out: 'put off beyond the quarter',
  in: 'pulled into the quarter',
  cut: 'with a lower amount',
  raised: 'with a higher amount',
  'put-off': 'put off within their quarter',
  'pulled-in': 'due earlier',
  back: 'a stage back',
  forward: 'a stage on',
  category: 'in another forecast category',
};

/** As many kinds as one sentence bears. */
const NAMED = 3;

/** What became of the deals since the last complete week ended. Without a look before that it says since when it looks. */
export function sayChanged(asked: Asked): SentencePart {
  const { team, role, deals, open, words, say, total, row } = asked;
  const since = say.weekday(changedSince(team));
  const from = changesFrom(team);
  const looked = deals.some(({ now }) => (now.history.changes[0]?.seenAt ?? from) < from);
  const first = deals.map(({ firstSeenAt }) => firstSeenAt).reduce((a, b) => Math.min(a, b), team.moment.asOf);
  const changes = looked ? changesOf(asked) : [];
  const groups: DealGroup[] = CHANGE_KINDS.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const rows = own.map(({ deal, detail }) => row(deal, detail));
    return { title: words.capital(KINDS[kind]), note: total(own.map(({ deal }) => deal)), rows };
  });
  const told = groups.map(({ title, note, rows }) => `${rows.length} ${title.toLowerCase()}, ${note}`);
  const others =
    told.length > NAMED ? `; ${words.deals(changes.length - countIn(groups.slice(0, NAMED)))} moved otherwise` : '';
  return {
    id: 'changed',
    question: QUESTIONS[role].changed,
    sentence: !looked
      ? `Sideline has looked since ${say.on(first)}; what changes from then on will stand here.`
      : changes.length === 0
        ? `Nothing seen to change since the end of ${since}.`
        : `Since the end of ${since}: ${told.slice(0, NAMED).join('; ')}${others}.`,
    emphasis: told[0] ?? null,
    rests: sayRestsOn(restsOn(open, team), words, say),
    groups,
  };
}

const countIn = (groups: readonly DealGroup[]) => groups.reduce((sum, { rows }) => sum + rows.length, 0);
