// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OptionsActions, OptionsState } from '../../components/options/options-state.ts';
import { OptionsView } from '../../components/options/options-view.tsx';
import { findSettings, SECTIONS } from '../../components/options/settings-index.ts';
import { ERASED_PERSON } from '../../lib/deal/erased.ts';
import { DEFAULT_REMINDERS } from '../../lib/deal/reminder.ts';
import type { Person } from '../../lib/settings/people.ts';
import type { Edited } from '../../lib/settings/roster-edit.ts';
import { DEFAULT_SETTINGS, DEFAULT_SITE, type Settings } from '../../lib/settings/settings.ts';

afterEach(cleanup);

const person = (name: string, part: Partial<Person> = {}): Person => ({
  name,
  aliases: [],
  team: null,
  mine: null,
  ...part,
});
const owner = (name: string) => ({ name, deals: 14, lastOn: '2026-11-03' });

const empty: OptionsState = {
  settings: DEFAULT_SETTINGS,
  ...{ locked: [], ignored: [], problems: [], sites: [], seen: [], maps: [], tested: null },
  elsewhere: { deals: 0, ownLimits: 0, ownPrompts: 0, checklists: 0, learnt: false },
  reminders: { settings: DEFAULT_REMINDERS, granted: false },
  today: '2026-11-20',
  paster: { at: Date.UTC(2026, 10, 20), timeZone: 'UTC', language: 'en-US' },
  ...{ currency: 'USD', rights: [], keys: [], version: '0.1.0' },
};

