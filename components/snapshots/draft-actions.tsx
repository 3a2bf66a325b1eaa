import type { DraftActions, DraftScreen, PastAction } from './snapshots-state.ts';

const isSame = (a: { deal: string; action: string }, b: { deal: string; action: string }) =>
  a.deal === b.deal && a.action === b.action;

/** The last sheet's actions: done or not, the manager's own first. */
export function PastActions({ screen, change }: { screen: DraftScreen; change: DraftActions['change'] }) {
  const { past, typed } = screen;
  if (past.length === 0) return null;
  const say = ({ deal, action }: PastAction, done: boolean) =>
    void change((before) => ({
      ...before,
      done: [...before.done.filter((one) => !isSame(one, { deal, action })), { deal, action, done }],
    }));
  return (
    <fieldset class="past">
      <legend>The last sheet’s actions</legend>
      <ul>
        {past.map((one) => {
          const said = typed.done.find((each) => isSame(each, one))?.done ?? null;
          const name = `${one.deal} ${one.action}`;
          return (
            <li key={name} class="row">
              <span>{one.told}</span>
              <span class="answers">
                {([true, false] as const).map((done) => (
                  <label key={String(done)}>
                    <input type="radio" name={name} checked={said === done} onChange={() => say(one, done)} />
                    {done ? 'Done' : 'Not done'}
                  </label>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
