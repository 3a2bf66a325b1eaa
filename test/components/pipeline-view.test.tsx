// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PipelineActions, PipelineState } from '../../components/pipeline-state.ts';
import { PipelineView } from '../../components/pipeline-view.tsx';
import { CALM, historyOf, STAGES, usd } from '../coaching/make-history.ts';
import { pipelineState } from './pipeline-states.ts';

beforeEach(() => {
  const media = { matches: false, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => media);
  // Nothing has a height in jsdom, so nothing would be in sight.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const deal = (id: string, more = {}) =>
  historyOf([{ ...CALM, on: '2026-11-24', name: id, amount: usd(1_000), ...more }], { id, stages: STAGES });

function show(state: PipelineState) {
  const actions = {
    ...{ change: vi.fn(), need: vi.fn(), stand: vi.fn(), open: vi.fn(), fold: vi.fn() },
    ...{ saveView: vi.fn(), dropView: vi.fn(), print: vi.fn() },
  } satisfies PipelineActions;
  return { ...render(<PipelineView state={state} actions={actions} />), actions };
}

const three = [deal('Ash', { owner: 'Ida' }), deal('Birch', { owner: null }), deal('Cedar', { owner: 'Ida' })];
const names = () => screen.getAllByRole('row').flatMap((row) => within(row).queryByRole('link')?.textContent ?? []);

describe('an empty state says what to do next', () => {
  it('where no deal is open', () => {
    show(pipelineState([deal('won', { outcome: 'won' })]));
    expect(screen.getByRole('region', { name: 'What to do next' }).textContent).toContain(
      'Open a list of your open deals',
    );
    expect(screen.queryByRole('grid')).toBeNull();
  });
  it('where no deal fits', () => {
    const { actions } = show(pipelineState(three, { text: 'oak' }));
    expect(screen.getByText('0 of 3 open deals')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'No open deal fits all of this' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(actions.change.mock.calls[0]?.[0]).toMatchObject({ text: '', owner: null });
  });
});

describe('the table', () => {
  it('is a grid that tells how many rows there are, where each stands, and by what they are sorted', () => {
    show(pipelineState(three, { sort: 'name', down: true }));
    const grid = screen.getByRole('grid', { name: 'Open deals' });
    expect(grid.getAttribute('aria-rowcount')).toBe('4');
    expect(names()).toEqual(['Cedar', 'Birch', 'Ash']);
    expect(screen.getAllByRole('row').map((row) => row.getAttribute('aria-rowindex'))).toEqual(['1', '2', '3', '4']);
    const sorted = screen
      .getAllByRole('columnheader')
      .map((head) => [head.textContent, head.getAttribute('aria-sort')]);
    expect(sorted.filter(([, by]) => by !== 'none')).toEqual([['Deal↓', 'descending']]);
  });

  it('sorts by its heads, the largest first where one looks for those', () => {
    const { actions } = show(pipelineState(three, { sort: 'name' }));
    for (const name of ['Deal', 'Amount', 'Owner'])
      fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${name}`) }));
    expect(actions.change.mock.calls.map(([patch]) => patch)).toEqual([
      { sort: 'name', down: true },
      { sort: 'amount', down: true },
      { sort: 'owner', down: false },
    ]);
  });

  it('is walked through and opened by the keyboard alone', () => {
    const { actions } = show(pipelineState(three, { sort: 'name' }));
    const grid = screen.getByRole('grid');
    expect(grid.getAttribute('aria-activedescendant')).toBe(
      screen.getByRole('link', { name: 'Ash' }).closest('tr')?.id,
    );
    for (const key of ['ArrowDown', 'ArrowUp', 'End', 'Home', 'PageDown']) fireEvent.keyDown(grid, { key });
    expect(actions.stand.mock.calls.map(([line]) => line)).toEqual([1, 0, 2, 0, 2]);
    fireEvent.keyDown(grid, { key: 'Enter' });
    expect(actions.open).toHaveBeenCalledWith('Ash');
    fireEvent.click(screen.getAllByRole('gridcell')[0] as HTMLElement);
    expect(actions.open).toHaveBeenCalledTimes(2);
  });

  it('folds a group by a click on its head or by Enter, and says that it is folded', () => {
    const { actions } = show(pipelineState(three, { group: 'owner' }));
    const head = screen.getAllByRole('rowheader')[0] as HTMLElement;
    expect(head.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(head);
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
    expect(actions.fold.mock.calls).toEqual([['Ida'], ['Ida']]);
    expect(actions.open).not.toHaveBeenCalled();
    cleanup();
    show(pipelineState(three, { group: 'owner' }, new Set(['Ida'])));
    expect(screen.getAllByRole('rowheader').map((one) => one.getAttribute('aria-expanded'))).toEqual(['false', 'true']);
    expect(names()).toEqual(['Birch']);
  });

  it('asks for rows that came into sight, and shows their places meanwhile', () => {
    const state = pipelineState(three);
    const { actions } = show({ ...state, rows: new Map() });
    expect(actions.need).toHaveBeenCalledWith([...state.list.lines]);
    expect(screen.getAllByRole('row')).toHaveLength(4);
  });

  it('puts each group under its head, with its sum and what that rests on', () => {
    show(pipelineState(three, { group: 'owner', sort: 'name' }));
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual([
      'Ida 2 $2,000 2 of 2 seen this week.',
      'Nobody named 1 $1,000 1 of 1 seen this week.',
    ]);
    expect(names()).toEqual(['Ash', 'Cedar', 'Birch']);
  });

  it('shows what a page held as text, whole in its title', () => {
    const name = `<img src=x onerror=alert(1)> ${'long '.repeat(30)}`.trim();
    const { container } = show(pipelineState([deal('a', { name })]));
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('link', { name }).closest('td')?.title).toBe(name);
  });
});

it('filters by what there is, nobody among the owners', () => {
  const { actions } = show(pipelineState(three));
  const owner = screen.getByRole('combobox', { name: /^Owner/ });
  expect(
    within(owner)
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['Everybody', 'Ida', 'Nobody named']);
  fireEvent.change(owner, { target: { value: 'one ' } });
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'oa' } });
  expect(actions.change.mock.calls).toEqual([[{ owner: '' }], [{ text: 'oa' }, true]]);
});

it('saves the view at hand under a name, and forgets it', () => {
  const state = pipelineState(three, { owner: 'Ida' });
  const { actions } = show(state);
  fireEvent.input(screen.getByLabelText('Name of this view'), { target: { value: ' Of Ida ' } });
  fireEvent.submit(screen.getByRole('button', { name: 'Save view' }).closest('form') as HTMLFormElement);
  expect(actions.saveView).toHaveBeenCalledWith('Of Ida');
  cleanup();
  const again = show({ ...state, saved: [{ name: 'Of Ida', place: '?owner=Ida' }] });
  const link = screen.getByRole('link', { name: 'Of Ida' });
  expect([link.getAttribute('href'), link.getAttribute('aria-current')]).toEqual(['#pipeline/%3Fowner%3DIda', 'true']);
  expect(screen.queryByLabelText('Name of this view')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Forget the view Of Ida' }));
  expect(again.actions.dropView).toHaveBeenCalledWith('Of Ida');
});

it('prints the rows that it is given under the heads of their groups, and says where there are more', () => {
  const state = pipelineState(three, { group: 'owner', sort: 'name' });
  const row = [...state.rows.values()].find(({ name }) => name === 'Ash');
  const head = state.list.groups[0];
  if (!row || !head) throw new Error('no such line');
  const { container } = show({ ...state, printed: [{ head }, { row }] });
  const paper = container.querySelector('.pipeline-print');
  expect(paper?.textContent).toContain('3 open deals: $3,000. 3 of 3 seen this week.');
  expect(paper?.textContent).toContain('The first 1 are printed.');
  const lines = [...(paper?.querySelectorAll('tbody tr') ?? [])].map((line) => line.textContent);
  expect(lines).toEqual([
    'Ida, 2: $2,000. 2 of 2 seen this week.',
    expect.stringMatching(/AshIda\$1,000Proposal.*Nov 24$/),
  ]);
});
