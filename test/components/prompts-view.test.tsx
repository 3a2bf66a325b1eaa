// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PromptsActions, PromptsState } from '../../components/prompts-state.ts';
import { PromptsView } from '../../components/prompts-view.tsx';
import { NOTHING_OWN, type OwnPrompts } from '../../lib/coaching/catalogue/own-prompts.ts';
import type { Prompt } from '../../lib/coaching/catalogue/types.ts';
import { PROMPTS, promptsIn } from '../coaching/packaged-prompts.ts';

afterEach(cleanup);

const texts = { question: 'Who rang first?', proof: 'Their call, dated.', followUp: '', purpose: 'Tells who began' };
const mine: Prompt = { id: 'own.1', signal: 'stalled', role: 'rep', stages: ['late'], situation: null, ...texts };
const [first, second] = PROMPTS.filter(({ signal }) => signal === 'stalled') as [Prompt, Prompt];
const own: OwnPrompts = { language: 'en', off: [second.id], changed: { [first.id]: texts }, added: [mine] };

/** Enough to look at; all of them take jsdom a second each time. */
const few = PROMPTS.filter(({ signal }) => ['stalled', 'pushed', 'due-this-period', 'no-next-step'].includes(signal));
const usual: PromptsState = { shipped: few, own: NOTHING_OWN, shares: null, resting: new Set(), problem: null };

