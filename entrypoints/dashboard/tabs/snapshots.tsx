import { useState } from 'preact/hooks';
import '../../../components/snapshots/snapshots.css';
import { SnapshotsHomeView } from '../../../components/snapshots/snapshots-home.tsx';
import { DraftWaits } from '../../../components/snapshots/weeks-freezing.tsx';
import { ReportFailure } from '../../../components/use-act.ts';
import { useAnswer } from '../use-answer.tsx';
import type { TabProps } from './index.ts';
import { DraftPlace } from './snapshots/draft-place.tsx';
import { FrozenPlace } from './snapshots/frozen-place.tsx';
import { freezingOf, useUnfrozen } from './snapshots/use-unfrozen.ts';

/** "": all of them; "draft 2026-11-23" or "draft 2026-11-23 <id>": a week to freeze, or to correct; else a snapshot's id. */
export function Tab(props: TabProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const { unfrozen, done, state } = useUnfrozen(props);
  const { place } = props;
  const [first = '', from = '', corrects = null] = place.split(' ');
  const waits = corrects === null ? freezingOf(unfrozen ?? 0) : null;
  return (
    <ReportFailure.Provider value={setFailed}>
      <div aria-live="polite">{failed && <p class="line error">{failed}</p>}</div>
      {place === '' ? (
        <Home {...props} done={done} />
      ) : first !== 'draft' ? (
        <FrozenPlace key={place} {...props} id={place} />
      ) : waits ? (
        <DraftWaits freezing={waits} />
      ) : unfrozen === null ? (
        state
      ) : (
        <DraftPlace key={place} {...props} from={from} corrects={corrects} />
      )}
    </ReportFailure.Provider>
  );
}

function Home({ ask, turn, done }: TabProps & { done: number }) {
  const locale = navigator.language;
  const { answer, state } = useAnswer(() => ask('snapshots', { locale }), [turn, done]);
  return answer ? <SnapshotsHomeView home={answer} freezing={freezingOf(answer.unfrozen)} /> : state;
}
