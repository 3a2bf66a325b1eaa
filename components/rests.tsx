import type { SaidRests } from '../lib/team/today/five-sentences.ts';

/** Where deals that were not seen for a while are listed, to be looked at again. */
const LOOK_AGAIN = '/dashboard.html#today/unknown';

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
