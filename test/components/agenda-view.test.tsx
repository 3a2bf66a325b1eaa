// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AgendaActions, AgendaState } from '../../components/agenda-state.ts';
import { AgendaView } from '../../components/agenda-view.tsx';
import { PurposeView } from '../../components/purpose-view.tsx';
import type { Agenda, AgendaDeal, AgendaPromise } from '../../lib/coaching/agenda/agenda.ts';
import { FORBIDDEN } from '../coaching/forbidden.ts';
import { talk } from '../deal/make-talk.ts';

afterEach(cleanup);

const named = (name: string) => ({ deal: name.toLowerCase(), name, url: `https://acme.example.com/deal/${name}` });
const deal = (name: string): AgendaDeal => ({
  ...named(name),
  ...{ about: '$84,000 · Legal · closes 28 Nov', fact: 'Close date put off twice.', next: null },
  ...{ question: 'What makes that the day?', proof: 'A date in their writing' },
});
const promise = (what: string, part: Partial<AgendaPromise> = {}): AgendaPromise => ({
  ...named('Larkfield'),
  ...{ id: what, what, who: 'Kim Olsen', side: 'ours', by: '2026-11-10', byText: 'Tue 10 Nov', proof: 'their mail' },
  ...{ state: 'open', stateText: 'open', moved: 0, courier: '' },
  ...part,
});

const AGENDA: Agenda = {
  ...{ person: 'Kim Olsen', onText: 'Fri 6 Nov', basis: 'As seen from this browser, since Mon 3 Aug.', notes: {} },
  promises: { manager: [promise('calls their CFO', { who: 'Mara Lind' })], rep: [promise('sends the terms')], more: 1 },
  changes: {
    since: 'Since our last talk, Fri 30 Oct',
    lines: [{ ...named('Larkfield'), text: 'Proposal → Legal', when: 'seen Tue 3 Nov' }],
    more: 0,
  },
  deals: {
    ...{ whole: false, help: deal('Larkfield'), picked: null, all: [], more: 0, unseen: [named('Faraway')] },
    choices: [{ ...named('Dunmore'), about: '$9,000' }],
  },
  skill: {
    last: 'Ask who signs.',
    moments: [
      {
        ...named('Larkfield'),
        ...{
          kind: 'promise-kept',
          day: '2026-11-04',
          dayText: 'Wed 4 Nov',
          text: 'A promise was kept',
          evidence: 'Proof: mail',
        },
      },
    ],
    suggestions: [
      { key: 'date', practice: 'Ask what makes that the day.', evidence: 'On 3 of 5 open deals.' },
      { key: 'step', practice: 'End each call with a day.', evidence: 'On 2 of 5 open deals.' },
    ],
    practice: '',
  },
  next: { promises: [], onText: null },
};

const shown = (agenda: Partial<Agenda> = {}, part = {}): AgendaState['shown'] => ({
  agenda: { ...AGENDA, ...agenda },
  ...{ talk: null, turn: 1, today: '2026-11-06', promisers: ['Kim Olsen', 'Mara Lind'], asksWhoLeads: false },
  ...part,
});

const row = (person: string) => ({
  person,
  talks: 1,
  lastOn: null,
  nextOn: null,
  goesOn: false,
  text: '1 talk · last Fri 30 Oct',
});
const usual: AgendaState = {
  ...{
    spread: [row('Kim Olsen'), row('Ben Okoro')],
    isRep: false,
    shown: shown(),
    kept: null,
    read: null,
    problem: null,
  },
};

function actionsSpy() {
  const spies = {
    ...{ pick: vi.fn(), note: vi.fn(), pickDeal: vi.fn(), setWhole: vi.fn(), practise: vi.fn(), setNext: vi.fn() },
    ...{ makePromise: vi.fn(), finish: vi.fn(), takeUp: vi.fn(), copy: vi.fn(), print: vi.fn(), saveFile: vi.fn() },
    ...{ readFile: vi.fn(async () => {}), takeIn: vi.fn(), leaveOut: vi.fn() },
  };
  return spies satisfies AgendaActions;
}

