// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PanelView } from '../../components/panel-view.tsx';
import type { PopupState } from '../../components/popup-state.ts';
import type { ReviewScreen } from '../../components/review-state.ts';
import { startReview, step } from '../../lib/coaching/review/review-state.ts';
import { planOf, reviewDeal, reviewOf } from '../coaching/review/make-review.ts';
import { cards } from '../gallery/cards.ts';
import { popups } from '../gallery/pages.ts';
import { popupActions } from './actions-spy.ts';
import { reviewActions } from './review-spy.ts';

afterEach(cleanup);

const FOLLOW: ReviewScreen = { kind: 'follow', paused: null };
const TODAY = '2026-11-06';
const due = { id: 'p1', what: 'signed form', who: 'Ben Okafor', side: 'theirs', proof: 'the form' } as const;
const deals = [
  reviewDeal('a'),
  reviewDeal('b', { due, person: '' }),
  reviewDeal('c', { person: 'Zoe Lind', askedOn: 'Tue 3 Nov' }),
];
const review = reviewOf(deals);
const run = (at = 0): ReviewScreen => ({ kind: 'run', review: { ...review, at }, card: cards.signal, today: TODAY });

function show(screenNow: ReviewScreen, state: PopupState = popups.today) {
  const [actions, acts] = [popupActions(), reviewActions()];
  const view = (next: ReviewScreen) => (
    <PanelView state={state} actions={actions} review={next} reviewActions={acts} me="Kim Olsen" />
  );
  const { container, rerender } = render(view(screenNow));
  return { container, actions, acts, go: (next: ReviewScreen) => rerender(view(next)) };
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const section = () => screen.getByRole('region', { name: /^Deal \d+ of/ });
const line = () => screen.getByLabelText<HTMLInputElement>(/^Promise: who/);
const key = (name: string, target: Element = section()) => fireEvent.keyDown(target, { key: name });
const submit = () => fireEvent.submit(screen.getByRole('form', { name: 'What came back' }));

describe.each([
  ['following', FOLLOW],
  ['paused', { kind: 'follow', paused: review }],
  ['looking through', { kind: 'plan', plan: null }],
  ['planning', { kind: 'plan', plan: planOf(deals) }],
  ['with nothing to talk about', { kind: 'plan', plan: planOf([]) }],
  ['running', run()],
  ['running on a promise', run(1)],
  ['at its end', { kind: 'end', review: { ...review, at: 3 } }],
] as [string, ReviewScreen][])('the panel %s', (_, screenNow) => {
  it('has a heading and a main landmark, and no gap in its words', () => {
    const { container } = show(screenNow);
    expect(screen.getByRole('main')).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(container.textContent).not.toMatch(/undefined|null|NaN|!/);
  });
});

describe('following', () => {
  it('shows the open deal with all its actions', () => {
    const { actions } = show(FOLLOW, popups.deal);
    expect(screen.getByText(cards.signal.line1, { selector: 'h2' })).toBeTruthy();
    press('Snooze');
    expect(actions.card.snooze).toHaveBeenCalledOnce();
  });

  it('offers a review from a deal and from today, and goes on with one that was paused', () => {
    const onDeal = show(FOLLOW, popups.deal).acts;
    press('Start a review');
    expect(onDeal.plan).toHaveBeenCalledOnce();
    cleanup();
    const onToday = show(FOLLOW).acts;
    press('Start a review');
    expect(onToday.plan).toHaveBeenCalledOnce();
    cleanup();
    const { acts } = show({ kind: 'follow', paused: { ...review, at: 1 } });
    press('Go on with the review, 2 of 3');
    expect(acts.resume).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: 'Start a review' })).toBeNull();
  });

  it('says what to do first where nothing is on record', () => {
    show(FOLLOW, popups.empty);
    expect(screen.queryByRole('button', { name: 'Start a review' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Start' })).toBeTruthy();
  });
});

it('hides a run with all the rest', () => {
  const { container } = show(run(), popups.hidden);
  expect(screen.getByText('Hidden in all tabs.')).toBeTruthy();
  expect(container.textContent).not.toContain(deals[0]?.name);
});

describe('planning', () => {
  it('leaves out what waits for its answer, until all are asked for', () => {
    const { acts } = show({ kind: 'plan', plan: planOf(deals) });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('2 deals · about 1 min');
    fireEvent.click(screen.getByRole('checkbox'));
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('3 deals · about 1 min');
    fireEvent.change(screen.getByLabelText('Order'), { target: { value: 'value' } });
    fireEvent.change(screen.getByLabelText('Whose'), { target: { value: 'of Zoe Lind' } });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('1 deal · about 1 min');
    fireEvent.submit(screen.getByRole('form'));
    expect(acts.start).toHaveBeenCalledWith({ by: 'value', person: 'Zoe Lind', all: true });
  });

  it('does not begin a run without a deal', () => {
    const { acts } = show({ kind: 'plan', plan: planOf(deals, { budget: 0 }) });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('This week’s questions were asked.');
    fireEvent.submit(screen.getByRole('form'));
    expect(acts.start).not.toHaveBeenCalled();
  });
});

describe('a run, by the keyboard', () => {
  it('answers by number, takes one line, and saves both', async () => {
    const { acts } = show(run());
    expect(document.activeElement).toBe(section());
    key('1');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'They gave a day' }).checked).toBe(true);
    expect(document.activeElement).toBe(line());
    expect(line().value).toBe('Ben Okafor (buyer): ');
    fireEvent.input(line(), { target: { value: `${line().value}sends the redlines` } });
    submit();
    expect(acts.save).toHaveBeenCalledWith({
      answer: 'day',
      note: '',
      agreed: {
        ...{ who: 'Ben Okafor', side: 'theirs', what: 'sends the redlines', by: '2026-11-13', wait: false },
        proof: deals[0]?.proof,
      },
    });
  });

  it('needs one key where somebody is to find out', () => {
    const { acts } = show(run());
    key('2');
    submit();
    const [said] = acts.save.mock.calls[0] ?? [];
    expect(said).toMatchObject({
      answer: 'find-out',
      agreed: { who: 'Kim Olsen', side: 'ours', by: '2026-11-09' },
    });
  });

  it('asks first whether a promise was kept, and offers it anew with a new day', () => {
    const { acts } = show(run(1));
    expect(screen.getAllByRole('radio')).toHaveLength(4);
    key('1');
    submit();
    expect(acts.save).toHaveBeenLastCalledWith({ answer: 'happened', note: '', agreed: null });
    screen.getByRole('region', { name: /^Deal/ }).focus();
    key('2');
    submit();
    expect(acts.save).toHaveBeenLastCalledWith(
      expect.objectContaining({ answer: 'day', agreed: expect.objectContaining({ who: due.who, what: due.what }) }),
    );
  });

  it('agrees on a wait, with a note', () => {
    const { acts } = show(run());
    key('3');
    fireEvent.input(line(), { target: { value: 'Ana: their board meets' } });
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.input(screen.getByLabelText('Note to the answer'), { target: { value: 'said on the phone' } });
    press(/^2 weeks/);
    submit();
    expect(acts.save).toHaveBeenCalledWith({
      answer: 'nothing',
      note: 'said on the phone',
      agreed: expect.objectContaining({ who: 'Ana', what: 'their board meets', by: '2026-11-20', wait: true }),
    });
  });

  it('goes on with n and back with b, and types both where something is typed', () => {
    const { acts } = show(run());
    key('n');
    key('b');
    expect([acts.next.mock.calls.length, acts.back.mock.calls.length]).toEqual([1, 1]);
    line().focus();
    for (const name of ['n', 'b', '1']) key(name, line());
    expect([acts.next.mock.calls.length, acts.back.mock.calls.length]).toEqual([1, 1]);
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    key('Escape', line());
    expect(document.activeElement).toBe(section());
    key('n', section());
    expect(acts.next).toHaveBeenCalledTimes(2);
  });

  it('says what is missing, and saves nothing', async () => {
    const { acts } = show(run());
    submit();
    expect(acts.save).not.toHaveBeenCalled();
    await waitFor(() => expect(screen.getByText('Pick what came back, or press n to go on.')).toBeTruthy());
  });

  it('begins each deal anew, from its top', () => {
    const { go } = show(run());
    key('4');
    go(run(1));
    expect(document.activeElement).toBe(section());
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    expect(line().value).toBe('');
    expect(within(section()).getByText('Owner not seen yet')).toBeTruthy();
  });

  it('keeps what somebody typed when the answer changes', () => {
    show(run());
    fireEvent.input(line(), { target: { value: 'Ana: redlines' } });
    fireEvent.click(screen.getByRole('radio', { name: 'Will find out' }));
    expect(line().value).toBe('Ana: redlines');
  });

  it('shows what was said before where one goes back to it', () => {
    const agreed = {
      who: 'Ben',
      side: 'theirs',
      what: 'redlines',
      by: '2026-11-13',
      proof: null,
      wait: false,
    } as const;
    const said = step(step(step(review, { kind: 'asked' }), { kind: 'answered', answer: { kind: 'day', note: '' } }), {
      kind: 'agreed',
      agreed,
    });
    show({ kind: 'run', review: said, card: null, today: TODAY });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'They gave a day' }).checked).toBe(true);
    expect(screen.getByText(/Promised: Ben: redlines/)).toBeTruthy();
    expect(screen.queryByLabelText(/^Promise: who/)).toBeNull();
  });
});

