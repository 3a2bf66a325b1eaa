import type { ComponentChildren } from 'preact';
import { ActButton } from '../act-button.tsx';
import type { Work } from '../actions.ts';
import { snapshotHref } from './snapshots-home.tsx';

/** What verifying found: one sentence, and what it rests on. */
export type Verified = { sentence: string; isSound: boolean; details: string[] };

export type SnapshotShown = {
  week: string;
  /** The others, the latest first, for comparing. */
  others: { id: string; week: string }[];
  people: { id: string; name: string }[];
  /** Chosen: another snapshot to compare with, or a person whose own page is shown. */
  with: string | null;
  person: string | null;
  /** It was corrected by another, or corrects one. */
  corrected: { id: string; text: string } | null;
  canCorrect: boolean;
};

type SnapshotProps = {
  shown: SnapshotShown;
  verified: Verified | null;
  verify(): Work;
  correct(): Work;
  pick(choice: { with?: string | null; person?: string | null }): void;
  children: ComponentChildren;
};

/** One frozen snapshot: what to see of it, whether it still holds, and below it the sheet. */
export function SnapshotView({ shown, verified, verify, correct, pick, children }: SnapshotProps) {
  const { week, others, people, corrected, canCorrect } = shown;
  return (
    <div class="snapshots">
      <section class="panel" aria-label={week}>
        <h2>{week}</h2>
        {corrected && (
          <p>
            <a href={snapshotHref(corrected.id)}>{corrected.text}</a>
          </p>
        )}
        <div class="choices">
          {others.length > 0 && (
            <label>
              <span>Compare with</span>
              <select
                value={shown.with ?? ''}
                onChange={({ currentTarget }) => pick({ with: currentTarget.value || null, person: null })}
              >
                <option value="">Nothing</option>
                {others.map((other) => (
                  <option key={other.id} value={other.id}>
                    {other.week}
                  </option>
                ))}
              </select>
            </label>
          )}
          {people.length > 0 && (
            <label>
              <span>One person’s own page</span>
              <select
                value={shown.person ?? ''}
                onChange={({ currentTarget }) => pick({ person: currentTarget.value || null, with: null })}
              >
                <option value="">The whole sheet</option>
                {people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <ActButton work={verify}>Verify</ActButton>
          {canCorrect && <ActButton work={correct}>Correct it</ActButton>}
        </div>
        <div role="status">{verified && <Report {...verified} />}</div>
      </section>
      {children}
    </div>
  );
}

function Report({ sentence, isSound, details }: Verified) {
  return (
    <div class="verified" data-sound={isSound}>
      <p>
        <b>{sentence}</b>
      </p>
      {details.length > 0 && (
        <ul>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
