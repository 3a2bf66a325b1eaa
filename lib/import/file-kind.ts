import { foldLabel } from '../crm/fold-label.ts';
import type { CrmId } from '../deal/reading.ts';
import { matchColumns } from './match-columns.ts';
import type { ColumnUse, FileKind } from './uses.ts';

const GOAL_WORDS =
  /\b(quota|quotas|target|goal|ziel|zielwert|vorgabe|objectif|cuota|objetivo|meta|cota|doel|doelbedrag|obiettivo)\b/;
const HISTORY_NAME = /history|verlauf|historie|historique|historial|historico|geschiedenis|cronologia|storico/i;
/** Words for a value after a change that nothing but a history has. */
const CHANGE_WORDS =
  /^(new value|to stage|neuer wert|nach phase|nouvelle valeur|valor nuevo|nuevo valor|novo valor|nieuwe waarde|nuovo valore|new value char|new stage)$/;

/** What a file tells of, by which columns it has. */
export function kindOf(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  crm: CrmId,
  fileName: string,
): FileKind {
  const has = (kind: FileKind) => {
    const uses = new Set(matchColumns(headers, samples, kind, crm).map(({ use }) => use));
    return (...wanted: ColumnUse[]) => wanted.some((use) => uses.has(use));
  };
  const folded = headers.map(foldLabel);
  const history = has('history');
  if (history('name', 'recordId') && history('new') && history('when')) {
    const plain = folded.some((header) => CHANGE_WORDS.test(header)) && history('old', 'field');
    if (plain || history('field') || (HISTORY_NAME.test(fileName) && !has('deals')('amount'))) return 'history';
  }
  const deals = has('deals');
  const quotas = has('quotas');
  if (quotas('target') && quotas('person', 'team') && folded.some((header) => GOAL_WORDS.test(header))) return 'quotas';
  const activities = has('activities');
  const act = activities('text') && activities('when', 'due') && activities('what', 'status', 'who', 'due');
  if (act && activities('name', 'recordId', 'account') && !deals('stage', 'amount')) return 'activities';
  if (deals('stage', 'amount', 'closeDate', 'outcome')) return 'deals';
  const roster = has('roster');
  return roster('person') && roster('team', 'alias') ? 'roster' : 'deals';
}
