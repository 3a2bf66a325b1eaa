// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { PopupState } from '../../components/popup-state.ts';
import { PopupView } from '../../components/popup-view.tsx';
import { cards, TODAY } from '../gallery/cards.ts';
import { five, popups, today } from '../gallery/pages.ts';
import { popupActions } from './actions-spy.ts';

afterEach(cleanup);

const show = (state: PopupState) => {
  const actions = popupActions();
  return { ...render(<PopupView state={state} actions={actions} today={TODAY} />), actions };
};
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe.each(Object.entries(popups))('the popup in state %s', (_, state: PopupState) => {
  it('has a heading and a main landmark, and no gap in its words', () => {
    const { container } = show(state);
    expect(screen.getByRole('main')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sideline');
    expect(container.textContent).not.toMatch(/undefined|null|NaN|!/);
  });
});

it('shows the same facts as the card on the page', () => {
  const { container } = show(popups.deal);
  expect(screen.getByText(cards.signal.line1, { selector: 'h2' })).toBeTruthy();
  expect(container.querySelector('.status')?.textContent).toBe(cards.signal.pill);
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
});

it('answers in five sentences, says on what the first rests, and which deals to touch', () => {
  const { container, actions } = show(popups.today);
  for (const { id, question, sentence } of five.parts) {
    const part = container.querySelector(`.five [data-part="${id}"]`);
    expect(part?.querySelector('h2')?.textContent).toBe(question);
    expect(part?.querySelector('.tells')?.textContent).toBe(sentence);
  }
  expect(container.querySelector('[data-part="behind"] .rests')?.textContent).toContain(
    '58 of 64 deals seen this week',
  );
  expect(screen.getByRole('link', { name: 'Look again' }).getAttribute('href')).toBe('/dashboard.html#sweep');
  const touched = container.querySelectorAll('[data-part="touch"] li');
  expect(touched).toHaveLength(4);
  expect(touched[0]?.textContent).toContain(today.touch[0]?.fact);
  fireEvent.click(screen.getByRole('link', { name: 'Castor & Vale pilot' }));
  expect(actions.visit).toHaveBeenCalledWith(today.touch[2]?.url);
  expect(container.querySelector('[data-part="look-again"]')?.textContent).toContain('Bremer Optik');
  expect(container.querySelector('[data-part="waiting"]')?.textContent).toContain('Priory Trust');
  expect(screen.queryByLabelText(/^Goal/)).toBeNull();
});

it('asks for one number where there is no goal', () => {
  const { actions } = show(popups['today-no-goal']);
  fireEvent.input(screen.getByLabelText(/^Goal/), { target: { value: '600k' } });
  fireEvent.change(screen.getByLabelText('Currency'), { target: { value: 'EUR' } });
  press('Set goal');
  fireEvent.submit(screen.getByLabelText(/^Goal/));
  expect(actions.setGoal).toHaveBeenCalledWith({ minor: 60_000_000, currency: 'EUR', halfStep: 0 });
});

it('follows only links to the web', () => {
  const touch = today.touch.map((row) => ({ ...row, url: 'javascript:alert(1)' }));
  const evil = { ...today, touch, lookAgain: null, waiting: null };
  const parts = five.parts.map((part) => ({
    ...part,
    groups: part.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, url: 'data:text/html,x' })),
    })),
  }));
  show({ kind: 'today', five: { ...five, parts }, today: evil, site: null });
  const own = ['/dashboard.html#sweep', '/dashboard.html', '/data.html', '/check.html', '/agenda.html'];
  expect(screen.queryAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(own);
  expect(screen.getByText('Castor & Vale pilot')).toBeTruthy();
});

it('leads from what is not known to the sweep', () => {
  const { container } = show(popups.today);
  const unknown = container.querySelector<HTMLDetailsElement>('[data-part="unknown"] details');
  expect(unknown?.querySelector('a[href="/dashboard.html#sweep"]')).toBeNull();
  if (unknown) fireEvent(unknown, new Event('toggle'));
  const link = screen.getByRole('link', { name: 'Go through your views in the sweep', hidden: true });
  expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/dashboard.html#sweep', '_blank']);
});

it('asks for just this site, inside the click', () => {
  const { actions } = show(popups['ask-access']);
  press('Let Sideline read acme.lightning.force.com');
  expect(actions.grant).toHaveBeenCalledWith('https://acme.lightning.force.com');
  expect(screen.getByText(/Nothing leaves this browser/)).toBeTruthy();
});

it('says that it does not know a site, and still answers from what it has', () => {
  show(popups.unknown);
  expect(screen.getByText('Sideline does not know news.example.com.')).toBeTruthy();
  cleanup();
  show(popups['unknown-today']);
  expect(screen.getByText('Are we behind?')).toBeTruthy();
});

it('switches a site off and on, hides and shows', () => {
  const on = show(popups.today).actions;
  press('Switch off here');
  press('Hide in all tabs');
  expect(on.setSite).toHaveBeenCalledWith('https://acme.lightning.force.com', 'off');
  expect(on.card.hideEverywhere).toHaveBeenCalledOnce();
  cleanup();
  const off = show(popups.off).actions;
  press('Switch on again');
  expect(off.setSite).toHaveBeenCalledWith('https://acme.lightning.force.com', 'on');
  cleanup();
  const hidden = show(popups.hidden).actions;
  press('Show again');
  expect(hidden.show).toHaveBeenCalledOnce();
});

it('says what to do next where nothing was seen yet, and after an error', () => {
  const empty = show(popups.empty).actions;
  press('Start');
  expect(empty.openWelcome).toHaveBeenCalledOnce();
  cleanup();
  const wrong = show(popups.error).actions;
  expect(screen.getByText(popups.error.safe)).toBeTruthy();
  press('Try again');
  expect(wrong.retry).toHaveBeenCalledOnce();
});