describe('keys', () => {
  const shown = (container: Element) =>
    [...container.querySelectorAll('[aria-keyshortcuts]')].map((one) => {
      const words = one.closest('label') ?? one;
      return { keys: one.getAttribute('aria-keyshortcuts'), text: words.querySelector('.key')?.textContent };
    });

  it('stand beside everything that can be done with a deal', () => {
    const { container } = show(run());
    expect(shown(container).map(({ keys }) => keys)).toEqual(['q', 'o', 'p', 'd', 'm', 'b', 'n', 'Enter']);
    for (const { keys, text } of shown(container)) expect(text).toBe(keys === 'Enter' ? '↵' : keys);
    for (const button of within(section()).getAllByRole('button')) {
      const isDay = button.closest('.days') !== null;
      expect(isDay || button.getAttribute('aria-keyshortcuts'), button.textContent ?? '').toBeTruthy();
    }
    const numbers = [...container.querySelectorAll('.answers .key')].map(({ textContent }) => textContent);
    expect(numbers).toEqual(['1', '2', '3', '4']);
  });

  it('do what they say', () => {
    const { acts } = show(run());
    for (const name of ['o', 'q', 'n', 'b']) key(name);
    const calls = [acts.openRecord, acts.pause, acts.next, acts.back].map(({ mock }) => mock.calls.length);
    expect(calls).toEqual([1, 1, 1, 1]);
    key('p');
    expect(document.activeElement).toBe(line());
    key('Escape', line());
    key('d');
    expect(document.activeElement).toBe(screen.getByLabelText(/^By/));
    key('Escape', screen.getByLabelText(/^By/));
    key('m');
    expect(screen.getByText(/^A note, or a wait/).closest('details')?.open).toBe(true);
  });

  const everyKey = ['1', '2', '3', '4', 'o', 'q', 'p', 'd', 'm', 'n', 'b'];
  const untouched = ({ openRecord, pause, next, back, save }: ReturnType<typeof reviewActions>) => {
    for (const act of [openRecord, pause, next, back, save]) expect(act).not.toHaveBeenCalled();
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  };

  it('do nothing while something is typed', () => {
    const { acts } = show(run());
    key('m');
    for (const field of [line(), screen.getByLabelText(/^By/), screen.getByLabelText('Note to the answer')]) {
      field.focus();
      for (const name of everyKey) key(name, field);
      expect(document.activeElement).toBe(field);
    }
    untouched(acts);
  });

  it('do nothing while an input method puts a character together, nor with the browser’s own keys', () => {
    const { acts } = show(run());
    for (const name of [...everyKey, 'Enter']) {
      fireEvent.keyDown(section(), { key: name, isComposing: true });
      fireEvent.keyDown(section(), { key: name, keyCode: 229 });
      for (const held of ['ctrlKey', 'metaKey', 'altKey']) fireEvent.keyDown(section(), { key: name, [held]: true });
    }
    fireEvent.keyDown(line(), { key: 'Escape', isComposing: true });
    expect(document.activeElement).toBe(section());
    untouched(acts);
    line().focus();
    fireEvent.keyDown(line(), { key: 'Escape', isComposing: true });
    expect(document.activeElement).toBe(line());
  });

  it('copy and close the list at the end', () => {
    const { acts, container } = show({ kind: 'end', review: { ...review, at: 3 } });
    expect(shown(container)).toEqual(['c', 'm', 'b', 'x'].map((keys) => ({ keys, text: keys })));
    const end = screen.getByRole('region', { name: 'What the review came to' });
    for (const name of ['c', 'm', 'b', 'x']) key(name, end);
    const calls = [acts.copy, acts.back, acts.finish].map(({ mock }) => mock.calls.length);
    expect(calls).toEqual([2, 1, 1]);
    fireEvent.keyDown(end, { key: 'x', isComposing: true });
    expect(acts.finish).toHaveBeenCalledTimes(1);
  });
});

