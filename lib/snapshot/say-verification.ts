import type { Day, Instant } from '../deal/day.ts';
import type { Changed } from './check-hashes.ts';
import type { Difference } from './compare-replay.ts';
import type { Verification } from './verify.ts';

/** How the reader's own locale writes them, and what a part is called: a deal by its name. */
export type VerificationNames = { part(key: string): string; day(day: Day): string; moment(at: Instant): string };

/** Parts that are told one by one. */
const MOST_TOLD = 10;

/** What a verification found, for reading: the verdict first, then each finding. */
export function sayVerification(found: Verification, names: VerificationNames): string[] {
  return [
    VERDICTS[found.verdict],
    ...told(found.changed, (one) => sayChanged(one, names), 'changed part'),
    sayChain(found.chain, names),
    ...sayErased(found.erased, names),
    ...sayReplay(found, names),
  ];
}

const VERDICTS: Record<Verification['verdict'], string> = {
  sound: 'This snapshot is as it was frozen.',
  differs: 'This snapshot is as it was frozen. Its figures cannot be worked out the same today.',
  tampered: 'This snapshot is not as it was frozen.',
};

function told<T>(all: readonly T[], say: (one: T) => string, what: string): string[] {
  const more = all.length - MOST_TOLD;
  return [...all.slice(0, MOST_TOLD).map(say), ...(more > 0 ? [`And ${countOf(more, what)} besides.`] : [])];
}

function sayChanged(changed: Changed, { part }: VerificationNames): string {
  if (changed.what === 'leaf') return `Changed since: ${part(changed.key)}.`;
  if (changed.what === 'head') return `Changed since, at its head: ${HEAD_WORDS[changed.field] ?? changed.field}.`;
  return 'Its parts do not add up to its hash: the hash was changed, or a part was added, taken out, moved or written anew.';
}

const HEAD_WORDS: Record<string, string> = {
  id: 'which snapshot it is',
  from: 'the first day of the week',
  to: 'the last day of the week',
  asOf: 'as of when its figures are',
  knownAt: 'when its facts were known',
  timeZone: 'the time zone',
  frozenAt: 'when it was frozen',
  engine: 'which rules built it',
  reviewed: 'whether it was reviewed',
  corrects: 'which snapshot it corrects',
  before: 'which snapshot it follows',
};

function sayChain(chain: Verification['chain'], { day }: VerificationNames): string {
  const week = 'before' in chain ? `the week of ${day(chain.before.from)} to ${day(chain.before.to)}` : '';
  if (chain.kind === 'first') return 'It is the first of its chain.';
  if (chain.kind === 'holds') return `It follows the snapshot of ${week}.`;
  if (chain.kind === 'broken') {
    return `It does not follow the snapshot of ${week}: that one was changed, or one between them was taken out.`;
  }
  return 'The snapshot that it follows is not on record here: what came before was erased.';
}

function sayErased(erased: Verification['erased'], { moment }: VerificationNames): string[] {
  if (!erased) return [];
  const kinds = erased.kinds.map(([kind, count]) => countOf(count, ...(KIND_WORDS[kind] ?? OTHER_KIND)));
  const when = erased.first === erased.last ? moment(erased.last) : `${moment(erased.first)} to ${moment(erased.last)}`;
  return [`Erased (${when}): ${kinds.join(', ')}. Their hashes stand, so the rest is still proven.`];
}

const OTHER_KIND: [string, string] = ['other part', 'other parts'];
const KIND_WORDS: Record<string, [one: string, many: string]> = {
  deal: ['part on a deal', 'parts on deals'],
  said: ['part with what was said of a deal', 'parts with what was said of deals'],
  person: ['part on a person', 'parts on people'],
  note: ['line of the manager’s', 'lines of the manager’s'],
  team: ['part on the team', 'parts on the team'],
};

function sayReplay({ replay, engine }: Verification, { part }: VerificationNames): string[] {
  const built = engine
    ? [`It was built by version ${engine.was} of the rules; today they are version ${engine.is}.`]
    : [];
  if (!replay) return [...built, 'Its figures were not worked out again.'];
  if (replay.differences.length === 0) {
    return [...built, 'Worked out again from what was known then, every figure is the same.'];
  }
  return [
    ...built,
    ...told(replay.differences, (one) => sayDifference(one, part), 'difference'),
    replay.mayBe.length > 0
      ? `What can explain it: ${replay.mayBe.map((why) => WHY_WORDS[why]).join(', ')}.`
      : 'Rules and snapshot are unchanged, so the records are not: deals or people were erased, joined or taken from a backup since, or this browser’s clock was wrong.',
  ];
}

const WHY_WORDS = {
  tampered: 'the snapshot was changed',
  engine: 'the rules changed',
  erased: 'records were erased',
} as const;

function sayDifference({ key, how, fields }: Difference, part: VerificationNames['part']): string {
  if (how === 'gone') return `No longer on record: ${part(key)}.`;
  if (how === 'new') return `On record today and not in the snapshot: ${part(key)}.`;
  const where = fields.filter((field) => field !== '');
  return `Differs: ${part(key)}${where.length > 0 ? ` (${where.join(', ')})` : ''}.`;
}

const countOf = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
