// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { SweepQueue } from '../../components/sweep-queue.tsx';
import type { SweepScreen } from '../../lib/team/sweep/sweep-screen.ts';
import { sweepActions } from './sweep-states.ts';

afterEach(cleanup);

const row = (deal: string, url = `https://acme.example/deal/${deal}`): SweepScreen['queue'][number] => ({
  ...{ deal, name: `Deal ${deal}`, url, amount: '$1K', detail: 'In “Open pipeline” on 17 Nov, not on 24 Nov.' },
});

function show(queue: SweepScreen['queue'], answered: string | null = null) {
  const actions = sweepActions();
  const view = render(<SweepQueue {...{ queue, answered, actions }} />);
  return { actions, ...view };
}

describe('what is gone from a view', () => {
  it('shows nothing where nothing is gone and nothing was answered', () => {
    expect(show([]).container.textContent).toBe('');
  });

  it.each([
    ['won', 'won'],
    ['lost', 'lost'],
    ['still open', 'filtered'],
  ] as const)('is answered %s by one click, of that deal', (word, answer) => {
    const { actions } = show([row('a'), row('b')]);
    fireEvent.click(screen.getByRole('button', { name: `Deal b: ${word}` }));
    expect(actions.answer.mock.calls).toEqual([['b', answer]]);
  });

  it('takes the last answer back, with the queue empty too', () => {
    const { actions } = show([], 'a');
    expect(screen.getByRole('heading', { name: 'Nothing is left to answer' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Take the last answer back' }));
    expect(actions.undo).toHaveBeenCalledOnce();
  });

  it('offers nothing to take back before an answer', () => {
    show([row('a')]);
    expect(screen.queryByRole('button', { name: 'Take the last answer back' })).toBeNull();
  });

  it('follows no link that a page made up', () => {
    show([row('a', 'javascript:alert(1)')]);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('Deal a')).toBeTruthy();
  });
});
