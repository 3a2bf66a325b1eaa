// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportState } from '../../components/import-state.ts';
import { ImportView } from '../../components/import-view.tsx';
import { importActions } from './actions-spy.ts';
import { found, imports, plan } from './import-states.ts';

afterEach(cleanup);

function show(state: ImportState) {
  const actions = importActions();
  const view = render(<ImportView state={state} actions={actions} />);
  const next = (then: ImportState) => view.rerender(<ImportView state={then} actions={actions} />);
  return { ...view, actions, next };
}

const button = (name: string | RegExp) => screen.queryByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const change = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);
const headings = () => screen.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

const counts = (container: Element) =>
  Object.fromEntries(
    [...container.querySelectorAll<HTMLElement>('[data-count]')].map((cell) => [cell.dataset.count, cell.textContent]),
  );

describe.each(Object.entries(imports))('the import page in state %s', (_, state: ImportState) => {
  it('has a heading and a main landmark, names every control, and has no gap in its words', () => {
    const { container } = show(state);
    expect(screen.getByRole('main')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Import a file');
    expect(container.textContent).not.toMatch(/undefined|null|NaN|!/);
    for (const control of container.querySelectorAll('input, select')) {
      const label = control.getAttribute('aria-label') ?? control.closest('label')?.textContent;
      expect(label?.trim(), control.outerHTML).toBeTruthy();
    }
  });
});

describe('each part appears once the one before it is known', () => {
  it('asks for a file first, and for nothing else', () => {
    show(imports.empty);
    expect(screen.getByLabelText('Choose a file, or drop it here')).toBeTruthy();
    expect([headings(), buttons()]).toEqual([[], []]);
  });

  it('shows how much of the file was read', () => {
    show(imports.reading);
    expect((screen.getByLabelText('Reading the file') as HTMLProgressElement).value).toBe(0.4);
    expect(screen.getByText('own list.csv')).toBeTruthy();
    expect(headings()).toEqual([]);
  });

  it('says why a file is no table, and takes another', () => {
    show(imports['no-table']);
    expect(screen.getByRole('alert').textContent).toBe('This file is empty.');
    expect((screen.getByLabelText('Another file') as HTMLInputElement).disabled).toBe(false);
    expect(headings()).toEqual([]);
  });

  it('shows what was found, the columns, the first rows, and then what can be done', () => {
    show(imports.opened);
    expect(headings()).toEqual([
      'What was found',
      'Columns',
      'The first rows, as they will be stored',
      'What will happen',
    ]);
    expect(
      screen.getByText(
        '1,240 rows under 4 columns, named in line 3. 2 lines above it left out. 1 line of totals and footers left out.',
      ),
    ).toBeTruthy();
    expect(screen.getByText('Told by its headers')).toBeTruthy();
    expect(buttons()).toEqual(['Use this site', 'Check without storing']);
  });

  it('waits with the columns until the first rows are known', () => {
    show({ ...imports.opened, preview: null });
    expect(headings()).toEqual(['What was found', 'What will happen']);
  });
});

describe('the file', () => {
  const file = new File(['a;b'], 'deals.csv');

  it('is chosen, also the same one again', () => {
    const { actions } = show(imports.done);
    const input = screen.getByLabelText('Another file');
    fireEvent.change(input, { target: { files: [file] } });
    expect(actions.choose).toHaveBeenCalledExactlyOnceWith(file);
    expect((input as HTMLInputElement).value).toBe('');
  });

  it('is dropped, but not while another is stored', () => {
    const { actions, next } = show(imports.opened);
    const drop = () => fireEvent.drop(screen.getByLabelText('The file'), { dataTransfer: { files: [file] } });
    drop();
    expect(actions.choose).toHaveBeenCalledExactlyOnceWith(file);
    next(imports.importing);
    drop();
    expect(actions.choose).toHaveBeenCalledOnce();
    expect((screen.getByLabelText('Another file') as HTMLInputElement).disabled).toBe(true);
  });
});

describe('what was found', () => {
  it('is corrected part by part', () => {
    const { actions } = show(imports.opened);
    change('What it holds', 'history');
    change(/^Comes from/, 'odoo');
    change(/^Encoding/, 'utf-16le');
    change('Between cells', ',');
    change('Line that names the columns', '5');
    expect(actions.read.mock.calls).toEqual([
      [{ kind: 'history' }],
      [{ crm: 'odoo' }],
      [{ encoding: 'utf-16le' }],
      [{ delimiter: ',' }],
      [{ headerRow: 5 }],
    ]);
  });

  it('takes a currency as its three letters only', () => {
    const { actions } = show(imports.opened);
    change('Currency where none is named', ' eur ');
    change('Currency where none is named', 'e1');
    expect(actions.change.mock.calls).toEqual([[{ currency: 'EUR' }], [{ currency: null }]]);
  });

  it('takes the moment of the export by the clock of the plan, and none that was not typed whole', () => {
    const { actions } = show(imports.opened);
    const input = screen.getByLabelText(/^As of/) as HTMLInputElement;
    expect(input.value).toBe('2026-09-14T09:30');
    change(/^As of/, '');
    change(/^As of/, '2026-09-01T08:00');
    expect(actions.change).toHaveBeenCalledExactlyOnceWith({ at: Date.UTC(2026, 8, 1, 8) });
  });

  it('offers the sites of that CRM alone, and an address while none is known', () => {
    const { actions, next } = show(imports.opened);
    const site = screen.getByLabelText('Site') as HTMLSelectElement;
    expect([...site.options].map(({ text }) => text)).toEqual(['No site yet', '4815162']);
    fireEvent.input(screen.getByLabelText('Address of one of its deals'), {
      target: { value: 'https://crm.example.com/deal/7' },
    });
    press('Use this site');
    expect(actions.findSite).toHaveBeenCalledWith('https://crm.example.com/deal/7');
    change('Site', '4815162');
    expect(actions.change).toHaveBeenCalledWith({ crm: 'hubspot', tenant: '4815162' });
    next({ ...imports.opened, plan: { ...plan, tenant: '4815162' } });
    expect(button('Use this site')).toBeNull();
  });

  it('says in the page why an address tells no site', async () => {
    const { actions } = show(imports.opened);
    actions.findSite.mockRejectedValue(new Error('No CRM can be told by this address alone.'));
    press('Use this site');
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toBe('No CRM can be told by this address alone.'),
    );
  });

  it('asks people and quotas for no site and no moment', () => {
    show({ ...imports.opened, plan: { ...plan, kind: 'roster', columns: [] } });
    expect(screen.queryByLabelText('Site')).toBeNull();
    expect(screen.queryByLabelText(/^As of/)).toBeNull();
  });
});

