import type { ChangeLine } from '../lib/coaching/card.ts';
import { Clamped } from './clamped.tsx';

/** What moved since the last look. Where nothing did, `since` says so by itself. */
export function Changes({ since, changes }: { since: string; changes: ChangeLine[] }) {
  if (changes.length === 0) {
    return since ? (
      <p class="part quiet" data-part="changes">
        {since}
      </p>
    ) : null;
  }
  return (
    <section class="part" data-part="changes">
      <h3>{since}</h3>
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
    </section>
  );
}
