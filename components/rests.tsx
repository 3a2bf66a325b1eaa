import type { ComponentChildren } from 'preact';
import type { SaidRests } from '../lib/team/today/five-sentences.ts';

/** Where views and deals that were not seen this week are listed, to be opened. */
const LOOK_AGAIN = '/dashboard.html#sweep';

/** The way to what was not seen. `apart`: in a tab of its own. */
export function ToSweep({ apart, children }: { apart: boolean; children: ComponentChildren }) {
  return (
    <a href={LOOK_AGAIN} {...(apart ? { target: '_blank', rel: 'noreferrer' } : {})}>
      {children}
    </a>
  );
}

/** What a total rests on, with the way to what it lacks. `apart`: in a tab of its own. */
export function Rests({ rests, apart = false }: { rests: SaidRests; apart?: boolean }) {
  return (
    <p class="quiet rests">
      {rests.text} {rests.missing > 0 && <ToSweep apart={apart}>Look again</ToSweep>}
    </p>
  );
}