describe('the columns', () => {
  const row = (header: string) => within(screen.getByRole('rowheader', { name: header }).closest('tr') as HTMLElement);

  it('say what each is read as, by what, and what is left out', () => {
    const { container } = show(imports.opened);
    const uses = [...container.querySelectorAll<HTMLElement>('tr[data-use]')].map(({ dataset }) => dataset.use);
    expect(uses).toEqual(['name', 'amount', 'closeDate', 'none']);
    expect(row('Deal Name').getByText('As this CRM exports it')).toBeTruthy();
    expect(row('Worth').getByText('By its header')).toBeTruthy();
    expect(row('Deal Name').getByText('Amber pier · Birch hall')).toBeTruthy();
    expect((screen.getByLabelText('“Remark” is read as') as HTMLSelectElement).value).toBe('');
  });

  it('are changed by hand, and left out', () => {
    const { actions } = show(imports.opened);
    change('“Remark” is read as', 'nextStep');
    change('“Worth” is read as', '');
    change('Figures in “Worth”', 'point');
    change('Dates in “Ends”', 'dmy');
    expect(actions.setColumn.mock.calls).toEqual([
      [3, { use: 'nextStep' }],
      [1, { use: null }],
      [1, { format: { decimal: 'point' } }],
      [2, { format: { dateOrder: 'dmy' } }],
    ]);
  });

  it('say no longer what told them once the user did', () => {
    const columns = plan.columns.map((one) => (one.header === 'Deal Name' ? { ...one, use: 'account' as const } : one));
    show({ ...imports.opened, plan: { ...plan, columns } });
    expect(row('Deal Name').queryByText('As this CRM exports it')).toBeNull();
  });

  it('hold dates in doubt until their order is said', () => {
    const { next } = show(imports.opened);
    const doubt = '4 dates could be two days. Left out until you say which comes first.';
    expect(row('Ends').getByText(doubt)).toBeTruthy();
    const columns = plan.columns.map((one) =>
      one.use === 'closeDate' ? { ...one, format: { ...one.format, dateOrder: 'dmy' as const } } : one,
    );
    next({ ...imports.opened, plan: { ...plan, columns } });
    expect(screen.queryByText(doubt)).toBeNull();
  });

  it('say what no column is read as, and nothing can be stored before one is', () => {
    const columns = plan.columns.map((one) => (one.use === 'name' ? { ...one, use: null } : one));
    show({ ...imports.checked, plan: { ...plan, columns } });
    expect(screen.getByText('No column is read as “Deal name” or “Record id”. Say below which one is.')).toBeTruthy();
    expect(buttons()).toEqual(['Use this site', 'Save the refused rows']);
  });

  it('ask a history whose rows name no field what it is of', () => {
    const history = { ...plan, kind: 'history' as const };
    const { actions, next } = show({ ...imports.opened, found: { ...found, kind: 'history' }, plan: history });
    change(/^No column names the field/, 'amount');
    expect(actions.change).toHaveBeenCalledWith({ historyField: 'amount' });
    const columns = history.columns.map((one, at) => (at === 3 ? { ...one, use: 'field' as const } : one));
    next({ ...imports.opened, plan: { ...history, columns } });
    expect(screen.queryByLabelText(/^No column names the field/)).toBeNull();
  });
});

