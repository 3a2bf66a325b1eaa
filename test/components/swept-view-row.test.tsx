// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { SweptViewRow } from '../../components/swept-view-row.tsx';
import type { SweepView } from '../../lib/team/sweep/sweep-screen.ts';
import { CLOSED, OPEN, sweepActions } from './sweep-states.ts';

afterEach(cleanup);

const KIM = { ...OPEN, url: 'https://acme.example/kim', name: 'Kim’s', person: 'Kim' };
const PINNED = [OPEN, CLOSED, KIM];

function show(swept: Partial<SweepView>, at = 0) {
  const actions = sweepActions();
  const full: SweepView = { view: PINNED[at] ?? OPEN, reach: 'whole', text: 'Read to its end.', sums: null, ...swept };
  render(<SweptViewRow swept={full} at={at} pinned={PINNED} actions={actions} />);
  return actions;
}

describe('a pinned view', () => {
  it('is opened by its link alone, and says whose it is and how far it was read', () => {
    show({ text: '50 of 61 rows read. Scroll to its end.', reach: 'part' }, 2);
    const link = screen.getByRole('link', { name: 'Open Kim’s' });
    expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual(['https://acme.example/kim', 'noreferrer']);
    expect(screen.getByRole('listitem').textContent).toContain('open deals, Kim');
    expect(screen.getByText('50 of 61 rows read. Scroll to its end.')).toBeTruthy();
  });

  it.each([
    ['not-opened', false],
    ['part', false],
    ['uncounted', true],
    ['unmatched', true],
    ['other', true],
    ['whole', false],
  ] as const)('that is %s is taken as whole by a click: %s', (reach, isOffered) => {
    const actions = show({ reach });
    const button = screen.queryByRole('button', { name: 'That was all of Open pipeline' });
    expect(button !== null).toBe(isOffered);
    if (button) fireEvent.click(button);
    expect(actions.sayWhole.mock.calls).toEqual(isOffered ? [[OPEN.url]] : []);
  });

  it('moves up by one, the first not at all', () => {
    const actions = show({}, 2);
    fireEvent.click(screen.getByRole('button', { name: 'Move Kim’s up' }));
    expect(actions.setViews.mock.calls).toEqual([[[OPEN, KIM, CLOSED]]]);
    cleanup();
    show({}, 0);
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  it('is unpinned, the others staying in their order', () => {
    const actions = show({}, 1);
    fireEvent.click(screen.getByRole('button', { name: 'Unpin Won this quarter' }));
    expect(actions.setViews.mock.calls).toEqual([[[OPEN, KIM]]]);
  });

  it('shows what the page’s own total says of it, where it has one', () => {
    show({ sums: 'The page’s own total is what its rows come to.' });
    expect(screen.getByText('The page’s own total is what its rows come to.')).toBeTruthy();
  });

  it('follows no link that is none to the web', () => {
    show({ view: { ...OPEN, url: 'javascript:alert(1)' } });
    expect(screen.queryByRole('link')).toBeNull();
  });
});