const show = (over: Partial<PromptsState> = {}) => {
  const actions = {
    ...{ pick: vi.fn(), turn: vi.fn(), change: vi.fn(), put: vi.fn(), remove: vi.fn(), takeBack: vi.fn() },
    ...{ exportFile: vi.fn(), importFile: vi.fn() },
  } satisfies PromptsActions;
  return { ...render(<PromptsView state={{ ...usual, ...over }} actions={actions} />), actions };
};
const rows = (root: Element) => [...root.querySelectorAll('[data-prompt]')];
const row = (id: string) => document.querySelector<HTMLElement>(`[data-prompt="${id}"]`) as HTMLElement;
const button = (name: string | RegExp, root: HTMLElement = document.body) => within(root).getByRole('button', { name });
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('the page of questions', () => {
  it('has every question under its signal, with proof, follow-up, purpose and when it fits', () => {
    const { container } = show({ shipped: PROMPTS });
    expect(rows(container)).toHaveLength(PROMPTS.length);
    const late = row('stalled.manager.late');
    const prompt = PROMPTS.find(({ id }) => id === 'stalled.manager.late');
    for (const text of [prompt?.question, prompt?.proof, prompt?.followUp, prompt?.purpose])
      expect(late.textContent).toContain(text);
    expect(late.textContent).toContain('Manager, late stages.');
    expect(row('no-next-step.manager.big').textContent).toContain('a big deal');
    expect(late.closest('section')?.getAttribute('aria-label')).toBe('Standing still');
  });

  it('finds by words of any part and of the signal, and by who asks', () => {
    const { container } = show();
    const search = (value: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value } });
    search('in one mail');
    expect(rows(container).map((each) => each.getAttribute('data-prompt'))).toEqual(['due-this-period.rep.any']);
    expect(container.querySelector('details')?.open).toBe(true);
    search('Standing STILL');
    expect(rows(container)).toHaveLength(PROMPTS.filter(({ signal }) => signal === 'stalled').length);
    fireEvent.change(screen.getByLabelText('Asked by'), { target: { value: 'rep' } });
    expect(rows(container)).toHaveLength(PROMPTS.filter(({ id }) => id.startsWith('stalled.rep')).length);
    search('no such words');
    expect(screen.getByText('No question holds these words.')).toBeTruthy();
  });

  it('says how often each was asked and led to a proof, and of few nothing', () => {
    const shares = new Map([
      [first.id, { asked: 4, proved: 4 }],
      [second.id, { asked: 20, proved: 0 }],
      ['stalled.rep.any', { asked: 5, proved: 2 }],
    ]);
    show({ shares, resting: new Set([second.id]) });
    expect(row(first.id).textContent).toContain('Asked 4 times: too few to say what it leads to.');
    expect(row('stalled.rep.any').textContent).toContain('Asked 5 times, 2 led to a proof within three weeks.');
    expect(row(second.id).textContent).toContain(
      '0 led to a proof within three weeks. It rests while another one fits.',
    );
    expect(row('stalled.manager.late').textContent).toContain('Not asked yet.');
  });

  it('switches one off and on', () => {
    const { actions } = show({ own });
    const box = (id: string) => within(row(id)).getByRole<HTMLInputElement>('checkbox');
    expect([box(first.id).checked, box(second.id).checked]).toEqual([true, false]);
    fireEvent.click(box(first.id));
    expect(actions.turn).toHaveBeenLastCalledWith(first.id, false);
    fireEvent.click(box(second.id));
    expect(actions.turn).toHaveBeenLastCalledWith(second.id, true);
  });

  it('puts one in other words, never without a proof, nor with a figure that is not known there', () => {
    const { actions } = show();
    fireEvent.click(button(/^Edit/, row(first.id)));
    type('Proof that settles it', ' ');
    fireEvent.click(button('Keep'));
    expect(screen.getByText(/a question without its proof is not kept/)).toBeTruthy();
    type('Proof that settles it', 'Their word of {dates}.');
    fireEvent.click(button('Keep'));
    expect(screen.getByText(/^\{dates\} is no figure that is known here/)).toBeTruthy();
    expect(actions.change).not.toHaveBeenCalled();
    type('Proof that settles it', ' Their word in {stage}. ');
    type('To a vague answer', '');
    fireEvent.click(button('Keep'));
    const { question, purpose } = first;
    expect(actions.change).toHaveBeenCalledExactlyOnceWith(first.id, {
      ...{ question, proof: 'Their word in {stage}.', followUp: '', purpose },
    });
    expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull();
  });

  it('tells own words from shipped ones, and gives those back', () => {
    const { actions } = show({ own });
    expect(row(first.id).textContent).toContain(texts.question);
    expect(row(first.id).textContent).toContain('In your words.');
    fireEvent.click(button(/^As shipped:/, row(first.id)));
    expect(actions.change).toHaveBeenCalledExactlyOnceWith(first.id, null);
    expect(row('own.1').textContent).toContain('Your own. Rep, late stages.');
    fireEvent.click(button(/^Remove:/, row('own.1')));
    expect(actions.remove).toHaveBeenCalledExactlyOnceWith('own.1');
  });

  it('adds one: about what, for whom, when, and its words', () => {
    const { actions } = show();
    fireEvent.click(button('Add a question'));
    fireEvent.change(screen.getByLabelText('About'), { target: { value: 'pushed' } });
    fireEvent.change(screen.getByLabelText('For a'), { target: { value: 'rep' } });
    fireEvent.change(screen.getByLabelText('Situation'), { target: { value: 'big' } });
    fireEvent.click(screen.getByLabelText('late'));
    type('Question', 'What did {from} rest on?');
    type('Proof that settles it', texts.proof);
    type('What the answer tells, as a sentence', `${texts.purpose}.`);
    fireEvent.click(button('Keep'));
    expect(actions.put).toHaveBeenCalledExactlyOnceWith({
      id: expect.stringMatching(/^own\./),
      ...{ signal: 'pushed', role: 'rep', stages: ['late'], situation: 'big' },
      ...{ ...texts, question: 'What did {from} rest on?' },
    });
  });

  it('is read in another language, each text said to be in it, own words not', () => {
    const { container, actions } = show({ shipped: promptsIn('de'), own: { ...own, language: 'de' } });
    const picker = screen.getByLabelText<HTMLSelectElement>('Language of the questions');
    expect([...picker.options].map(({ text }) => text)).toEqual(['English', 'Deutsch', 'Français']);
    expect(picker.value).toBe('de');
    fireEvent.change(picker, { target: { value: 'fr' } });
    expect(actions.pick).toHaveBeenCalledExactlyOnceWith('fr');
    expect(row('stalled.manager.late').querySelector('.question')?.getAttribute('lang')).toBe('de');
    expect(row(first.id).querySelector('.question')?.hasAttribute('lang')).toBe(false);
    expect(container.textContent).not.toMatch(/undefined|\[object/);
  });

  it('is saved as a file and read from one, and told where that fails', async () => {
    const { actions } = show({ own });
    expect(screen.getByText(/1 added, 1 in other words, 1 switched off/)).toBeTruthy();
    fireEvent.click(button('Save as a file'));
    expect(actions.exportFile).toHaveBeenCalledTimes(1);
    const input = screen.getByLabelText('Read in questions');
    const file = new File(['{}'], 'questions.json');
    fireEvent.change(input, { target: { files: [file] } });
    await waitFor(() => expect(screen.getByText(/They were added to yours/)).toBeTruthy());
    actions.importFile.mockRejectedValueOnce(new Error('This is no file of questions.'));
    fireEvent.change(input, { target: { files: [file] } });
    await waitFor(() => expect(screen.getByText('This is no file of questions.')).toBeTruthy());
  });

  it('drops all changes only when asked twice', () => {
    const { actions } = show({ own });
    fireEvent.click(button('All as shipped…'));
    expect(actions.takeBack).not.toHaveBeenCalled();
    fireEvent.click(button('Yes, drop all my changes'));
    expect(actions.takeBack).toHaveBeenCalledTimes(1);
  });

  it('names every control', () => {
    const { container } = show({ own });
    fireEvent.click(button('Add a question'));
    for (const control of container.querySelectorAll<HTMLInputElement>('input, select, textarea'))
      expect(control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? '').not.toBe('');
  });
});
