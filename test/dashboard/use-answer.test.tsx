// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { useAnswer } from '../../entrypoints/dashboard/use-answer.tsx';

afterEach(cleanup);

/** Questions that wait until they are answered, in the order in which they were asked. */
function asked() {
  const waiting: { of: string; answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  const ask = (of: string) =>
    new Promise<string>((answer, fail) => {
      waiting.push({ of, answer, fail });
    });
  const next = (end: (one: (typeof waiting)[number]) => void) =>
    act(async () => {
      const one = waiting.shift();
      if (one) end(one);
      await Promise.resolve();
    });
  return { waiting, ask, next };
}

function Asks({ of, ask }: { of: string; ask: (of: string) => Promise<string> }) {
  const { answer, busy, state } = useAnswer(() => ask(of), [of]);
  return (
    <p data-testid="shown" aria-busy={busy}>
      {answer ?? state}
    </p>
  );
}

const shown = () => screen.getByTestId('shown');

test('asks the last of the questions that came meanwhile, and never shows an older answer after a newer question', async () => {
  const { waiting, ask, next } = asked();
  const { rerender } = render(<Asks of="a" ask={ask} />);
  await next(({ of, answer }) => answer(`answer ${of}`));
  expect(shown().textContent).toBe('answer a');
  for (const of of ['b', 'c', 'd']) rerender(<Asks of={of} ask={ask} />);
  await act(async () => {});
  expect(waiting.map(({ of }) => of)).toEqual(['b']);
  await next(({ of, answer }) => answer(`answer ${of}`));
  expect([shown().textContent, shown().getAttribute('aria-busy')]).toEqual(['answer a', 'true']);
  expect(waiting.map(({ of }) => of)).toEqual(['d']);
  await next(({ of, answer }) => answer(`answer ${of}`));
  expect([shown().textContent, shown().getAttribute('aria-busy')]).toEqual(['answer d', 'false']);
  expect(waiting).toEqual([]);
});

test('says why there is no answer, asks again with the next question, and no more once it is gone', async () => {
  const { waiting, ask, next } = asked();
  const { rerender } = render(<Asks of="a" ask={ask} />);
  await next(({ fail }) => fail(new Error('That did not work.')));
  expect(shown().textContent).toBe('That did not work.');
  rerender(<Asks of="b" ask={ask} />);
  rerender(<Asks of="c" ask={ask} />);
  await act(async () => {});
  cleanup();
  // Effects are cleaned up after the next frame.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await next(({ answer }) => answer('late'));
  expect(waiting).toEqual([]);
});