/** The page over settings that its own changes change. */
function show(part: Partial<OptionsState> = {}) {
  let state: OptionsState = { ...empty, ...part };
  const actions = {
    change: vi.fn((change: (now: Settings) => Partial<Settings>) =>
      put({ ...state.settings, ...change(state.settings) }),
    ),
    editRoster: vi.fn((edit: (people: readonly Person[]) => Edited) => {
      const edited = edit(state.settings.people);
      if ('refused' in edited) throw new Error(edited.refused);
      put({ ...state.settings, people: edited.people });
    }),
    ...{ setRole: vi.fn(), setGoal: vi.fn(), setSite: vi.fn(), takeBack: vi.fn(), allow: vi.fn(), copy: vi.fn() },
    maps: { save: vi.fn(), exportMap: vi.fn(), importMap: vi.fn(), test: vi.fn(), forget: vi.fn() },
    reminders: { save: vi.fn(), setNotifications: vi.fn() },
  } satisfies OptionsActions;
  const { container, rerender } = render(<OptionsView state={state} actions={actions} />);
  const put = (settings: Settings) => {
    state = { ...state, settings };
    rerender(<OptionsView state={state} actions={actions} />);
  };
  const setting = (id: string) =>
    within(document.querySelector<HTMLElement>(`[data-setting="${id}"]`) ?? document.body);
  return { actions, container, setting, settings: () => state.settings };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('the search', () => {
  it('knows every setting of the page, and the page every setting that it knows', () => {
    const { container } = show();
    const known = SECTIONS.flatMap(({ settings }) => Object.keys(settings));
    const stand = [...container.querySelectorAll('[data-setting]')].map((each) => each.getAttribute('data-setting'));
    expect(stand).toEqual(known);
    expect(findSettings('  ').size).toBe(known.length);
  });

  it.each([
    ['quota', ['goal', 'goals', 'import']],
    ['VACATION', ['holidays']],
    ['dark side', []],
    ['calendar currency', ['home', 'rates']],
  ])('finds by all of the words: %s', (query, found) => {
    expect([...findSettings(query)]).toEqual(found);
  });

  it('leaves what was found, and says where nothing was', () => {
    show();
    fireEvent.input(screen.getByLabelText('Search in settings'), { target: { value: 'badge' } });
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toContain('Reminders and the icon');
    expect(screen.queryByRole('region', { name: 'Sites' })).toBeNull();
    fireEvent.input(screen.getByLabelText('Search in settings'), { target: { value: 'zzz' } });
    expect(screen.getByText('Nothing is called so.')).toBeTruthy();
  });
});

describe('what an organisation set', () => {
  it('is shown, disabled, and said', () => {
    const { setting } = show({ locked: ['workdays', 'holidays', 'sitesAllowed'], ignored: ['later'] });
    expect(setting('holidays').getByText('Set by your organisation.')).toBeTruthy();
    expect(setting('holidays').getByRole('button', { name: 'Add holiday' }).matches(':disabled')).toBe(true);
    expect(screen.getByLabelText('Friday is worked').matches(':disabled')).toBe(true);
    expect(screen.getByLabelText('Its first day').matches(':disabled')).toBe(false);
    expect(setting('organisation').getByText(/not understood, and left out: later/)).toBeTruthy();
  });

  it('forbids a site whatever the user says of it', () => {
    const site = { origin: 'https://crm.example.com', granted: true, forbidden: true, settings: DEFAULT_SITE };
    show({ sites: [site] });
    expect(screen.getByLabelText('Read here: https://crm.example.com').matches(':disabled')).toBe(true);
  });
});

describe('the roster', () => {
  it('offers names that lead to nobody yet, with what was seen of them, and asks for nothing', () => {
    const { setting } = show({
      settings: { ...DEFAULT_SETTINGS, people: [person('Kim Olsen', { aliases: ['kolsen'] })] },
      seen: [owner('Olsen, Kim'), owner('kolsen'), owner('Ida Norrgard'), owner(ERASED_PERSON)],
    });
    expect(setting('offered').getAllByRole('listitem')).toHaveLength(1);
    expect(setting('offered').getByRole('listitem').textContent).toMatch(/^Ida Norrgard on 14 deals, last Tue/);
  });

  it('takes all at once, and what was put there meanwhile stays as it is', () => {
    const { settings } = show({ seen: [owner('Ida'), owner('Tom')] });
    press('Not mine: Ida');
    press('Mine: Tom');
    expect(settings().people).toEqual([person('Ida', { mine: false }), person('Tom', { mine: true })]);
    cleanup();
    const other = show({ seen: [owner('Ida'), owner('Tom')] });
    press('All of these are mine');
    expect(other.settings().people.map(({ mine }) => mine)).toEqual([true, true]);
  });

  it('says which words lead to whom, and refuses a word that leads elsewhere', async () => {
    const people = [person('John Ahlberg', { aliases: ['john'] }), person('John Brandt')];
    const { settings } = show({ settings: { ...DEFAULT_SETTINGS, people } });
    const input = screen.getByLabelText('Another name or login of John Brandt');
    fireEvent.input(input, { target: { value: 'JOHN' } });
    fireEvent.submit(input);
    await waitFor(() => expect(screen.getByText('taken')).toBeTruthy());
    expect(settings().people).toEqual(people);
    press('john is somebody else than John Ahlberg');
    expect(settings().people.map(({ name }) => name)).toEqual(['John Ahlberg', 'john', 'John Brandt']);
  });

  it('leaves of who was erased nothing to change', () => {
    const { settings } = show({ settings: { ...DEFAULT_SETTINGS, people: [person(ERASED_PERSON)] } });
    expect(screen.queryByLabelText(`Whose: ${ERASED_PERSON}`)).toBeNull();
    press('Remove');
    expect(settings().people).toEqual([]);
  });
});

it('pasted rows are looked at before they are kept, and what was refused stays in the field', async () => {
  const { setting, settings } = show();
  const field = setting('holidays').getByLabelText('A day or a range a line') as HTMLTextAreaElement;
  fireEvent.input(field, { target: { value: '2026-12-25\nsoon' } });
  fireEvent.click(setting('holidays').getByRole('button', { name: 'Look at it' }));
  await waitFor(() => expect(setting('holidays').getByText('No day could be made out.')).toBeTruthy());
  expect(settings().calendar.holidays).toEqual([]);
  fireEvent.click(setting('holidays').getByRole('button', { name: 'Keep 1 day' }));
  await waitFor(() => expect(settings().calendar.holidays).toEqual(['2026-12-25']));
  expect(field.value).toBe('soon');
});

it('one day of the week at least is worked', async () => {
  const { settings } = show({ settings: { ...DEFAULT_SETTINGS, calendar: { workdays: [5], holidays: [] } } });
  fireEvent.click(screen.getByLabelText('Friday is worked'));
  await waitFor(() => expect(screen.getByText(/One day of the week at least/)).toBeTruthy());
  expect(settings().calendar.workdays).toEqual([5]);
});

it('parts of what is stored that were not understood are named', () => {
  show({ problems: ['rates'] });
  expect(screen.getByText(/Not understood in what is stored/).textContent).toContain('rates');
});
