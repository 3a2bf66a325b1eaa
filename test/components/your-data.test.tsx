// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { DataState } from '../../components/data-state.ts';
import { DataUnread, YourData } from '../../components/your-data.tsx';
import { dataActions } from './actions-spy.ts';
import { AT, datas } from './data-states.ts';

afterEach(cleanup);

function show(state: DataState) {
  const actions = dataActions();
  const view = render(<YourData state={state} actions={actions} />);
  return { ...view, actions, next: (then: DataState) => view.rerender(<YourData state={then} actions={actions} />) };
}

/** One section of the page, and what a user does in it. */
function section(title: string) {
  const region = screen.getByRole('region', { name: title });
  const inside = within(region);
  return {
    ...inside,
    region,
    says: (words: string | RegExp) => inside.findByText(words),
    buttons: () => inside.queryAllByRole('button').map(({ textContent }) => textContent),
    press: (name: string) => fireEvent.click(inside.getByRole('button', { name })),
    type: (label: string, value: string) => fireEvent.input(inside.getByLabelText(label), { target: { value } }),
    change: (label: string, value: string) => fireEvent.change(inside.getByLabelText(label), { target: { value } }),
    tick: (label: string) => fireEvent.click(inside.getByLabelText(label)),
  };
}

const moment = new Date(AT).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

