import type { Outcome, Stage } from './fields.ts';

export type StageKind = 'early' | 'mid' | 'late' | 'won' | 'lost';

/**
 * Words that stage names use for the two ends, without accents and in lower case. A label counts only if it says nothing
 * else: "Closed Won" is won, "Lost contact, call again" is an open stage.
 */
const WON = words(
  'won win converted convertie convertida convertito umgewandelt geconverteerd signed gewonnen gagne gagnee ganado ganada ganho ganha conquistado conquistada vinto vinta ' +
    'vunnen vunnet vundet vunna voitettu wygrana wygrane wygrany vyhrano vyhrana kazanildi выиграно ' +
    'выиграна',
);
const LOST = words(
  'lost cancelled canceled abandoned disqualified verloren storniert perdu perdue abandonne abandonnee perdido perdida ' +
    'cancelado cancelada annulee annulliert verlust anulado anulada perso persa annullato annullata geannuleerd forlorad forlorat tapt tabt ' +
    'havitty menetetty przegrana przegrane przegrany utracona prohrano ztraceno kaybedildi проиграно проиграна',
);
/** What may stand beside them: "closed", "deal" and their like. */
const BESIDE = words(
  'closed close deal opportunity and as abgeschlossen geschlossen und geschaft cloture cloturee ferme fermee conclu ' +
    'conclue affaire et cerrado cerrada negocio y fechado fechada e chiuso chiusa trattativa en gesloten stangd affar ' +
    'och lukket og zamkniete uzavreno закрыто закрыта сделка',
);
// Written without spaces, so a part of the label is enough.
const WON_PARTS = ['受注', '成約', '成立', '赢单', '贏單', '成交', '수주', '성사', '성공'];
const LOST_PARTS = ['失注', '不成立', '输单', '輸單', '丢单', '실주', '실패'];

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

const closedLabels = new Map<string, 'won' | 'lost' | null>();
/** Labels are few; pages are not trusted to keep them so. */
const LABELS_KEPT = 1_000;

/** Won or lost where a stage's label says just that in one of the languages we know, else null. */
export function closedByLabel(label: string): 'won' | 'lost' | null {
  let closed = closedLabels.get(label);
  if (closed === undefined) {
    closed = readLabel(label);
    if (closedLabels.size >= LABELS_KEPT) closedLabels.clear();
    closedLabels.set(label, closed);
  }
  return closed;
}

function readLabel(label: string): 'won' | 'lost' | null {
  // Lost first: 不成立 holds 成立.
  if (LOST_PARTS.some((part) => label.includes(part))) return 'lost';
  if (WON_PARTS.some((part) => label.includes(part))) return 'won';
  const tokens = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .split(/[^\p{L}]+/u)
    .filter((token) => token !== '');
  const ends = tokens.filter((token) => !BESIDE.has(token));
  if (ends.length === 0) return null;
  if (ends.every((token) => WON.has(token))) return 'won';
  return ends.every((token) => LOST.has(token)) ? 'lost' : null;
}

/** A pipeline's stages that are neither won nor lost, in order. */
export function openStages(stages: readonly Stage[]): Stage[] {
  return stages.filter((stage) => closedByLabel(stage.label) === null);
}

/** The place of a stage among others: by machine id where both carry one, else by label. -1: not among them. */
export function stageIndex(stage: Stage, stages: readonly Stage[]): number {
  if (stage.id !== null) {
    const byId = stages.findIndex((other) => other.id === stage.id);
    if (byId >= 0) return byId;
  }
  const label = stage.label.trim().toLowerCase();
  return stages.findIndex((other) => {
    const clash = stage.id !== null && other.id !== null;
    return !clash && other.label.trim().toLowerCase() === label;
  });
}

/** The kind of the open stage at `index` of `count`: thirds, the middle one taking what is left over. */
export function kindAt(index: number, count: number): 'early' | 'mid' | 'late' {
  const third = Math.floor(((index + 0.5) * 3) / count);
  return third <= 0 ? 'early' : third === 1 ? 'mid' : 'late';
}

/** Null where the order of the stages was never seen, or the stage is not among them. */
export function stageKind(stage: Stage | null, stages: readonly Stage[], outcome: Outcome): StageKind | null {
  if (outcome !== 'open') return outcome;
  if (stage === null) return null;
  const closed = closedByLabel(stage.label);
  if (closed !== null) return closed;
  const open = openStages(stages);
  const index = stageIndex(stage, open);
  return index < 0 ? null : kindAt(index, open.length);
}

type Seen<V> = { value: V | null; lastSeenAt: number };

/**
 * Won, lost or open: what the page's own field says, else what the stage's label says. A label that says won or lost
 * beats an outcome that was last seen as open before it.
 */
export function outcomeOf(deal: { fields: { outcome?: Seen<Outcome>; stage?: Seen<Stage> } }): Outcome {
  const { outcome, stage } = deal.fields;
  const said = outcome?.value ?? null;
  if (said === 'won' || said === 'lost') return said;
  if (!stage?.value) return 'open';
  if (said === 'open' && outcome && outcome.lastSeenAt >= stage.lastSeenAt) return 'open';
  return closedByLabel(stage.value.label) ?? 'open';
}