describe('the first rows', () => {
  it('show what will be stored, what is in doubt, and which lines are refused', () => {
    const { container } = show(imports.opened);
    const table = within(screen.getByRole('region', { name: 'First rows' }));
    expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Line',
      'Deal',
      'Close date',
    ]);
    expect(container.querySelector('[data-state="doubt"]')?.textContent).toContain('can be read in two ways');
    expect(screen.getByText('Line 5: It names no deal: neither a record id nor a name.')).toBeTruthy();
  });

  it('can be scrolled by the keyboard, and leave no empty table where all are refused', () => {
    const { next } = show(imports.opened);
    expect(screen.getByRole('region', { name: 'First rows' }).tabIndex).toBe(0);
    next({ ...imports.opened, preview: { columns: ['Deal'], rows: [], refused: [{ row: 5, why: 'Broken.' }] } });
    expect(screen.queryByRole('region', { name: 'First rows' })).toBeNull();
    expect(screen.getByText('Line 5: Broken.')).toBeTruthy();
  });
});

describe('the run', () => {
  const checkedCounts = { fresh: '1,100', changed: '40', same: '88', refused: '12' };

  it('is checked first: nothing can be stored before', () => {
    const { actions } = show(imports.opened);
    expect(button(/^Import/)).toBeNull();
    press('Check without storing');
    expect(actions.check).toHaveBeenCalledOnce();
    expect(actions.run).not.toHaveBeenCalled();
  });

  it('shows how far it is, holds what would change it, and can be stopped', () => {
    const { actions, container, next } = show(imports.checking);
    const bar = () => screen.getByLabelText(/500 of 1,240 rows/) as HTMLProgressElement;
    expect([bar().value, bar().max]).toEqual([500, 1_240]);
    expect(screen.getByText(/^Checking:/)).toBeTruthy();
    expect(container.querySelector<HTMLFieldSetElement>('fieldset.parts')?.disabled).toBe(true);
    press('Stop checking');
    next(imports.importing);
    expect(screen.getByText(/^Importing:/)).toBeTruthy();
    expect(counts(container)).toEqual({});
    press('Stop');
    expect(actions.cancel).toHaveBeenCalledTimes(2);
  });

  it('says what would happen, why rows are refused, and offers to store the rest', () => {
    const { actions, container } = show(imports.checked);
    expect(counts(container)).toEqual(checkedCounts);
    expect(screen.getByLabelText('Rows that would be')).toBeTruthy();
    expect([...container.querySelectorAll('.reasons li')].map(({ textContent }) => textContent)).toEqual([
      '9 It names no deal: neither a record id nor a name.',
      '3 The same deal stands further up in this file.',
    ]);
    press('Save the refused rows');
    press('Import 1,240 rows');
    expect([actions.saveRefused, actions.run].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('does not take half a check for a whole one', () => {
    show(imports['check-stopped']);
    expect(screen.getByText('Stopped checking after 500 rows. Nothing was stored.')).toBeTruthy();
    expect(button(/^Import/)).toBeNull();
    expect(button('Check without storing')).toBeTruthy();
  });

  it('that was stopped is taken up where it was', () => {
    const { actions, container } = show(imports.stopped);
    expect(screen.getByText(/^Stopped after 500 of 1,240 rows. What was stored is safe/)).toBeTruthy();
    expect(counts(container)).toMatchObject({ fresh: '480', same: '20' });
    press('Go on');
    expect(actions.run).toHaveBeenCalledOnce();
    expect(button('Deals to touch today')).toBeNull();
  });

  it('that is done says what was stored, and leads to the deals', () => {
    const { actions, container } = show(imports.done);
    expect(headings().at(-1)).toBe('What was stored');
    expect(screen.getByLabelText('Rows that are')).toBeTruthy();
    expect(counts(container)).toEqual(checkedCounts);
    expect(button(/^(Import|Go on|Check)/)).toBeNull();
    press('Deals to touch today');
    expect(actions.openToday).toHaveBeenCalledOnce();
  });

  it('keeps the keyboard where it is while one button gives way to the next', () => {
    const { next } = show(imports.opened);
    const section = () => screen.getByRole('region', { name: /^What (will happen|was stored)$/ });
    for (const state of [imports.checking, imports.checked, imports.importing, imports.done]) {
      const last = within(section()).getAllByRole('button').at(-1);
      last?.focus();
      expect(document.activeElement).toBe(last);
      next(state);
      expect(section().contains(document.activeElement), 'focus in the section').toBe(true);
    }
  });
});
