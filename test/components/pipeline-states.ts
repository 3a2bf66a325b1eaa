import type { PipelineState } from '../../components/pipeline-state.ts';
import { speakerOn } from '../../lib/coaching/words/dates.ts';
import { english } from '../../lib/coaching/words/english.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { teamContext } from '../../lib/risk/team-context.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { entriesOf } from '../../lib/team/pipeline/entry.ts';
import { foldGroups } from '../../lib/team/pipeline/fold-groups.ts';
import { pipelineList } from '../../lib/team/pipeline/pipeline.ts';
import { sayRow } from '../../lib/team/pipeline/say-row.ts';
import { type PipelineView, placeOf, WHOLE_PIPELINE } from '../../lib/team/pipeline/view.ts';
import { teamAt } from '../../lib/team/team-deals.ts';
import { moment } from '../coaching/make-history.ts';

const NOW = moment('2026-11-27');

/** What the tab shows of these deals, all rows there. */
export function pipelineState(
  histories: readonly DealHistory[],
  patch: Partial<PipelineView> = {},
  folded: ReadonlySet<string> = new Set(),
): PipelineState {
  const view = { ...WHOLE_PIPELINE, ...patch };
  const usual = teamContext(histories, NOW);
  const team = teamAt(histories, NOW, DEFAULT_SETTINGS, usual);
  const entries = entriesOf(team, usual);
  const say = speakerOn('2026-11-27', 'UTC', 'en-US');
  const list = pipelineList(entries, view, team, english, say);
  return {
    ...{ view, folded, place: placeOf(view), active: 0, returns: false, saved: [], printed: null },
    list: { ...list, lines: foldGroups(list, folded) },
    rows: new Map(entries.map((entry, place) => [place, sayRow(entry, english, say)])),
  };
}
