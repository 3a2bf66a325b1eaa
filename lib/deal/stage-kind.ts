import type { Outcome, Stage } from './fields.ts';

export type StageKind = 'early' | 'mid' | 'late' | 'won' | 'lost';

/**
 * Words that stage names use for the two ends, without accents and in lower case. A label counts only if it says nothing
 * else: "Closed Won" is won, "Lost contact, call again" is an open stage.
 */
const WON = words(
  'won win converted convertie convertida convertito umgewandelt geconverteerd signed gewonnen erfolgreich gagne gagnee ganado ganada ganho ganha conquistado conquistada vinto vinta ' +
    'vunnen vunnet vundet vunna voitettu wygrana wygrane wygrany vyhrano vyhrana kazanildi выиграно ' +
    'выиграна',
);
const LOST = words(
  'lost cancelled canceled abandoned disqualified verloren storniert perdu perdue abandonne abandonnee perdido perdida ' +
    'cancelado cancelada annulee annulliert verlust anulado anulada perso persa annullato annullata geannuleerd forlorad forlorat tapt tabt ' +
    'havitty menetetty przegrana przegrane przegrany utracona prohrano ztraceno kaybedildi проиграно проиграна',
);
/** Says that a deal has ended, not how. "Close" is left out: some pipelines call their last open stage so. */
const CLOSED = words(
  'closed abgeschlossen geschlossen cloture cloturee ferme fermee conclu conclue cerrado cerrada fechado fechada chiuso ' +
    'chiusa gesloten stangd lukket zamkniete uzavreno закрыто закрыта',
);
/** What may stand beside them: "deal" and its like. */
const BESIDE = words(
  'close deal opportunity and as und geschaft affaire et negocio y e trattativa en affar och og сделка',
);
// Written without spaces, so a part of the label is enough.
const WON_PARTS = ['受注', '成約', '成立', '赢单', '贏單', '成交', '수주', '성사', '성공'];
const LOST_PARTS = ['失注', '不成立', '输单', '輸單', '丢单', '실주', '실패'];

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

type End = 'won' | 'lost' | 'either';

const ends = new Map<string, End | null>();
/** Labels are few; pages are not trusted to keep them so. */
const LABELS_KEPT = 1_000;

function endByLabel(label: string): End | null {
  let end = ends.get(label);
  if (end === undefined) {
    end = readLabel(label);
    if (ends.size >= LABELS_KEPT) ends.clear();
    ends.set(label, end);
  }
  return end;
}

/** Won or lost where a stage's label says just that in one of the languages we know, else null. */
export function closedByLabel(label: string): 'won' | 'lost' | null {
  const end = endByLabel(label);
  return end === 'either' ? null : end;
}

function readLabel(label: string): End | null {
  // Lost first: 不成立 holds 成立.
  if (LOST_PARTS.some((part) => label.includes(part))) return 'lost';
  if (WON_PARTS.some((part) => label.includes(part))) return 'won';
  const tokens = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .split(/[^\p{L}]+/u)
    .filter((token) => token !== '' && !BESIDE.has(token));
  const said = tokens.filter((token) => !CLOSED.has(token));
  // "Closed" alone is the last step of a path, which stands for won and lost together.
  if (said.length === 0) return tokens.length > 0 ? 'either' : null;
  if (said.every((token) => WON.has(token))) return 'won';
  return said.every((token) => LOST.has(token)) ? 'lost' : null;
}

const openOf = new WeakMap<readonly Stage[], Stage[]>();

/** A pipeline's stages that do not end it, in order. Asked for by several signals per deal: kept as long as the list. */
export function openStages(stages: readonly Stage[]): Stage[] {
  let open = openOf.get(stages);
  if (!open) {
    open = stages.filter((stage) => endByLabel(stage.label) === null);
    openOf.set(stages, open);
  }
  return open;
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
