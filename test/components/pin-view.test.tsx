// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PinView } from '../../components/pin-view.tsx';
import { MOST_VIEWS, type PinnedView } from '../../lib/settings/settings.ts';
import { OFFERED, OPEN } from './sweep-states.ts';

afterEach(cleanup);

function show(pinned: PinnedView[] = [], offered = OFFERED) {
  const pin = vi.fn<(views: PinnedView[]) => void>();
  render(<PinView {...{ offered, pinned, pin }} people={['Ida', 'Kim']} />);
  return pin;
}

describe('pinning a view', () => {
  it('adds the list that was picked, under the name, kind and person that were chosen', () => {
    const pin = show([OPEN]);
    fireEvent.change(screen.getByLabelText('List'), { target: { value: 'https://acme.example/ida' } });
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: '  Won by Ida ' } });
    fireEvent.change(screen.getByLabelText('Shows'), { target: { value: 'closed' } });
    fireEvent.change(screen.getByLabelText('Whose'), { target: { value: 'Ida' } });
    fireEvent.click(screen.getByRole('button', { name: 'Pin' }));
    const { text: _, ...place } = OFFERED[1] ?? { text: '' };
    expect(pin.mock.calls).toEqual([[[OPEN, { ...place, name: 'Won by Ida', kind: 'closed', person: 'Ida' }]]]);
  });

  it('takes the list that was looked at last, of open deals and everybody’s, where nothing was said', async () => {
    const pin = show();
    fireEvent.click(screen.getByRole('button', { name: 'Pin' }));
    expect(pin.mock.calls[0]?.[0]).toMatchObject([
      { url: 'https://acme.example/kim', name: 'Open deals', kind: 'open', person: null },
    ]);
    await waitFor(() => expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe(''));
  });

  it('pins no more than a sweep goes through', () => {
    show(Array.from({ length: MOST_VIEWS }, (_, at) => ({ ...OPEN, url: `https://acme.example/${at}` })));
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/^Six views are pinned/)).toBeTruthy();
  });

  it('says what to do where no other list was looked at', () => {
    show([OPEN], []);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/Open one in your CRM, and it is offered here\.$/)).toBeTruthy();
  });
});