describe.each(Object.entries(datas))('the page of all data in state %s', (_, state: DataState) => {
  it('has a heading and a main landmark, names every section and control, and has no gap in its words', () => {
    const { container } = show(state);
    expect(screen.getByRole('main')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your data');
    expect(container.textContent).not.toMatch(/undefined|null|NaN|!/);
    for (const region of screen.getAllByRole('region')) {
      expect(within(region).getByRole('heading', { level: 2 }).textContent).toBe(region.getAttribute('aria-label'));
      // Where the keyboard waits when a button goes away under it.
      expect(region.tabIndex).toBe(-1);
    }
    for (const control of container.querySelectorAll('input, select, textarea'))
      expect(control.closest('label')?.textContent?.trim(), control.outerHTML).toBeTruthy();
  });
});

describe('what concerns all of it', () => {
  it('is said above the sections, and leaves no gap while there is nothing to say', () => {
    const { rerender } = show(datas.filled);
    expect(screen.queryByRole('alert')).toBeNull();
    const notice = 'Sideline could not bring its records into their new form.';
    rerender(<YourData state={datas.filled} actions={dataActions()} notice={notice} />);
    expect(screen.getByRole('alert').textContent).toBe(notice);
    expect(section('Backup').buttons()).toEqual(['Save a backup']);
  });

  it('stands alone where nothing can be read, and the page is busy until that is known', () => {
    const { rerender } = render(<DataUnread notice={null} />);
    expect(screen.getByRole('main').ariaBusy).toBe('true');
    rerender(<DataUnread notice="These records were written by a newer Sideline." />);
    expect(screen.getByRole('alert').textContent).toBe('These records were written by a newer Sideline.');
    expect(screen.getByRole('main').ariaBusy).toBe('false');
    expect(screen.queryAllByRole('region')).toEqual([]);
  });
});

describe('the space used', () => {
  it('is told by kind, with what the browser promises', () => {
    const { actions, container } = show(datas.filled);
    const space = section('Space used');
    expect([...container.querySelectorAll('[data-kind="changes"] > *')].map(({ textContent }) => textContent)).toEqual([
      'What changed, with its evidence',
      '25,310',
      '7.3 MB',
    ]);
    expect(space.getByText(/^On disk: 9.1 MB of the 12 GB/)).toBeTruthy();
    space.press('Ask it to keep everything');
    expect(actions.askToPersist).toHaveBeenCalledOnce();
  });

  it('is not asked for twice, and nothing is said of a disk that the browser does not tell of', () => {
    const { next } = show(datas.kept);
    expect(section('Space used').getByText('The browser has promised to keep all of it.')).toBeTruthy();
    expect(section('Space used').buttons()).toEqual([]);
    next(datas.empty);
    expect(section('Space used').queryByText(/promise/)).toBeNull();
  });

  it('says in its own section that the browser said no', async () => {
    const { actions } = show(datas.filled);
    actions.askToPersist.mockRejectedValue(new Error('The browser made no promise this time.'));
    section('Space used').press('Ask it to keep everything');
    expect((await section('Space used').says('The browser made no promise this time.')).parentElement).toHaveProperty(
      'ariaLive',
      'polite',
    );
    expect(section('Backup').queryByText('The browser made no promise this time.')).toBeNull();
  });
});

describe('a backup', () => {
  it('tells of the last one, and reminds of the next', () => {
    const { next } = show(datas.filled);
    expect(section('Backup').region.textContent).toContain(`The last one was made ${moment}.`);
    expect(section('Backup').getByText('1,100 looks are in no backup yet.')).toBeTruthy();
    next(datas.empty);
    expect(section('Backup').region.textContent).toContain('None was made yet.');
  });

  it('is saved open where no passphrase was typed', async () => {
    const { actions } = show(datas.filled);
    section('Backup').press('Save a backup');
    await section('Backup').says('Saved to your downloads.');
    expect(actions.backUp).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('is locked only with a passphrase that was typed twice the same', async () => {
    const { actions } = show(datas.filled);
    const backup = section('Backup');
    backup.type('Passphrase, if you want one', 'seven grey herons');
    backup.type('The same once more', 'seven grey heron');
    expect(backup.getByLabelText('The same once more').ariaInvalid).toBe('true');
    backup.press('Save a backup');
    await backup.says('The two passphrases are not the same. Nothing was written.');
    expect(actions.backUp).not.toHaveBeenCalled();
    backup.type('The same once more', 'seven grey herons');
    backup.press('Save a backup');
    await backup.says('Saved to your downloads.');
    expect(actions.backUp).toHaveBeenCalledExactlyOnceWith('seven grey herons');
    expect(backup.queryByText('The two passphrases are not the same. Nothing was written.')).toBeNull();
    // Nobody who comes after reads it from the page.
    expect((backup.getByLabelText('Passphrase, if you want one') as HTMLInputElement).value).toBe('');
  });

  it('that fails says so, claims nothing, and keeps what was typed', async () => {
    const { actions } = show(datas.filled);
    actions.backUp.mockRejectedValue(
      new Error('The disk is full. Nothing was changed; free some space and try again.'),
    );
    const backup = section('Backup');
    backup.type('Passphrase, if you want one', 'seven grey herons');
    backup.type('The same once more', 'seven grey herons');
    backup.press('Save a backup');
    await backup.says(/^The disk is full/);
    expect(backup.queryByText('Saved to your downloads.')).toBeNull();
    expect((backup.getByLabelText('The same once more') as HTMLInputElement).value).toBe('seven grey herons');
  });
});

describe('copies in a folder', () => {
  const title = 'Copies in a folder';

  it('begin with a folder, which is asked for inside the click', () => {
    const { actions } = show(datas.filled);
    section(title).press('Pick a folder');
    expect(actions.pickFolder).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('are not offered where the browser cannot', () => {
    show(datas['no-folders']);
    expect(section(title).getByText(/This browser cannot write into a folder/)).toBeTruthy();
    expect(section(title).buttons()).toEqual([]);
  });

  it('say where to, when last, and that they are locked', () => {
    const { actions } = show(datas.folder);
    const copies = section(title);
    expect(copies.region.textContent).toContain(
      `Into “Sideline copies”, locked with your passphrase. Last copied ${moment}.`,
    );
    copies.press('Copy now');
    copies.press('Stop copying');
    expect([actions.copyNow, actions.forgetFolder].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('wait for the browser to be allowed again', () => {
    const { actions } = show(datas['folder-asks']);
    expect(section(title).region.textContent).toContain('without a passphrase. No copy was made yet.');
    expect(section(title).buttons()).toEqual(['Allow this folder again', 'Stop copying']);
    section(title).press('Allow this folder again');
    expect(actions.allowFolder).toHaveBeenCalledOnce();
  });

  it('say why today’s was not made', () => {
    show(datas['folder-gone']);
    expect(section(title).getByText('Today’s copy could not be written.')).toBeTruthy();
  });
});

describe('a restore', () => {
  const file = new File(['…'], 'sideline-2026-10-01.sideline');

  async function lookInto() {
    const restore = section('Restore');
    fireEvent.change(restore.getByLabelText('Backup file'), { target: { files: [file] } });
    restore.press('Look into it');
    await restore.says(/^Made /);
    return restore;
  }

  async function checked() {
    const restore = await lookInto();
    restore.press('Check it');
    await restore.says('The backup is in order');
    return restore;
  }

  it('asks for a file first', async () => {
    const { actions } = show(datas.filled);
    section('Restore').press('Look into it');
    await section('Restore').says('Choose a file first.');
    expect(actions.look).not.toHaveBeenCalled();
  });

  it('asks for the passphrase of a locked file alone, and says how far it is', async () => {
    const { actions } = show(datas.filled);
    let end = (_: Awaited<ReturnType<typeof actions.check>>) => {};
    actions.look.mockResolvedValue({ locked: true, madeAt: AT });
    actions.check.mockImplementation(
      (...args: unknown[]) =>
        new Promise((resolve) => {
          (args[2] as (share: number) => void)(0.25);
          end = resolve;
        }),
    );
    const restore = await lookInto();
    expect(restore.region.textContent).toContain(`Made ${moment}, locked with a passphrase.`);
    restore.type('Its passphrase', 'seven grey herons');
    restore.press('Check it');
    expect(((await restore.findByLabelText('Checked so far')) as HTMLProgressElement).value).toBe(0.25);
    expect(actions.check.mock.calls[0]?.slice(0, 2)).toEqual([file, 'seven grey herons']);
    end({ madeAt: AT, rows: 3, added: 0, grown: 0, same: 1, onlyHere: 0 });
    await restore.says('The backup is in order');
    expect(restore.queryByLabelText('Checked so far')).toBeNull();
    expect(restore.region.textContent).toContain('There is no deal to add.');
  });

  it('says what is wrong with a file, and lets another try', async () => {
    const { actions } = show(datas.filled);
    actions.check.mockRejectedValueOnce(new Error('This backup is damaged. Nothing was changed.'));
    const restore = await lookInto();
    expect(restore.queryByLabelText('Its passphrase')).toBeNull();
    restore.press('Check it');
    await restore.says('This backup is damaged. Nothing was changed.');
    expect(restore.queryByLabelText('Checked so far')).toBeNull();
    restore.press('Check it');
    await restore.says('The backup is in order');
    expect(restore.queryByText('This backup is damaged. Nothing was changed.')).toBeNull();
  });

  it('shows what it would change before anything is, and merges', async () => {
    const { actions } = show(datas.filled);
    const restore = await checked();
    expect([...restore.region.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      '1 deal that this browser does not know',
      '2 deals of which it knows more than this browser',
      '30 deals of which it knows nothing more',
      '4 deals here that it does not hold',
    ]);
    expect(restore.region.textContent).toContain('412 rows of 33 deals.');
    expect(actions.restore).not.toHaveBeenCalled();
    restore.press('Merge');
    await restore.says('Merged. What the backup knew more is on record now.');
    expect(actions.restore).toHaveBeenCalledExactlyOnceWith('merge');
    expect(restore.queryByText('The backup is in order')).toBeNull();
  });

  it('replaces only once the word was typed, and says what would be gone', async () => {
    const { actions } = show(datas.filled);
    const restore = await checked();
    expect(restore.region.textContent).toContain('4 deals would be gone.');
    restore.press('Replace everything');
    await restore.says('Type “replace” first. Nothing was changed.');
    expect(actions.restore).not.toHaveBeenCalled();
    restore.type('Type “replace”', ' Replace ');
    restore.press('Replace everything');
    await restore.says('Replaced. Everything on record is what the backup held.');
    expect(actions.restore).toHaveBeenCalledExactlyOnceWith('replace');
  });

  it('forgets the backup where the user leaves all as it is', async () => {
    const { actions } = show(datas.filled);
    const restore = await checked();
    const before = actions.dropCheck.mock.calls.length;
    restore.press('Leave all as it is');
    await expect.poll(() => restore.queryByText('The backup is in order')).toBeNull();
    expect(actions.dropCheck).toHaveBeenCalledTimes(before + 1);
    expect(actions.restore).not.toHaveBeenCalled();
  });

  it('that fails keeps the backup at hand', async () => {
    const { actions } = show(datas.filled);
    actions.restore.mockRejectedValue(new Error('The disk is full. Nothing was changed.'));
    const restore = await checked();
    restore.press('Merge');
    await restore.says('The disk is full. Nothing was changed.');
    expect(restore.getByText('The backup is in order')).toBeTruthy();
    expect(restore.queryByText(/^Merged/)).toBeNull();
  });
});

describe('deals that may be one', () => {
  const title = 'Deals that may be one';

  it('are left out while there are none', () => {
    show(datas.empty);
    expect(screen.queryByRole('region', { name: title })).toBeNull();
  });

  it('are said to be one, and taken apart', () => {
    const { actions, container } = show(datas.filled);
    const [twin] = within(section(title).region).getAllByRole('listitem');
    expect(twin?.textContent).toContain('The same record, on two addresses of one CRM');
    fireEvent.click(within(twin as HTMLElement).getByRole('button', { name: 'They are one' }));
    expect(actions.merge).toHaveBeenCalledExactlyOnceWith('deal-1', 'deal-2');
    expect(container.querySelector('[data-merged="deal-5"]')?.textContent).toContain(`One since ${moment}`);
    section(title).press('Take apart');
    expect(actions.takeApart).toHaveBeenCalledExactlyOnceWith('deal-5');
  });

  it('come twenty at a time', () => {
    const twins = Array.from({ length: 23 }, (_, at) => ({
      ...{ deal: `a${at}`, into: `b${at}`, name: `Order ${at}` },
      why: 'same-name' as const,
    }));
    show({ ...datas.empty, twins });
    expect(section(title).buttons()).toHaveLength(20);
    expect(section(title).getByText('3 more pairs follow once these are settled.')).toBeTruthy();
  });
});

describe('an erasure', () => {
  /** Counts, confirms and erases; gives what was picked. */
  async function erase(actions: ReturnType<typeof dataActions>) {
    const part = section('Erase');
    part.press('Count what would go');
    await part.says('This would go');
    expect(part.region.textContent).toContain('This would go: 2 deals, 61 rows.');
    part.press('Erase');
    await part.says('Tick that you know it cannot be undone. Nothing was erased.');
    expect(actions.erase).not.toHaveBeenCalled();
    part.tick('I know that this cannot be undone');
    part.press('Erase');
    await part.says('Erased: 2 deals, 61 rows.');
    expect(actions.erase.mock.calls).toEqual(actions.countErasure.mock.calls);
    return actions.erase.mock.calls.at(-1)?.at(0 as never);
  }

  it('of a deal finds it by part of its name, one with no name too', async () => {
    const { actions } = show(datas.filled);
    const part = section('Erase');
    expect(part.getByText('12 deals')).toBeTruthy();
    expect(part.getByText('And 4 more: type more of the name.')).toBeTruthy();
    expect(part.buttons()).toEqual([]);
    expect(part.getByLabelText(/^A deal without a name/)).toBeTruthy();
    part.type('Part of its name or account', 'larkfield 11');
    expect(part.getByText('1 deal')).toBeTruthy();
    fireEvent.click(part.getByLabelText(/^Order 11, Larkfield/));
    expect(await erase(actions)).toEqual({ what: 'deal', deal: 'deal-11' });
  });

  it('of a person takes each way that the name is written', async () => {
    const { actions } = show(datas.filled);
    const part = section('Erase');
    part.tick('One person');
    const names = 'The name, and each other way it is written, one a line';
    part.type(names, 'A');
    expect(part.buttons()).toEqual([]);
    part.type(names, ' Ana Velho \n\navelho');
    expect(await erase(actions)).toEqual({ what: 'person', names: ['Ana Velho', 'avelho'] });
  });

  it('of a site says how many deals it holds, those from files too', async () => {
    const { actions } = show(datas.filled);
    const part = section('Erase');
    part.tick('One site');
    expect([...(part.getByLabelText('Site') as HTMLSelectElement).options].map(({ text }) => text)).toEqual([
      'Choose one',
      '4815162 (hubspot, 9 deals)',
      'From files (other, 1 deal)',
    ]);
    part.change('Site', '1');
    expect(await erase(actions)).toEqual({ what: 'site', crm: 'other', tenant: '' });
  });

  it('of what lies before a day takes the day', async () => {
    const { actions } = show(datas.filled);
    section('Erase').tick('Everything before a day');
    section('Erase').change('The first day that stays', '2026-07-01');
    expect(await erase(actions)).toEqual({ what: 'before', day: '2026-07-01' });
  });

  it('of everything keeps the settings unless it is told otherwise', async () => {
    const { actions } = show(datas.filled);
    const part = section('Erase');
    part.tick('Everything');
    expect((part.getByLabelText('Keep settings and taught sites') as HTMLInputElement).checked).toBe(true);
    part.tick('Keep settings and taught sites');
    expect(await erase(actions)).toEqual({ what: 'everything', keepSettings: false });
  });

  it('that was counted is counted anew once something else is picked', async () => {
    const { actions } = show(datas.filled);
    const part = section('Erase');
    part.tick('Everything');
    part.press('Count what would go');
    await part.says('This would go');
    part.tick('Keep settings and taught sites');
    expect(part.buttons()).toEqual(['Count what would go']);
    part.tick('One deal');
    expect(part.buttons()).toEqual([]);
    expect(actions.erase).not.toHaveBeenCalled();
  });

  it('that fails says so, and nothing is said to be erased', async () => {
    const { actions } = show(datas.filled);
    actions.erase.mockRejectedValue(new Error('The database was closed.'));
    const part = section('Erase');
    part.tick('Everything');
    part.press('Count what would go');
    await part.says('This would go');
    part.tick('I know that this cannot be undone');
    part.press('Erase');
    await part.says('The database was closed.');
    expect(part.queryByText(/^Erased:/)).toBeNull();
  });
});

it('the way to a file of the CRM leads to the import page', () => {
  show(datas.empty);
  expect(section('Import').getByRole('link', { name: 'Read in a file' }).getAttribute('href')).toBe('/import.html');
});
