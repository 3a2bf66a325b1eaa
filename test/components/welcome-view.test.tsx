// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { WelcomeState } from '../../components/welcome-state.ts';
import { WelcomeView } from '../../components/welcome-view.tsx';
import { firstList, welcomes } from '../gallery/pages.ts';
import { welcomeActions } from './actions-spy.ts';

afterEach(cleanup);

const show = (state: WelcomeState) => {
  const actions = welcomeActions();
  return { ...render(<WelcomeView state={state} actions={actions} />), actions };
};

describe.each(Object.entries(welcomes))('the first tab in state %s', (_, state: WelcomeState) => {
  it('is three steps under one heading, with the promise of privacy', () => {
    const { container } = show(state);
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(3);
    expect(screen.getByText('Nothing leaves this browser.')).toBeTruthy();
    expect(container.textContent).not.toMatch(/undefined|null|NaN|!/);
  });
});

it('hears who the user is', () => {
  const { actions } = show(welcomes.start);
  fireEvent.click(screen.getByLabelText(/^I sell/));
  expect(actions.setRole).toHaveBeenCalledWith('rep');
  const name = screen.getByLabelText(/^Your name/);
  fireEvent.input(name, { target: { value: ' Dana Whitfield ' } });
  fireEvent.change(name);
  expect(actions.setMe).toHaveBeenCalledWith('Dana Whitfield');
  fireEvent.input(name, { target: { value: ' ' } });
  fireEvent.change(name);
  expect(actions.setMe).toHaveBeenLastCalledWith(null);
});

it('shows a role that the organisation set as locked, the name staying the user’s', () => {
  show({ ...welcomes.start, isRoleLocked: true });
  expect(screen.getByText('Set by your organisation.')).toBeTruthy();
  expect(screen.getByRole('group', { name: 'Your work' }).matches(':disabled')).toBe(true);
  expect(screen.getByLabelText(/^Your name/).matches(':disabled')).toBe(false);
  cleanup();
  show(welcomes.start);
  expect(screen.queryByText('Set by your organisation.')).toBeNull();
  expect(screen.getByRole('group', { name: 'Your work' }).matches(':disabled')).toBe(false);
});

it('asks for the one site whose address was pasted', () => {
  const { actions } = show(welcomes.start);
  fireEvent.click(screen.getByRole('button', { name: 'Pipedrive' }));
  const address = screen.getByLabelText('Your Pipedrive address');
  fireEvent.submit(address);
  fireEvent.input(address, { target: { value: 'acme.pipedrive.com/deal/7' } });
  expect(screen.getByRole('button', { name: 'Let Sideline read acme.pipedrive.com' })).toBeTruthy();
  fireEvent.submit(address);
  expect(actions.grant.mock.calls).toEqual([['https://acme.pipedrive.com']]);
});

it('fills in the address that all customers of a CRM share', () => {
  show(welcomes.start);
  fireEvent.click(screen.getByRole('button', { name: 'HubSpot' }));
  expect(screen.getByLabelText<HTMLInputElement>('Your HubSpot address').value).toBe('https://app.hubspot.com');
});

it('says of each site whether it may be read, and asks again for one that was refused', () => {
  const { actions } = show(welcomes.granted);
  expect(screen.getByText('Salesforce · Sideline may read it')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Allow app.hubspot.com' }));
  expect(actions.grant).toHaveBeenCalledWith('https://app.hubspot.com');
});

it('opens the list of an allowed site, and waits', () => {
  const { actions } = show(welcomes.granted);
  fireEvent.click(screen.getByRole('link', { name: 'Open acme.lightning.force.com' }));
  expect(actions.visit).toHaveBeenCalledWith('https://acme.lightning.force.com/lightning/o/Opportunity/list');
  expect(screen.getByText(/^Waiting for a list/)).toBeTruthy();
});

it('answers from one list, each number opening to its deals', () => {
  const { container } = show(welcomes.answered);
  expect(screen.getByText('34 open, £410k')).toBeTruthy();
  const folds = [...container.querySelectorAll<HTMLDetailsElement>('.numbers details')];
  expect(folds).toHaveLength(1 + firstList.findings.length);
  const past = folds[1];
  expect(past?.querySelector('summary')?.textContent).toBe('8dated in the past');
  if (past) expect(within(past).getAllByRole('link', { hidden: true })).toHaveLength(3);
});

it('says what went wrong, once, in a live region', () => {
  show(welcomes.problem);
  expect(screen.getByText(/could not be saved/).closest('[aria-live]')).toBeTruthy();
});