describe('a deal whose turn came before it was read', () => {
  const unread = startReview(planOf(deals), { by: 'person', person: null, all: true }, 0);

  it('says so, asks nothing, and can be gone on from', () => {
    if (!unread) throw new Error('A run needs deals.');
    const { acts, go } = show({ kind: 'run', review: unread, card: null, today: TODAY });
    expect(screen.getByText('Reading this deal…')).toBeTruthy();
    expect(screen.queryByRole('form', { name: 'What came back' })).toBeNull();
    for (const name of ['1', 'p', 'm', 'Enter', 'n']) key(name);
    expect([acts.next.mock.calls.length, acts.save.mock.calls.length]).toEqual([1, 0]);
    const read = step(unread, { kind: 'read', card: { ...cards.signal, deal: unread.items[0]?.deal ?? '' } });
    go({ kind: 'run', review: read, card: null, today: TODAY });
    expect(screen.getByRole('form', { name: 'What came back' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(cards.signal.prompt?.question);
  });
});

it('shows the first hundred of a long plan, and says how many follow', () => {
  const many = Array.from({ length: 2_000 }, (_, n) => reviewDeal(`d${n}`));
  const { container } = show({ kind: 'plan', plan: planOf(many) });
  fireEvent.click(screen.getByRole('checkbox'));
  expect(container.querySelectorAll('[data-part="agenda"] li')).toHaveLength(100);
  expect(screen.getByText('And 1900 more, in the same order.')).toBeTruthy();
});

it('ends in a list that one click copies', async () => {
  const asked = step(step(review, { kind: 'asked' }), { kind: 'next' });
  const { acts } = show({ kind: 'end', review: { ...asked, at: 3 } });
  expect(screen.getByText('1 of 3 talked about')).toBeTruthy();
  press('Copy the list');
  const [text] = acts.copy.mock.calls[0] ?? [];
  expect(text).toContain(deals[0]?.question);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Copied' })).toBeTruthy());
  press('Copy as Markdown');
  expect(acts.copy.mock.calls[1]?.[0]).toContain('## Kim Olsen');
  press('Done');
  expect(acts.finish).toHaveBeenCalledOnce();
});