function view(state: Partial<AgendaState> = {}) {
  const actions = actionsSpy();
  const { container } = render(<AgendaView state={{ ...usual, ...state }} actions={actions} />);
  return { actions, container };
}

describe('the agenda', () => {
  it('has the six parts in the order of the talk, with their minutes', () => {
    const { container } = view();
    const titles = [...container.querySelectorAll('.agenda-part > h3')].map(({ textContent }) => textContent);
    expect(titles).toEqual([
      '1Your topic first5 min',
      '2What was promised5 min',
      '3What changed in your pipeline3 min',
      '4Two deals12 min',
      '5One skill3 min',
      '6New promises2 min',
    ]);
    const promises = container.querySelectorAll('#part-promises .promises li');
    expect([...promises].map(({ textContent }) => textContent?.includes('Mara Lind'))).toEqual([true, false]);
    expect(container.textContent).not.toMatch(FORBIDDEN);
  });

  it('keeps a note with its part as it is typed', () => {
    const { actions } = view();
    fireEvent.input(screen.getByLabelText('Notes: Two deals'), { target: { value: 'Ask Ana' } });
    expect(actions.note).toHaveBeenCalledWith('deals', 'Ask Ana');
  });

  it('has every note on paper as well, whole, and room to write where there is none', () => {
    const { container } = view({ shown: shown({}, { talk: talk({ notes: { topic: 'a\nb' } }) }) });
    const papers = container.querySelectorAll('.matter > p.on-paper[data-empty]');
    expect([...papers].map((paper) => [paper.textContent, (paper as HTMLElement).dataset.empty])).toEqual([
      ['a\nb', 'false'],
      ...Array(5).fill(['', 'true']),
    ]);
  });

  it('lets the rep pick a deal, and shows all that are open where that is chosen', () => {
    const { actions, container } = view();
    fireEvent.change(screen.getByLabelText('The one that you pick'), { target: { value: 'dunmore' } });
    expect(actions.pickDeal).toHaveBeenCalledWith('dunmore');
    fireEvent.click(screen.getByRole('button', { name: 'All your open deals' }));
    expect(actions.setWhole).toHaveBeenCalledWith(true);
    expect(container.querySelector('#part-deals')?.textContent).toContain('nothing is said of them: Faraway');
    cleanup();
    view({ shown: shown({ deals: { ...AGENDA.deals, whole: true, all: [deal('Larkfield'), deal('Dunmore')] } }) });
    expect(screen.getByRole('region', { name: 'All your open deals' }).querySelectorAll('article')).toHaveLength(2);
  });

  it('takes one suggestion, or words of one’s own', () => {
    const { actions } = view();
    fireEvent.click(screen.getByRole('button', { name: 'Try this: End each call with a day.' }));
    expect(actions.practise).toHaveBeenLastCalledWith('End each call with a day.');
    fireEvent.input(screen.getByLabelText('To try until next time'), { target: { value: 'Ring first' } });
    expect(actions.practise).toHaveBeenLastCalledWith('Ring first');
  });

  it('takes a promise with who, what, day and proof, three at most', async () => {
    const { actions } = view();
    fireEvent.click(screen.getByRole('button', { name: 'Add a promise' }));
    const form = within(screen.getByRole('form', { name: 'A new promise' }));
    fireEvent.input(form.getByLabelText('What'), { target: { value: ' Sends the draft ' } });
    fireEvent.change(form.getByLabelText('Who'), { target: { value: 'Mara Lind' } });
    fireEvent.change(form.getByLabelText('On'), { target: { value: 'dunmore' } });
    fireEvent.submit(screen.getByRole('form', { name: 'A new promise' }));
    expect(actions.makePromise).toHaveBeenCalledWith({
      ...{ deal: 'dunmore', what: 'Sends the draft', who: 'Mara Lind', by: '2026-11-13', proof: null },
    });
    cleanup();
    view({ shown: shown({ next: { promises: ['a', 'b', 'c'].map((what) => promise(what)), onText: null } }) });
    expect(screen.queryByRole('button', { name: 'Add a promise' })).toBeNull();
  });

  it('is finished, and taken up again', () => {
    const { actions } = view();
    fireEvent.click(screen.getByRole('button', { name: 'Finish this talk' }));
    expect(actions.finish).toHaveBeenCalled();
    cleanup();
    const over = view({ shown: shown({}, { talk: talk({ endedAt: 1 }) }) });
    fireEvent.click(screen.getByRole('button', { name: 'Take up again' }));
    expect(over.actions.takeUp).toHaveBeenCalled();
  });

  it('follows no link that does not lead to the web', () => {
    const bad = { ...deal('Larkfield'), url: 'javascript:alert(1)' };
    const { container } = view({ shown: shown({ deals: { ...AGENDA.deals, help: bad } }) });
    expect(container.querySelector('article a')).toBeNull();
  });
});

