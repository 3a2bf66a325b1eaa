import { useContext, useState } from 'preact/hooks';
import { DraftView } from '../../../../components/snapshots/draft-view.tsx';
import { SheetFrame } from '../../../../components/snapshots/sheet-frame.tsx';
import { ALL_KEPT, type DraftActions } from '../../../../components/snapshots/snapshots-state.ts';
import { ReportFailure } from '../../../../components/use-act.ts';
import type { SnapshotDraft } from '../../../../lib/deal/frozen-snapshot.ts';
import { openSnapshots } from '../../../../lib/store/snapshot-store.ts';
import { sentenceOf } from '../../sentence-of.ts';
import { draftTyping } from '../../snapshots/draft-typing.ts';
import { useAnswer } from '../../use-answer.tsx';
import type { TabProps } from '../index.ts';
import { Gone } from './gone.tsx';
import { SharePlace } from './share-place.tsx';

const store = openSnapshots();

/**
 * A week on its way to be frozen. What is typed is kept at once; that it was written is heard by the page as any write is,
 * so that the sheet below follows once the typing pauses.
 */
export function DraftPlace({ ask, turn, go, from, corrects }: TabProps & { from: string; corrects: string | null }) {
  const locale = navigator.language;
  const report = useContext(ReportFailure);
  const [typing] = useState(() => draftTyping((patch) => store.changeDraft(from, patch)));
  const [typed, setTyped] = useState<SnapshotDraft | null>(null);
  const [left, setLeft] = useState(ALL_KEPT);
  const draft = useAnswer(() => ask('snapshotDraft', { from, corrects, locale }), [turn]);
  const choice = { of: { draft: from, corrects }, left, person: null, with: null, locale } as const;
  const sheet = useAnswer(() => ask('snapshotSheet', choice), [turn, left]);
  if (!draft.answer) return draft.busy || !sheet.answer ? draft.state : <Gone />;
  const onRecord = draft.answer.typed;
  const screen = { ...draft.answer, typed: typed && typed.changedAt >= onRecord.changedAt ? typed : onRecord };
  const actions: DraftActions = {
    change: (patch) => {
      const changedAt = Date.now();
      const change = (before: SnapshotDraft) => ({ ...patch(before), changedAt });
      setTyped((before) => change(before && before.changedAt >= onRecord.changedAt ? before : onRecord));
      typing.change(change).then(
        () => report(null),
        (error) => report(sentenceOf(error)),
      );
    },
    freeze: async () => {
      await typing.settled();
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
