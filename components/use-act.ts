import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Work } from './actions.ts';

/** Where a failed action is told, once per surface; null takes the line away. */
export const ReportFailure = createContext<(line: string | null) => void>(() => {});

/** For a failure that brings no sentence of its own. */
const NOT_SAVED = 'That was not saved. Try again; if it stays so, reload the page.';

/** Runs an action once at a time. The work starts in the same turn as the click, as permission prompts demand. */
export function useAct(): { busy: boolean; run(work: () => Work, done?: () => void): void } {
  const report = useContext(ReportFailure);
  const [busy, setBusy] = useState(false);
  const run = (work: () => Work, done?: () => void) => {
    if (busy) return;
    const succeed = () => {
      setBusy(false);
      report(null);
      done?.();
    };
    const fail = (reason: unknown) => {
      setBusy(false);
      // A plain Error carries the sentence to show; the browser's own errors have names, and words for programmers.
      report(reason instanceof Error && reason.name === 'Error' && reason.message ? reason.message : NOT_SAVED);
    };
    try {
      const result = work();
      if (!result) return succeed();
      setBusy(true);
      result.then(succeed, fail);
    } catch (reason) {
      fail(reason);
    }
  };
  return { busy, run };
}
