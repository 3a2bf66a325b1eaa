import type { SaidRests } from '../lib/team/today/five-sentences.ts';

/** Where views and deals that were not seen this week are listed, to be opened. */
const LOOK_AGAIN = '/dashboard.html#sweep';

/** What a total rests on, with the way to what it lacks. `apart`: in a tab of its own. */
export function Rests({ rests, apart = false }: { rests: SaidRests; apart?: boolean }) {
  return (
    <p class="quiet rests">
      {rests.text}{' '}
      {rests.missing > 0 && (
        <a href={LOOK_AGAIN} {...(apart ? { target: '_blank', rel: 'noreferrer' } : {})}>
          Look again
        </a>
      )}
    </p>
  );
}
