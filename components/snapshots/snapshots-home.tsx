import type { SnapshotsHome, WeeksFreezing } from './snapshots-state.ts';
import { WeeksFreezingView } from './weeks-freezing.tsx';

export const snapshotHref = (place: string) => `#snapshots/${encodeURIComponent(place)}`;

type HomeProps = { home: SnapshotsHome; freezing: WeeksFreezing | null };

/** Drafts that wait for the manager, and all that was frozen. */
export function SnapshotsHomeView({ home: { drafts, waits, nextOn, items, damaged }, freezing }: HomeProps) {
  return (
    <div class="snapshots">
      <section class="panel" aria-label="To freeze">
        <h2>{drafts.length > 1 ? 'Weeks to freeze' : 'This week'}</h2>
        {drafts.map(({ from, week, needs }) => (
          <p key={from} class="row">
            <span>
              <a href={snapshotHref(`draft ${from}`)}>Draft: {week}</a>
              <br />
              <span class="quiet">{needs}</span>
            </span>
          </p>
        ))}
        {freezing && <WeeksFreezingView freezing={freezing} />}
        {freezing && (waits || nextOn) && (
          <p class="quiet">
            {waits
              ? `Draft: ${waits}. It stands here once they are frozen: it counts from the last of them.`
              : `The next draft stands ready on ${nextOn}.`}
          </p>
        )}
        {drafts.length === 0 && !freezing && (
          <p>
            {nextOn
              ? `Nothing to freeze. The next draft stands ready on ${nextOn}.`
              : 'Nothing to freeze yet. Open your deals for a week: its draft will stand here.'}
          </p>
        )}
      </section>
      <section class="panel" aria-label="Frozen">
        <h2>Frozen</h2>
        {items.length === 0 && freezing ? (
          <p class="quiet">None yet. The first will stand here in a moment.</p>
        ) : items.length === 0 ? (
          <p class="quiet">
            None yet. A snapshot is the week as it stood: frozen once, never changed, and held against the next one.
          </p>
        ) : (
          <ul class="frozen">
            {items.map(({ id, week, text, stamp, isInForce }) => (
              <li key={id}>
                <a href={snapshotHref(id)}>{week}</a>
                <span class="stamp" data-stamp={stamp}>
                  {isInForce ? stamp : 'corrected since'}
                </span>
                <span class="quiet">{text}</span>
              </li>
            ))}
          </ul>
        )}
        {damaged > 0 && (
          <p class="line error" role="status">
            {damaged === 1 ? 'One snapshot' : `${damaged} snapshots`} on the disk cannot be read and{' '}
            {damaged === 1 ? 'is' : 'are'} left out. A backup may still hold {damaged === 1 ? 'it' : 'them'}:{' '}
            <a href="/data.html">Your data</a>.
          </p>
        )}
      </section>
    </div>
  );
}
