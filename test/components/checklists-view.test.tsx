// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ChecklistsState, ChecklistsView } from '../../components/checklists-view.tsx';
import { CHECKLIST_LIMITS, NO_CHOICE, ownKey } from '../../lib/process/checklists/checklist.ts';
import { KNOWN_CHECKLISTS } from '../../lib/process/checklists/known-checklists.ts';

afterEach(cleanup);

const asks = 'Did they visit a plant?';
const own = { id: 'own-1', name: 'Ours', items: [{ key: ownKey(asks, null), asks, proof: 'A day' }] };

const STATES: Record<string, ChecklistsState> = {
  nothing: { choice: NO_CHOICE, pipelines: [] },
  chosen: {
    choice: { own: [own], everywhere: 'bant', pipelines: { Renewals: 'own-1', Gone: null } },
    pipelines: ['Renewals', 'New business'],
  },
  full: {
    choice: {
      ...NO_CHOICE,
      own: Array.from({ length: CHECKLIST_LIMITS.own }, (_, at) => ({ ...own, id: `own-${at}`, name: `Ours ${at}` })),
    },
    pipelines: [],
  },
};

function show(state: ChecklistsState) {
  const actions = {
    ...{ setEverywhere: vi.fn(), setPipeline: vi.fn(), begin: vi.fn(), saveOwn: vi.fn(), removeOwn: vi.fn() },
  };
  return { ...render(<ChecklistsView state={state} actions={actions} />), actions };
}

describe.each(Object.entries(STATES))('the page of checklists, %s', (_, state) => {
  it('has a heading, and no gap in its words', () => {
    const { container } = show(state);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Checklists');
    expect(container.textContent).not.toMatch(/undefined|null|NaN|!/);
  });
});

it('chooses a list for all pipelines and for one, none among them, and takes the choice back', () => {
  const { actions } = show(STATES.chosen as ChecklistsState);
  const pick = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  expect((screen.getByLabelText('All pipelines') as HTMLSelectElement).value).toBe('bant');
  expect((screen.getByLabelText('Renewals') as HTMLSelectElement).value).toBe('own-1');
  expect(within(screen.getByLabelText('Gone')).getByText('None')).toBeTruthy();
  pick('All pipelines', '');
  pick('New business', 'spiced');
  pick('New business', '');
  pick('Renewals', ' ');
  expect(actions.setEverywhere).toHaveBeenCalledWith(null);
  expect(actions.setPipeline.mock.calls).toEqual([
    ['New business', 'spiced'],
    ['New business', null],
    ['Renewals', undefined],
  ]);
});

it('shows what the known lists ask, and copies one to be changed', () => {
  const { container, actions } = show(STATES.nothing as ChecklistsState);
  for (const { items } of KNOWN_CHECKLISTS)
    for (const item of items) expect(container.textContent).toContain(item.asks);
  fireEvent.click(screen.getByRole('button', { name: 'Copy BANT to change it' }));
  expect(actions.begin).toHaveBeenCalledWith(KNOWN_CHECKLISTS[1]);
});

it('saves a list without its empty rows, each question once, and what it counts as', () => {
  const { actions } = show(STATES.chosen as ChecklistsState);
  const form = screen.getByRole('form', { name: 'Ours' });
  for (let row = 0; row < 3; row++) fireEvent.click(within(form).getByRole('button', { name: 'Add a question' }));
  fireEvent.input(within(form).getByLabelText('Question 2'), { target: { value: 'Is the money there? ' } });
  fireEvent.change(within(form).getAllByLabelText('Counts as')[1] as HTMLElement, { target: { value: 'budget' } });
  fireEvent.input(within(form).getByLabelText('Question 3'), { target: { value: asks.toUpperCase() } });
  fireEvent.input(within(form).getByLabelText('Name'), { target: { value: ' Plants ' } });
  fireEvent.submit(form);
  expect(actions.saveOwn).toHaveBeenCalledWith({
    id: 'own-1',
    name: 'Plants',
    items: [
      { key: ownKey(asks, null), asks, proof: 'A day' },
      { key: 'budget', asks: 'Is the money there?', proof: '' },
    ],
  });
  fireEvent.click(within(form).getByRole('button', { name: 'Delete the list Ours' }));
  expect(actions.removeOwn).toHaveBeenCalledWith('own-1');
});

it('offers no further list where there is no room', () => {
  show(STATES.full as ChecklistsState);
  expect(screen.queryByRole('button', { name: 'Write a list' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Copy/ })).toBeNull();
});
