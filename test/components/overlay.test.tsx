// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Overlay, type OverlayProps } from '../../components/overlay.tsx';
import { card, cards, TODAY } from '../gallery/cards.ts';
import { overlayActions } from './actions-spy.ts';

afterEach(cleanup);

const show = (over: Partial<OverlayProps> = {}) => {
  const actions = overlayActions();
  const overlay = (more: Partial<OverlayProps> = {}) => (
    <Overlay card={card()} open={false} actions={actions} today={TODAY} {...over} {...more} />
  );
  const view = render(overlay());
  return { ...view, actions, again: (more: Partial<OverlayProps>) => view.rerender(overlay(more)) };
};
const pill = () => screen.getByRole('button', { name: /^Sideline:/ });
const region = () => screen.queryByRole('region', { name: 'Sideline on this deal' });

it('is a pill that opens into a card, takes the focus along, and remembers', () => {
  const { actions } = show();
  expect(pill().getAttribute('aria-expanded')).toBe('false');
  expect(region()).toBeNull();
  fireEvent.click(pill());
  expect(pill().getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(region());
  expect(actions.setOpen).toHaveBeenCalledWith(true);
});

it('closes by Esc, by its cross and by the pill, each time back to the pill', () => {
  const { actions } = show();
  const closings = [
    () => fireEvent.keyDown(screen.getByRole('button', { name: 'Asked' }), { key: 'Escape' }),
    () => fireEvent.click(screen.getByRole('button', { name: 'Close' })),
    () => fireEvent.click(pill()),
  ];
  for (const close of closings) {
    fireEvent.click(pill());
    close();
    expect(region()).toBeNull();
    expect(document.activeElement).toBe(pill());
    expect(actions.setOpen).toHaveBeenLastCalledWith(false);
  }
});

it('closes a form by the first Esc and the card by the second, and keeps both from the page', () => {
  const heard: string[] = [];
  const listen = (event: KeyboardEvent) => heard.push(event.key);
  document.addEventListener('keydown', listen);
  show({ open: true });
  fireEvent.click(screen.getByRole('button', { name: 'Set next step' }));
  fireEvent.keyDown(screen.getByLabelText('What will happen'), { key: 'Escape' });
  expect(screen.queryByRole('form')).toBeNull();
  expect(region()).toBeTruthy();
  fireEvent.keyDown(screen.getByRole('button', { name: 'Set next step' }), { key: 'Escape' });
  expect(region()).toBeNull();
  document.removeEventListener('keydown', listen);
  expect(heard).toEqual([]);
});

it('leaves the focus to the page when the card stands open by memory', () => {
  show({ open: true });
  expect(region()).toBeTruthy();
  expect(document.activeElement).toBe(document.body);
});

it('follows the other tabs of the site', () => {
  const { again } = show();
  again({ open: true });
  expect(region()).toBeTruthy();
});

it('reaches every control by native means', () => {
  const { container } = show({ open: true, card: cards.promise });
  const clickable = [...container.querySelectorAll('button, summary, a[href], input, select')];
  expect(clickable.length).toBeGreaterThan(12);
  expect(clickable.filter((each) => each.getAttribute('tabindex') === '-1')).toEqual([]);
  expect([...container.querySelectorAll('button')].filter((each) => !each.textContent && !each.ariaLabel)).toEqual([]);
});

it('speaks when the pill says something new, and is silent at first', async () => {
  const { again } = show();
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('');
  again({ card: card({ pill: 'Moved' }) });
  await expect.poll(() => status.textContent).toBe('Moved');
});

it('keeps an opened fold open and the words in a form when the card is updated', () => {
  const { container, again } = show({ open: true });
  const why = container.querySelector<HTMLDetailsElement>('[data-part="why"]');
  if (why) why.open = true;
  fireEvent.click(screen.getByRole('button', { name: 'Set next step' }));
  fireEvent.input(screen.getByLabelText('What will happen'), { target: { value: 'half a sent' } });
  again({ open: true, card: card({ line1: 'Something else now.' }) });
  expect(container.querySelector<HTMLDetailsElement>('[data-part="why"]')?.open).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('What will happen').value).toBe('half a sent');
});

it('starts afresh on another deal', () => {
  const { again } = show({ open: true });
  fireEvent.click(screen.getByRole('button', { name: 'Set next step' }));
  again({ open: true, card: card({ deal: 'd2' }) });
  expect(screen.queryByRole('form')).toBeNull();
});

it('shows a shape of its own for each kind of state', () => {
  const shapes = new Set(
    (['signal', 'change', 'promise', 'thin', 'healthy', 'closed', 'parked'] as const).map((state) => {
      const { container, unmount } = show({ card: cards[state] });
      const shape = container.querySelector('.pill svg path')?.parentElement?.innerHTML;
      unmount();
      return shape;
    }),
  );
  expect(shapes.size).toBe(7);
});

it('stands where it is told to, on the page’s own scheme', () => {
  const { container } = show({ place: 'right-middle', lift: 48, scheme: 'dark' });
  const dock = container.querySelector<HTMLElement>('.dock');
  expect(dock?.dataset).toMatchObject({ place: 'right-middle', scheme: 'dark' });
  expect(dock?.style.getPropertyValue('--lift')).toBe('48px');
});

it('says one calm line where the page lost its connection, with a card and without', () => {
  show({ open: true, error: 'Reload this page to continue.' });
  expect(screen.getByText('Reload this page to continue.')).toBeTruthy();
  cleanup();
  show({ card: null, error: 'Reload this page to continue.' });
  expect(screen.getByText('Reload this page to continue.')).toBeTruthy();
});

it('puts nothing on a page where it has nothing to say', () => {
  const { container } = show({ card: null });
  expect(container.textContent).toBe('');
});

it('opens all the same where remembering fails', async () => {
  const { actions } = show();
  actions.setOpen.mockRejectedValueOnce(new Error('gone'));
  fireEvent.click(pill());
  expect(region()).toBeTruthy();
});
