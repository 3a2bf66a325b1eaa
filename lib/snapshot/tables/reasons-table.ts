import { english } from '../../coaching/words/english.ts';
import type { SignalName } from '../../risk/types.ts';
import { columns, dealCell, instantCell, table, textCell } from '../cells.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { DealPart, ReasonPart, ScorePart } from '../deal-part.ts';
import type { Cell, DocumentTable } from '../document.ts';
import { sayReason } from '../say-reason.ts';

const HEADS = columns({
  ...{ Deal: 'link', Reason: 'text', Fact: 'text', Limit: 'text', Points: 'text', Counted: 'text', How: 'text' },
  ...{ Field: 'text', 'Text on the page': 'text', 'By the rule': 'text', On: 'text', 'Seen at': 'instant' },
});

/** What speaks for and against each deal that was seen lately, as the sum that it is. */
export function reasonsTable(speech: ContentSpeech): DocumentTable {
  const calibrated = speech.content.deals.some(({ score }) => score?.calibrated);
  const note = `${calibrated ? english.score.calibratedNote : english.score.note} Start and all that is counted come to the sum.`;
  const rows = speech.content.deals.flatMap((deal) => (deal.score ? rowsOf(deal, deal.score, speech) : []));
  return table('reasons', 'Reasons', note, HEADS, rows);
}

function rowsOf(deal: DealPart, score: ScorePart, speech: ContentSpeech): Cell[][] {
  const name = dealCell(deal.id, speech);
  const plain = (title: string, counted: number): Cell[] => [
    ...[name, textCell(title), null, null, null, textCell(points(counted))],
    ...[null, null, null, null, null, null],
  ];
  const told = deal.reasons.flatMap((reason) => reasonRows(deal, reason, score, name, speech));
  if (told.length === 0 && score.others.length === 0) return [];
  return [
    plain('Start', score.base),
    ...told,
    ...score.others.map(({ counted }) => plain(english.score.learnt, counted)),
    plain('Sum', score.logOdds),
  ];
}

/** A row for each text that it rests on. */
function reasonRows(deal: DealPart, reason: ReasonPart, score: ScorePart, name: Cell, speech: ContentSpeech): Cell[][] {
  const { words } = speech;
  const share = score.shares.find(({ signal }) => signal === reason.signal);
  const { strongest, quarter, uncounted } = english.reason;
  const how = !share || share.points === 0 ? uncounted : share.why === 'quarter' ? quarter : strongest;
  const head: Cell[] = [
    name,
    textCell(words.capital(words.title(reason.signal as SignalName))),
    textCell(sayReason(deal.id, reason, speech)),
    textCell(
      reason.unit === 'none' || reason.limit <= 0
        ? null
        : `${Math.round(reason.limit * 10) / 10} ${UNITS[reason.unit] ?? ''}`,
    ),
    textCell(points(reason.points)),
    textCell(share ? points(share.counted) : null),
    textCell(how),
  ];
  const evidence = reason.evidence.map(({ field, raw, rule, page, seenAt }): Cell[] => [
    textCell(words.capital(words.field(field))),
    textCell(raw),
    textCell(rule),
    textCell(words.page(page as 'record')),
    instantCell(seenAt),
  ]);
  const [first = [null, null, null, null, null], ...others] = evidence;
  return [
    [...head, ...first],
    ...others.map((row): Cell[] => [name, head[1] ?? null, null, null, null, null, null, ...row]),
  ];
}

const UNITS: Record<string, string> = { days: 'days', 'working-days': 'working days', percent: '%', times: 'times' };

/** In hundredths, with its sign: what the arithmetic is done in. */
const points = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
