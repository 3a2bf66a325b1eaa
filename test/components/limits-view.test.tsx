// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LimitsActions, LimitsState } from '../../components/limits-state.ts';
import { LimitsView } from '../../components/limits-view.tsx';
import { COUNTED, sayMarked } from '../../components/limits-words.ts';
import { DEFAULT_EXITS, proofQuestion } from '../../lib/process/stage-exits.ts';
import { SIGNAL_NAMES } from '../../lib/risk/types.ts';

afterEach(cleanup);

const saved = { limits: {}, exits: DEFAULT_EXITS };
const late = { everywhere: { stalled: { late: 5 } } };
const known: LimitsState['known'] = {
  deals: 80,
  won: 7,
  pipelines: ['New business', 'Renewals'],
  rests: { text: '58 of 64 deals seen this week; £40k not seen since 3 Nov.', missing: 6 },
  stages: [
    { label: 'Discovery', kind: 'early' },
    { label: 'Proposal', kind: 'mid' },
    { label: 'Signing', kind: 'late' },
  ],
  answered: { [proofQuestion('Signing', DEFAULT_EXITS.kinds.late[0] ?? '')]: 3 },
};
const usual: LimitsState = {
  known,
  ...{ saved, draft: saved, canUndo: false },
  today: { open: 62, marked: 9, reasons: { stalled: 6, pushed: 2 } },
  after: { open: 62, marked: 9, reasons: { stalled: 6, pushed: 2 } },
  ...{ alone: {}, proposal: null, suggested: null, problem: null },
};
const changed: LimitsState = {
  ...usual,
  draft: { ...saved, limits: late },
  canUndo: true,
  after: { open: 62, marked: 14, reasons: { stalled: 12, pushed: 2 } },
};
const loud: LimitsState = {
  ...usual,
  today: { open: 62, marked: 30, reasons: { stalled: 28 } },
  proposal: {
    limits: { everywhere: { stalled: { late: 32 } } },
    after: { open: 62, marked: 15, reasons: { stalled: 12 } },
  },
};
const nobody = { deals: 0, won: 0, pipelines: [], stages: [], answered: {}, rests: null };

const STATES: Record<string, LimitsState> = {
  usual,
  changed,
  loud,
  reading: { ...usual, known: null, today: null, after: null },
  empty: { ...usual, known: nobody, today: { open: 0, marked: 0, reasons: {} } },
  counting: { ...changed, after: null },
  suggested: {
    ...usual,
    known: { ...known, won: 40 },
    suggested: [{ signal: 'stalled', kind: 'late', now: 21, to: 31, wonDeals: 24 }],
  },
};

const show = (state: LimitsState) => {
  const actions = {
    edit: vi.fn(),
    change: vi.fn(),
    reset: vi.fn(),
    undo: vi.fn(),
    discard: vi.fn(),
    save: vi.fn(),
    suggest: vi.fn(),
    exportFile: vi.fn(),
    importFile: vi.fn(),
  } satisfies LimitsActions;
  return { ...render(<LimitsView state={state} actions={actions} />), actions };
};
const cell = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const bar = () => screen.getByRole('region', { name: 'Changes' });

describe.each(Object.entries(STATES))('the page of limits, %s', (_, state) => {
  it('names every signal with three fields of its own, and every field has a name', () => {
    const { container } = show(state);
    expect(container.querySelectorAll('tr[data-signal]')).toHaveLength(SIGNAL_NAMES.length);
    const names = [...container.querySelectorAll('table input')].map((input) => input.getAttribute('aria-label'));
    expect(new Set(names).size).toBe(3 * SIGNAL_NAMES.length);
    expect(container.textContent).not.toMatch(/undefined|null|NaN|!/);
  });
});

it('says units, source and default beside each limit', () => {
  show(usual);
  const row = screen.getByRole('row', { name: /Standing still/ });
  expect(row.textContent).toContain('days in the same stage');
  expect(row.textContent).toContain('Default: after published figures');
  expect(row.textContent).toContain('default 21');
  expect(Object.values(COUNTED).filter((counted) => counted === null)).toHaveLength(3);
});

