import { useState } from 'preact/hooks';
import '../../../components/snapshots/snapshots.css';
import { SnapshotsHomeView } from '../../../components/snapshots/snapshots-home.tsx';
import { ReportFailure } from '../../../components/use-act.ts';
import { useAnswer } from '../use-answer.tsx';
import type { TabProps } from './index.ts';
import { DraftPlace } from './snapshots/draft-place.tsx';
import { FrozenPlace } from './snapshots/frozen-place.tsx';

/** "": all of them; "draft 2026-11-23" or "draft 2026-11-23 <id>": a week to freeze, or to correct; else a snapshot's id. */
export function Tab(props: TabProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const { place } = props;
  const [first = '', from = '', corrects = null] = place.split(' ');
  return (
    <ReportFailure.Provider value={setFailed}>
      <div aria-live="polite">{failed && <p class="line error">{failed}</p>}</div>
      {place === '' ? (
        <Home {...props} />
      ) : first === 'draft' ? (
        <DraftPlace key={place} {...props} from={from} corrects={corrects} />
      ) : (
        <FrozenPlace key={place} {...props} id={place} />
      )}
    </ReportFailure.Provider>
  );
}

function Home({ ask, turn }: TabProps) {
  const locale = navigator.language;
  const { answer, state } = useAnswer(() => ask('snapshots', { locale }), [turn]);
  return answer ? <SnapshotsHomeView home={answer} /> : state;
}
