import { useState } from 'preact/hooks';
import { DraftView } from '../../../../components/snapshots/draft-view.tsx';
import { SheetFrame } from '../../../../components/snapshots/sheet-frame.tsx';
import { ALL_KEPT, type DraftActions } from '../../../../components/snapshots/snapshots-state.ts';
import { openSnapshots } from '../../../../lib/store/snapshot-store.ts';
import { useAnswer } from '../../use-answer.tsx';
import type { TabProps } from '../index.ts';
import { Gone } from './gone.tsx';
import { SharePlace } from './share-place.tsx';

const store = openSnapshots();

/** A week on its way to be frozen. What is typed is kept at once, and shown in the sheet below. */
export function DraftPlace({ ask, turn, go, from, corrects }: TabProps & { from: string; corrects: string | null }) {
  const locale = navigator.language;
  const [typed, setTyped] = useState(0);
  const [left, setLeft] = useState(ALL_KEPT);
  const draft = useAnswer(() => ask('snapshotDraft', { from, corrects, locale }), [turn, typed]);
  const choice = { of: { draft: from, corrects }, left, person: null, with: null, locale } as const;
  const sheet = useAnswer(() => ask('snapshotSheet', choice), [turn, typed, left]);
  if (!draft.answer) return draft.busy || !sheet.answer ? draft.state : <Gone />;
  const screen = draft.answer;
  const actions: DraftActions = {
    change: async (patch) => {
      await store.changeDraft(from, (before) => ({ ...patch(before), changedAt: Date.now() }));
      setTyped((turns) => turns + 1);
    },
    freeze: async () => {
      const now = (await store.draft(from)) ?? screen.typed;
      go('snapshots', await ask('snapshotFreeze', { draft: now, corrects }), true);
    },
  };
  return (
    <DraftView screen={screen} actions={actions} locale={locale}>
      {sheet.answer ? (
        <>
          <SharePlace choice={choice} sheet={sheet.answer} left={left} setLeft={setLeft} />
          <SheetFrame html={sheet.answer.html} label="The sheet as it would be frozen" />
        </>
      ) : (
        sheet.state
      )}
    </DraftView>
  );
}
