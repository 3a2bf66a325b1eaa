// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DealCardView } from '../../components/deal-card.tsx';
import type { DealCard } from '../../lib/coaching/card.ts';
import { card, cards, promise, reasons, TODAY } from '../gallery/cards.ts';
import { cardActions } from './actions-spy.ts';

afterEach(cleanup);

const show = (shown: DealCard, actions = cardActions()) => {
  const view = render(<DealCardView card={shown} actions={actions} today={TODAY} me="Dana Whitfield" />);
  return { ...view, actions };
};
const parts = (root: Element) =>
  [...root.querySelectorAll('[data-part]')].map((part) => part.getAttribute('data-part'));
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe.each(Object.entries(cards))('a card in state %s', (_, shown: DealCard) => {
  it('opens with the fact, then the question or next step', () => {
    const { container } = show(shown);
    const head = container.querySelector('.head');
    expect(head?.querySelector('h2')?.textContent?.slice(0, 40)).toBe(shown.line1.slice(0, 40));
    expect(head?.querySelector('.lead')?.textContent).toBe(shown.line2);
  });

  it('holds every part that it has something to say in', () => {
    const { container } = show(shown);
    const expected = ['next-step', 'why', 'confidence'];
    if (shown.changes.length > 0) expected.push('changes');
    if (shown.prompt) expected.push('question');
    if (shown.unread.length > 0) expected.push('unread');
    expect(parts(container)).toEqual(expect.arrayContaining(expected));
    expect(container.textContent).toContain(shown.freshness.text);
    expect(container.textContent).toContain(shown.basis);
  });

  it('never says undefined, a percentage, or anything with an exclamation mark', () => {
    const { container } = show(shown);
    for (const fold of container.querySelectorAll('details')) fold.open = true;
    expect(container.textContent).not.toMatch(/undefined|null|NaN|\[object/);
    expect(container.textContent).not.toMatch(/\d\s?%|!/);
  });

  it('keeps the words that a rep never sees away', () => {
    const { container } = show({ ...shown, role: 'rep' });
    expect(container.innerHTML).not.toMatch(/accountab|risk score|\bmissed|weakness|hygiene|flagged|coached|overdue/i);
  });
});

describe('a date in doubt', () => {
  it('offers the two days it may mean, and passes on the order that the chosen one takes', () => {
    const { container, actions } = show(card());
    for (const fold of container.querySelectorAll('details')) fold.open = true;
    fireEvent.click(button('It is 11 December 2025'));
    expect(actions.setDateOrder).toHaveBeenCalledExactlyOnceWith('mdy');
  });
});

describe('contacts', () => {
  const fold = (root: Element) => root.querySelector<HTMLDetailsElement>('[data-part="contacts"]');

  it('stand in one line, and open to each with where it was read', () => {
    const contacts = fold(show(card()).container);
    expect(contacts?.open).toBe(false);
    expect(contacts?.querySelector('summary')?.textContent).toBe('ContactsBen Okafor (economic buyer), 2 more');
    expect([...(contacts?.querySelectorAll('dt') ?? [])].map((line) => line.textContent)).toEqual([
      'Ben Okafor (economic buyer), deal page, today',
      'Vera Lind (champion), deal page, today',
      'Sol Amara, deal page, today',
    ]);
    expect(contacts?.querySelectorAll('.rule')).toHaveLength(3);
  });

  it('say no number for one alone, and nothing where none was seen', () => {
    const [one] = card().contacts;
    const { container, unmount } = show(card({ contacts: one ? [one] : [] }));
    expect(fold(container)?.querySelector('summary')?.textContent).toBe('ContactsBen Okafor (economic buyer)');
    unmount();
    expect(fold(show(card({ contacts: [] })).container)).toBeNull();
  });
});

describe('stage proofs', () => {
  const fold = (root: Element) => root.querySelector<HTMLDetailsElement>('[data-part="proofs"]');

  it('say how many were seen, stage by stage, and what was said of each', () => {
    const proofs = fold(show(card()).container);
    expect(proofs?.querySelector('summary')?.textContent).toBe('Stage proofs1 of 3 seen');
    const stages = [...(proofs?.querySelectorAll('section') ?? [])];
    expect(stages.map((one) => one.getAttribute('aria-label'))).toEqual([
      'What proves the end of Proposal',
      'What proves the end of Discovery',
    ]);
    const said = (one: Element) => [...one.querySelectorAll('li')].map((line) => line.getAttribute('data-answer'));
    expect(stages.map(said)).toEqual([['none'], ['yes', 'no']]);
    expect(proofs?.textContent).toContain('Seen, said Tue 3 Nov.');
  });

  it('are answered by one click, and the answer that stands is not offered again', () => {
    const { actions, getByRole, queryByRole } = show(card());
    fireEvent.click(getByRole('button', { name: 'Seen: They agreed in writing what it has to do' }));
    expect(actions.answerProof).toHaveBeenLastCalledWith(
      'proof: proposal: they agreed in writing what it has to do',
      'yes',
    );
    fireEvent.click(getByRole('button', { name: 'Not yet: They named who decides' }));
    expect(actions.answerProof).toHaveBeenLastCalledWith('proof: discovery: they named who decides', 'no');
    expect(queryByRole('button', { name: 'Seen: They named who decides' })).toBeNull();
  });

  it('are not there where none are known', () => {
    expect(fold(show(card({ proofs: [] })).container)).toBeNull();
  });
});

describe('the order', () => {
  it('puts what moved first for a manager and the next step first for a rep', () => {
    const manager = show(card()).container;
    expect(parts(manager).slice(0, 3)).toEqual(['changes', 'question', 'next-step']);
    cleanup();
    const rep = show(card({ role: 'rep' })).container;
    expect(parts(rep).slice(0, 3)).toEqual(['next-step', 'changes', 'question']);
  });

  it('says a question once when it is the second line already', () => {
    const { container } = show(card());
    expect(container.textContent?.split(card().line2)).toHaveLength(2);
    expect(screen.getByText(/A date with its reason/)).toBeTruthy();
  });

  it('opens a promise with nothing moved without saying so twice', () => {
    const { container } = show(cards.healthy);
    expect(container.textContent?.match(/Nothing moved/g)).toHaveLength(1);
  });
});

describe('why', () => {
  it('goes down to the arithmetic, and the counted points and the base add up to the sum', () => {
    const { container } = show(card());
    const tables = [...container.querySelectorAll('table')].map((table) =>
      [...table.querySelectorAll('tr td:last-child')].map((cell) => Number(cell.textContent?.replace('\u2212', '-'))),
    );
    expect(tables.map(({ length }) => length)).toEqual([2 + reasons.length, 4]);
    for (const cells of tables) {
      const sum = cells.pop();
      expect(cells.reduce((all, each) => all + each, 0)).toBeCloseTo(sum ?? Number.NaN);
    }
  });

  it('shows the raw text, the rule and the page of each piece of evidence', () => {
    const { container } = show(card());
    const evidence = container.querySelector('.evidence');
    expect(evidence?.textContent).toContain('“28/11/2025”');
    expect(evidence?.textContent).toContain('deal page');
    expect(evidence?.querySelector('.rule')?.textContent).toContain('records-record-layout-item');
  });

  it('says what could not be read, and what was never seen', () => {
    show(card());
    expect(screen.getByText('Last activity: this page does not show it.')).toBeTruthy();
    expect(screen.getByText('Never seen: last activity, pipeline, day of creation.')).toBeTruthy();
  });
});

describe('hostile and long text', () => {
  it('stays text', () => {
    const evil = '<img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script>';
    const { container } = show(
      card({
        line1: evil,
        line2: evil,
        since: evil,
        changes: [{ field: 'name', text: evil, when: evil }],
        nextStep: { text: evil, due: evil, from: 'crm' },
        promises: [promise({ what: evil, who: evil, proof: evil, courier: evil, byText: evil })],
        reasons: reasons.map((reason) => ({
          ...reason,
          title: evil,
          evidence: [{ field: evil, raw: evil, rule: evil, page: evil, seen: evil }],
        })),
      }),
    );
    expect(container.querySelectorAll('img, script')).toHaveLength(0);
    expect(container.textContent).toContain(evil);
  });

  it('is cut with the rest one click away', () => {
    const text = 'word '.repeat(400).trim();
    show(card({ nextStep: { text, due: null, from: 'crm' } }));
    expect(screen.queryByText(text)).toBeNull();
    const more = button('more');
    fireEvent.click(more);
    expect(more.parentElement?.textContent).toContain(text);
    expect(button('less').getAttribute('aria-expanded')).toBe('true');
  });

  it('is cut where no blank stands in it', () => {
    const { container } = show(card({ nextStep: { text: 'x'.repeat(2000), due: null, from: 'crm' } }));
    const line = container.querySelector('[data-part="next-step"] .row')?.textContent ?? '';
    expect(line.length).toBeGreaterThan(100);
    expect(line.length).toBeLessThan(260);
  });
});

describe('the actions', () => {
  it('marks the question as asked and its proof as seen', () => {
    const { actions } = show(card());
    fireEvent.click(button('Asked'));
    fireEvent.click(button('Proof seen'));
    expect(actions.asked).toHaveBeenCalledOnce();
    expect(actions.proofSeen).toHaveBeenCalledOnce();
  });

  it('says since when it is asked, in place of the button', () => {
    show(cards.rep);
    expect(screen.getByText(/On it since/).textContent).toBe('On it since Mon 3 Nov');
    expect(screen.queryByRole('button', { name: 'On it' })).toBeNull();
  });

  it('settles a promise by one click each way, and offers “did not happen” only once it is due', () => {
    const { actions } = show(cards.promise);
    fireEvent.click(button('Kept: signed order form'));
    fireEvent.click(button('Dropped: signed order form'));
    fireEvent.click(button('Did not happen: signed order form'));
    expect(actions.settlePromise.mock.calls).toEqual([
      ['p1', 'kept'],
      ['p1', 'dropped'],
      ['p1', 'missed'],
    ]);
    expect(screen.queryByRole('button', { name: /Did not happen: price sheet/ })).toBeNull();
  });

  it('moves a promise to a new day, a week on by default', () => {
    const { actions } = show(cards.promise);
    fireEvent.click(button('Moved: signed order form'));
    const day = screen.getByLabelText<HTMLInputElement>('New day');
    expect(day.value).toBe('2025-11-13');
    expect(document.activeElement).toBe(day);
    fireEvent.input(day, { target: { value: '2025-11-20' } });
    fireEvent.submit(day);
    expect(actions.movePromise).toHaveBeenCalledWith('p1', '2025-11-20');
    expect(screen.queryByLabelText('New day')).toBeNull();
  });

  it('copies the line for the CRM and says so', async () => {
    const { actions } = show(cards.healthy);
    fireEvent.click(button(/^Copy for the CRM/));
    expect(actions.copy).toHaveBeenCalledWith('Ana Ruiz (buyer): sends the redlines by 14 Nov 2025; proof: her mail');
    expect(await screen.findByText('Copied')).toBeTruthy();
  });

  it('sets a next step from two answers, the rest by default', () => {
    const { actions } = show(card());
    fireEvent.click(button('Set next step'));
    const form = within(screen.getByRole('form', { name: 'Set next step' }));
    fireEvent.input(form.getByLabelText('What will happen'), { target: { value: '  sends the redlines ' } });
    fireEvent.submit(screen.getByRole('form', { name: 'Set next step' }));
    expect(actions.makePromise).toHaveBeenCalledWith({
      what: 'sends the redlines',
      who: 'They',
      side: 'theirs',
      by: '2025-11-13',
      proof: null,
    });
    expect(screen.queryByRole('form')).toBeNull();
    expect(document.activeElement).toBe(button('Set next step'));
  });

  it('makes our own side’s promise in the user’s name', () => {
    const { actions } = show(card());
    fireEvent.click(button('Set next step'));
    fireEvent.input(screen.getByLabelText('What will happen'), { target: { value: 'price sheet' } });
    fireEvent.change(screen.getByLabelText('Whose'), { target: { value: 'ours' } });
    fireEvent.input(screen.getByLabelText('Proof'), { target: { value: 'sent mail' } });
    fireEvent.submit(screen.getByRole('form'));
    expect(actions.makePromise).toHaveBeenCalledWith(
      expect.objectContaining({ who: 'Dana Whitfield', side: 'ours', proof: 'sent mail' }),
    );
  });

  it('saves no next step without words or without a day', () => {
    const { actions } = show(card());
    fireEvent.click(button('Set next step'));
    fireEvent.submit(screen.getByRole('form'));
    fireEvent.input(screen.getByLabelText('What will happen'), { target: { value: 'call' } });
    fireEvent.input(screen.getByLabelText('By'), { target: { value: '' } });
    fireEvent.submit(screen.getByRole('form'));
    expect(actions.makePromise).not.toHaveBeenCalled();
  });

  it('agrees a wait, and ends it', () => {
    const { actions } = show(card());
    fireEvent.click(button('Agreed wait'));
    fireEvent.input(screen.getByLabelText('Waiting for'), { target: { value: 'their board' } });
    fireEvent.input(screen.getByLabelText('Until'), { target: { value: '2025-12-02' } });
    fireEvent.input(screen.getByLabelText('Who said so'), { target: { value: 'Priya Nair' } });
    fireEvent.submit(screen.getByRole('form'));
    expect(actions.agreeWait).toHaveBeenCalledWith({ what: 'their board', saidBy: 'Priya Nair', until: '2025-12-02' });
    cleanup();
    const parked = show(cards.parked);
    fireEvent.click(button('End wait'));
    expect(parked.actions.endWait).toHaveBeenCalledWith('w1');
  });

  it('snoozes and wakes in one click', () => {
    const { actions } = show(card());
    fireEvent.click(button('Snooze'));
    expect(actions.snooze).toHaveBeenCalledOnce();
    cleanup();
    const asleep = show(cards.snoozed);
    fireEvent.click(button('Wake'));
    expect(asleep.actions.unsnooze).toHaveBeenCalledOnce();
  });

  it('offers none on a closed deal but hiding', () => {
    show(cards.closed);
    expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual(['Hide in all tabs']);
  });
});

describe('waiting and failing', () => {
  it('shows that it is busy, and takes a second click for the first', async () => {
    const actions = cardActions();
    let finish = () => {};
    actions.asked.mockImplementation(() => new Promise<void>((done) => (finish = done)));
    show(card(), actions);
    fireEvent.click(button('Asked'));
    await expect.poll(() => button('Asked').ariaBusy).toBe('true');
    fireEvent.click(button('Asked'));
    expect(actions.asked).toHaveBeenCalledOnce();
    finish();
    await expect.poll(() => button('Asked').ariaBusy).toBe('false');
  });

  it.each([
    ['a sentence of its own', new Error('Reload this page to continue.'), 'Reload this page to continue.'],
    ['an error for programmers', new TypeError('x is not a function'), /^That was not saved/],
    ['nothing', undefined, /^That was not saved/],
  ])('tells a failure that brings %s, once, and takes the line away on success', async (_, reason, line) => {
    const actions = cardActions();
    actions.asked.mockRejectedValueOnce(reason);
    show(card(), actions);
    fireEvent.click(button('Asked'));
    const said = await screen.findByText(line);
    expect(said.closest('[aria-live="polite"]')).toBeTruthy();
    fireEvent.click(button('Asked'));
    await expect.poll(() => screen.queryByText(line)).toBeNull();
  });

  it('keeps what was typed when saving fails', async () => {
    const actions = cardActions();
    actions.makePromise.mockRejectedValueOnce(new Error('The disk is full.'));
    show(card(), actions);
    fireEvent.click(button('Set next step'));
    const what = screen.getByLabelText<HTMLInputElement>('What will happen');
    fireEvent.input(what, { target: { value: 'sends the redlines' } });
    fireEvent.submit(screen.getByRole('form'));
    await screen.findByText('The disk is full.');
    expect(screen.getByLabelText<HTMLInputElement>('What will happen').value).toBe('sends the redlines');
  });
});
