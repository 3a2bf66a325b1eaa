import type { ChangeLine } from '../lib/coaching/card.ts';
import { Clamped } from './clamped.tsx';

/** What moved since the last look; nothing moved is a line too. */
export function Changes({ since, changes }: { since: string; changes: ChangeLine[] }) {
  if (!since && changes.length === 0) return null;
  return (
    <section class="part" data-part="changes">
      <h3>{since || 'Since your last look'}</h3>
      {changes.length === 0 ? (
        <p class="quiet">Nothing moved.</p>
      ) : (
        <ul class="rows">
          {changes.map((change, at) => (
            <li key={`${change.field}${at}`} class="row">
              <span>
                <Clamped text={change.text} />
              </span>
              <time>{change.when}</time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
