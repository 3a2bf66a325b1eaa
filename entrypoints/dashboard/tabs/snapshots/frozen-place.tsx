import { useState } from 'preact/hooks';
import { SheetFrame } from '../../../../components/snapshots/sheet-frame.tsx';
import { SnapshotView, type Verified } from '../../../../components/snapshots/snapshot-view.tsx';
import { ALL_KEPT } from '../../../../components/snapshots/snapshots-state.ts';
import { useAnswer } from '../../use-answer.tsx';
import type { TabProps } from '../index.ts';
import { Gone } from './gone.tsx';
import { SharePlace } from './share-place.tsx';

/** A frozen snapshot: looked at, verified, compared, handed on. */
export function FrozenPlace({ ask, turn, go, id }: TabProps & { id: string }) {
  const locale = navigator.language;
  const [left, setLeft] = useState(ALL_KEPT);
  const [picked, pick] = useState<{ with: string | null; person: string | null }>({ with: null, person: null });
  const [verified, setVerified] = useState<Verified | null>(null);
  const choice = { of: { id }, left, ...picked, locale } as const;
  const { answer, busy, state } = useAnswer(() => ask('snapshotSheet', choice), [turn, left, picked]);
  if (!answer) return busy ? state : <Gone />;
  const { week, others, people, corrected, isInForce, from } = answer;
  return (
    <SnapshotView
      shown={{ week, others, people, corrected, canCorrect: isInForce, ...picked }}
      verified={verified}
      verify={async () => setVerified(await ask('snapshotVerify', { id, locale }))}
      correct={() => go('snapshots', `draft ${from} ${id}`)}
      pick={(patch) => pick({ ...picked, ...patch })}
    >
      <SharePlace choice={choice} sheet={answer} left={left} setLeft={setLeft} />
      <SheetFrame html={answer.html} label={week} />
    </SnapshotView>
  );
}