describe('whom to talk with', () => {
  it('lists everybody in the order given, with how often, and opens an agenda by a click', () => {
    const { actions } = view({ shown: null });
    const people = within(screen.getByRole('region', { name: 'Talks' }));
    expect(people.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Kim Olsen1 talk · last Fri 30 Oct',
      'Ben Okoro1 talk · last Fri 30 Oct',
    ]);
    expect(people.getByText(/as seen from this browser/)).toBeTruthy();
    fireEvent.click(people.getByRole('button', { name: /^Ben Okoro/ }));
    expect(actions.pick).toHaveBeenCalledWith('Ben Okoro');
  });

  it('says what to do where nobody is known', () => {
    view({ spread: [], shown: null });
    expect(screen.getByText(/Nobody is known yet/)).toBeTruthy();
    cleanup();
    view({ spread: [], shown: null, isRep: true });
    expect(screen.getByRole('link', { name: 'first steps' }).getAttribute('href')).toBe('/welcome.html');
  });
});

describe('a person’s page from a file', () => {
  const difference = { added: 2, grown: 0, same: 1, elsewhere: 1, notes: 'new' as const };
  const read = { person: 'Kim Olsen', madeAt: Date.UTC(2026, 10, 5), deals: 4, difference };

  it('says what would come in before anything does', () => {
    const { actions } = view({ read });
    for (const line of ['2 promises would come in.', '1 promise is known here already.', 'Its notes would come in.'])
      expect(screen.getByText(line)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Take it in' }));
    expect(actions.takeIn).toHaveBeenCalled();
  });

  it('that brings nothing is only closed', () => {
    view({ read: { ...read, difference: { added: 0, grown: 0, same: 2, elsewhere: 0, notes: 'same' } } });
    expect(screen.queryByRole('button', { name: 'Take it in' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
  });

  it('that is none is refused with its sentence', async () => {
    const { actions } = view();
    actions.readFile.mockRejectedValueOnce(new Error('This is no person’s page. Nothing was changed.'));
    const files = [new File(['{}'], 'x.json', { type: 'application/json' })];
    fireEvent.change(screen.getByLabelText('Read in a person’s page'), { target: { files } });
    expect(await screen.findByText(/no person’s page/)).toBeTruthy();
  });
});

it('the page on what this is for says what it must not be used for, and what a rep may see, correct and erase', () => {
  render(<PurposeView />);
  const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(titles).toEqual([
    'What it is for',
    'What it must not be used for',
    'What a rep may see',
    'What a rep may correct',
    'What a rep may have erased',
    'Where it is',
  ]);
  expect(screen.getByText(/pay, bonus, promotion, a warning or a dismissal/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(FORBIDDEN);
});