it('sets a figure, takes it back with its default, and switches off with nothing', () => {
  const { actions } = show(usual);
  const input = cell(/^Standing still, late/);
  const typed = (value: string) => fireEvent.input(input, { target: { value } });
  typed('5');
  const spot = { place: 'everywhere', signal: 'stalled', kind: 'late' };
  expect(actions.change).toHaveBeenLastCalledWith([{ ...spot, to: 5 }]);
  typed('21');
  expect(actions.change).toHaveBeenLastCalledWith([{ ...spot, to: undefined }]);
  typed('');
  expect(actions.change).toHaveBeenLastCalledWith([{ ...spot, to: null }]);
  typed('1,5');
  expect(actions.change).toHaveBeenLastCalledWith([{ ...spot, to: 1.5 }]);
});

it('takes no figure for a limit that is none, and saves nothing meanwhile', () => {
  const { actions } = show(changed);
  const input = cell(/^Standing still, mid/);
  for (const value of ['-3', 'soon', '10001', '1e3']) {
    fireEvent.input(input, { target: { value } });
    expect(input.getAttribute('aria-invalid'), value).toBe('true');
  }
  expect(actions.change).not.toHaveBeenCalled();
  expect(screen.getByText('A figure from 0 to 10,000, or nothing for off.')).toBeTruthy();
  fireEvent.click(within(bar()).getByRole('button', { name: 'Save' }));
  expect(actions.save).not.toHaveBeenCalled();
  expect(screen.getByText(/One of the figures is none/).closest('[aria-live]')).toBeTruthy();
  fireEvent.click(within(bar()).getByRole('button', { name: 'Discard' }));
  expect(cell(/^Standing still, mid/).value).toBe('30');
});

it('says before it is saved what a change marks, in sum and as a reason', () => {
  const { actions } = show(changed);
  expect(within(bar()).getByRole('status').textContent).toBe('Marks 14 of 62 open deals, 9 today.');
  expect(screen.getByText(/A reason on 12, 6 today/)).toBeTruthy();
  fireEvent.click(within(bar()).getByRole('button', { name: 'Undo' }));
  expect(actions.undo).toHaveBeenCalled();
  fireEvent.click(within(bar()).getByRole('button', { name: 'Save' }));
  expect(actions.save).toHaveBeenCalledOnce();
});

it('says what each of several changes does by itself', () => {
  const limits = { everywhere: { stalled: { late: 5 }, pushed: { late: 9 } } };
  const alone = { stalled: { open: 62, marked: 13, reasons: { stalled: 12 } } };
  show({ ...changed, draft: { ...saved, limits }, alone });
  expect(screen.getByText(/By itself: marks 13 of 62 open deals, 9 today/)).toBeTruthy();
  expect(sayMarked(usual.today ?? alone.stalled, usual.today ?? alone.stalled)).toBe(
    'Marks 9 of 62 open deals, as today.',
  );
});

it('shows no bar where nothing was changed, and counts on where the sum is not there yet', () => {
  show(usual);
  expect(screen.queryByRole('region', { name: 'Changes' })).toBeNull();
  cleanup();
  show({ ...changed, after: null });
  expect(within(bar()).getByRole('status').textContent).toBe('Counting…');
});

