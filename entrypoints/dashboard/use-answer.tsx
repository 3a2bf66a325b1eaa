import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

type Shown<A> = { answer: A | null; problem: string | null; busy: boolean };

/**
 * What the worker answers, asked anew when one of `on` changes; what was shown stays until the new answer is there, and
 * an answer that comes after a later question is dropped. Of questions that come while one is being answered the last
 * alone is asked, after it. `state`: what to show where there is no answer.
 */
export function useAnswer<A>(
  ask: () => Promise<A>,
  on: readonly unknown[],
): { answer: A | null; busy: boolean; state: ComponentChildren } {
  const [shown, setShown] = useState<Shown<A>>({ answer: null, problem: null, busy: true });
  const now = useRef<{ turn: number; isAsked: boolean; next: (() => void) | null }>({
    ...{ turn: 0, isAsked: false, next: null },
  });
  useEffect(() => {
    const turn = ++now.current.turn;
    setShown((before) => ({ ...before, busy: true }));
    const show = (answer: A | null, problem: string | null) => {
      const { next } = now.current;
      Object.assign(now.current, { isAsked: false, next: null });
      if (next) next();
      else if (turn === now.current.turn) setShown({ answer, problem, busy: false });
    };
    const question = () => {
      now.current.isAsked = true;
      ask().then(
        (answer) => show(answer, null),
        (error: Error) => show(null, error.message),
      );
    };
    if (now.current.isAsked) now.current.next = question;
    else question();
  }, on);
  useEffect(
    () => () => {
      now.current.next = null;
    },
    [],
  );
  const { answer, problem, busy } = shown;
  return { answer, busy, state: problem ? <p class="line error">{problem}</p> : <p class="quiet">One moment.</p> };
}
