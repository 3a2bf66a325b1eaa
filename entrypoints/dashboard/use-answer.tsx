import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

type Shown<A> = { answer: A | null; problem: string | null; busy: boolean };

/**
 * What the worker answers, asked anew when one of `on` changes; what was shown stays until the new answer is there, and
 * an answer that comes after a later question is dropped. `state`: what to show where there is no answer.
 */
export function useAnswer<A>(
  ask: () => Promise<A>,
  on: readonly unknown[],
): { answer: A | null; busy: boolean; state: ComponentChildren } {
  const [shown, setShown] = useState<Shown<A>>({ answer: null, problem: null, busy: true });
  const last = useRef(0);
  useEffect(() => {
    const turn = ++last.current;
    setShown((before) => ({ ...before, busy: true }));
    ask().then(
      (answer) => turn === last.current && setShown({ answer, problem: null, busy: false }),
      (error: Error) => turn === last.current && setShown({ answer: null, problem: error.message, busy: false }),
    );
  }, on);
  const { answer, problem, busy } = shown;
  return { answer, busy, state: problem ? <p class="line error">{problem}</p> : <p class="quiet">One moment.</p> };
}