it('proposes looser limits above three in ten alone, and puts them into the table', () => {
  const { actions } = show(loud);
  expect(screen.getByText(/too many to look at/).textContent).toContain('15 of 62');
  expect(screen.getByText('Standing still, late stages: 32 instead of 21')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Try these limits' }));
  expect(actions.change).toHaveBeenCalledWith([{ place: 'everywhere', signal: 'stalled', kind: 'late', to: 32 }]);
  cleanup();
  show({ ...usual, proposal: loud.proposal });
  expect(screen.queryByText(/too many to look at/)).toBeNull();
});

it('says why it suggests nothing yet, and suggests once there are enough won deals', () => {
  const { actions } = show(usual);
  const button = screen.getByRole('button', { name: 'Suggest from my closed deals' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText('Too few so far: 7 of 20.').id).toBe(button.getAttribute('aria-describedby'));
  fireEvent.click(button);
  expect(actions.suggest).not.toHaveBeenCalled();
  cleanup();
  const enough = show(STATES.suggested ?? usual);
  expect(screen.getByText(/Standing still, late stages: 31 instead of 21/)).toBeTruthy();
  const tick = screen.getByLabelText(/Standing still, late stages: 31/);
  fireEvent.click(tick);
  fireEvent.click(screen.getByRole('button', { name: 'Put them into the table' }));
  expect(enough.actions.change).not.toHaveBeenCalled();
  fireEvent.click(tick);
  fireEvent.click(screen.getByRole('button', { name: 'Put them into the table' }));
  expect(enough.actions.change).toHaveBeenCalledWith([
    { place: 'everywhere', signal: 'stalled', kind: 'late', to: 31 },
  ]);
});

it('sets limits of one pipeline and of a size, over those for all deals', () => {
  const { actions } = show({ ...usual, draft: { ...saved, limits: late } });
  const pick = (name: string) => {
    const option = screen.getByRole<HTMLOptionElement>('option', { name });
    fireEvent.change(screen.getByLabelText('Limits for'), { target: { value: option.value } });
  };
  pick('Renewals');
  expect(cell(/^Standing still, late/).value).toBe('5');
  fireEvent.input(cell(/^Standing still, late/), { target: { value: '21' } });
  const place = { pipeline: 'Renewals' };
  expect(actions.change).toHaveBeenLastCalledWith([{ place, signal: 'stalled', kind: 'late', to: 21 }]);
  pick('Large deals');
  fireEvent.input(cell(/^Standing still, late/), { target: { value: '60' } });
  expect(actions.change).toHaveBeenLastCalledWith([
    { place: { size: 'big' }, signal: 'stalled', kind: 'late', to: 60 },
  ]);
  expect(screen.getByText(/over twice the median/)).toBeTruthy();
});

it('resets one signal, one place and all', () => {
  const { actions } = show(changed);
  fireEvent.click(screen.getByRole('button', { name: 'Reset Standing still' }));
  expect(actions.reset).toHaveBeenLastCalledWith('everywhere', 'stalled');
  expect(screen.queryByRole('button', { name: 'Reset for all deals' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Reset all limits' }));
  expect(actions.reset).toHaveBeenLastCalledWith(undefined);
});

it('resets one place where others have limits of their own, too', () => {
  const limits = { ...late, sizes: { big: { stalled: { late: 60 } } } };
  const { actions } = show({ ...changed, draft: { ...saved, limits } });
  fireEvent.click(screen.getByRole('button', { name: 'Reset for all deals' }));
  expect(actions.reset).toHaveBeenLastCalledWith('everywhere');
});

it('switches a signal that has no figure on and off', () => {
  const { actions } = show(usual);
  fireEvent.click(cell(/^Step without a deed, mid/));
  expect(actions.change).toHaveBeenCalledWith([{ place: 'everywhere', signal: 'vague-step', kind: 'mid', to: null }]);
});

it('sets the proofs of a stage, says whose they are, and what an answer hangs on', () => {
  const exits = { ...DEFAULT_EXITS, stages: { Proposal: ['They sent redlines'] } };
  const { actions } = show({ ...changed, draft: { limits: {}, exits } });
  const own = screen.getByLabelText<HTMLTextAreaElement>(/^Proposal/);
  expect(own.value).toBe('They sent redlines');
  fireEvent.input(screen.getByLabelText(/^Discovery/), { target: { value: 'They said why now\nA second call' } });
  const proofs = ['They said why now', 'A second call'];
  expect(actions.edit).toHaveBeenCalledWith({ what: 'proofs', stage: 'Discovery', proofs });
  fireEvent.click(screen.getByRole('button', { name: 'Reset the proofs of Proposal' }));
  expect(actions.edit).toHaveBeenLastCalledWith({ what: 'proofs', stage: 'Proposal', proofs: null });
  expect(screen.getByText(/Answered on 3 deals/)).toBeTruthy();
});

it('says in one sentence that a file holds no limits', async () => {
  const { actions } = show(usual);
  actions.importFile.mockRejectedValue(new Error('This is no file of limits. Nothing was changed.'));
  fireEvent.change(cell(/^Read in limits/), { target: { files: [new File(['x'], 'x.json')] } });
  expect(
    (await screen.findByText('This is no file of limits. Nothing was changed.')).closest('[aria-live]'),
  ).toBeTruthy();
});

it('says what to do where no deal is on record, or none was seen open lately', () => {
  show(STATES.empty ?? usual);
  expect(screen.getByRole('link', { name: 'Open a list of your CRM once' })).toBeTruthy();
  cleanup();
  show({ ...usual, today: { open: 0, marked: 0, reasons: {} } });
  expect(screen.getByText(/None of your 80 deals on record was seen open/)).toBeTruthy();
});

it('says what its counts rest on, by the words of every other total, with the way to what is missing', () => {
  const { container } = show(usual);
  expect(container.querySelector('.rests')?.textContent).toContain('58 of 64 deals seen this week; £40k not seen');
  expect(container.querySelector('.rests a')?.getAttribute('href')).toBe('/dashboard.html#sweep');
});
