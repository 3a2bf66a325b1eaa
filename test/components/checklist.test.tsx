// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Checklist, type ChecklistState } from '../../components/checklist.tsx';
import { isStanding, sayAnswer } from '../../components/checklist-words.ts';
import type { ChecklistLine } from '../../lib/process/checklists/checklist-as-of.ts';

afterEach(cleanup);

const line = (part: Partial<ChecklistLine> = {}): ChecklistLine => ({
  ...{ key: 'budget', asks: 'Is money set aside?', proof: 'The sum, in writing', answer: null, given: null },
  ...part,
});
const given = (days: number, age: 'fresh' | 'ageing' | 'stale', saidBy: string | null = null) => ({
  ...{ proof: null, saidBy, days, age },
});
const lines: ChecklistLine[] = [
  line(),
  line({
    key: 'need',
    asks: 'What has to change?',
    answer: 'yes',
    given: { ...given(3, 'fresh', 'Ana'), proof: 'Her mail' },
  }),
  line({ key: 'champion', asks: 'Who argues for it?', answer: 'partly', given: given(40, 'ageing') }),
  line({ key: 'paper', asks: 'What does legal need?', answer: 'no', given: given(75, 'stale', 'Marek') }),
  line({ key: 'scope', asks: 'What is in it?', answer: 'unknown', given: given(1, 'fresh') }),
];
const chosen: ChecklistState = {
  list: { id: 'bant', name: 'BANT', lines },
  ...{ choices: [{ id: 'bant', name: 'BANT' }], pipeline: 'Renewals', people: ['Ana Roth'] },
};

function show(state: ChecklistState) {
  const actions = { answer: vi.fn(), choose: vi.fn() };
  const { container } = render(<Checklist state={state} actions={actions} />);
  const fold = container.querySelector('details');
  if (fold) fold.open = true;
  return { container, actions };
}
const item = (container: Element, asks: string) => {
  const found = [...container.querySelectorAll('li')].find((one) => one.textContent?.includes(asks));
  if (!found) throw new Error(`No question ${asks}`);
  return within(found as HTMLElement);
};

describe('the checklist of a deal', () => {
  it('asks nothing before a list was chosen, and offers them', () => {
    const { container, actions } = show({ ...chosen, list: null });
    expect(container.querySelectorAll('li')).toHaveLength(0);
    expect(container.textContent).toContain('Nothing is asked before you choose a list for Renewals.');
    fireEvent.click(screen.getByRole('button', { name: 'Use BANT' }));
    expect(actions.choose).toHaveBeenCalledWith('bant');
  });

  it('says each answer with who said it and its age, and what has faded as what it was', () => {
    const { container } = show(chosen);
    expect(lines.map(sayAnswer)).toEqual([
      'Not asked yet.',
      'Yes, said by Ana 3 days ago.',
      'Partly, 40 days ago.',
      'Was: No, said by Marek 75 days ago. Too long ago to count; ask again.',
      'Not known, yesterday.',
    ]);
    expect(lines.map(isStanding)).toEqual([false, true, true, false, false]);
    expect(container.querySelector('summary span')?.textContent).toBe('2 of 5 known');
    expect([...container.querySelectorAll('li')].map((one) => one.dataset.age)).toEqual([
      ...['none', 'fresh', 'ageing', 'stale', 'fresh'],
    ]);
    expect(container.textContent).toContain('Her mail');
    expect(container.textContent).not.toMatch(/undefined|null|NaN|!|missed|overdue/);
  });

  it('takes an answer with its proof and who said it, and gives the focus back', async () => {
    const { container, actions } = show(chosen);
    fireEvent.click(item(container, 'Is money set aside?').getByRole('button', { name: /^Answer: / }));
    const form = screen.getByRole('form', { name: 'Is money set aside?' });
    expect(document.activeElement).toBe(within(form).getByLabelText('Yes'));
    fireEvent.submit(form);
    expect(actions.answer).not.toHaveBeenCalled();
    fireEvent.click(within(form).getByLabelText('Partly'));
    fireEvent.input(within(form).getByLabelText('Proof'), { target: { value: ' Mail of 3 Nov ' } });
    fireEvent.input(within(form).getByLabelText('Said by'), { target: { value: 'Ana Roth' } });
    fireEvent.submit(form);
    expect(actions.answer).toHaveBeenCalledWith('budget', {
      ...{ answer: 'partly', proof: 'Mail of 3 Nov', saidBy: 'Ana Roth' },
    });
    await waitFor(() =>
      expect(document.activeElement).toBe(
        item(container, 'Is money set aside?').getByRole('button', { name: /^Answer: / }),
      ),
    );
  });

  it('starts from the answer that stands, and from nothing where it has faded', () => {
    const { container } = show(chosen);
    fireEvent.click(item(container, 'What has to change?').getByRole('button', { name: /^Answer anew/ }));
    expect((screen.getByLabelText('Yes') as HTMLInputElement).checked).toBe(true);
    expect((screen.getByLabelText('Proof') as HTMLInputElement).value).toBe('Her mail');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    fireEvent.click(item(container, 'What does legal need?').getByRole('button', { name: /^Answer anew/ }));
    expect(screen.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false);
  });

  it('keeps what was typed when saving fails', async () => {
    const { container, actions } = show(chosen);
    actions.answer.mockRejectedValue(new Error('The disk is full.'));
    fireEvent.click(item(container, 'Is money set aside?').getByRole('button', { name: /^Answer: / }));
    fireEvent.click(screen.getByLabelText('No'));
    fireEvent.input(screen.getByLabelText('Proof'), { target: { value: 'Call of Monday' } });
    fireEvent.submit(screen.getByRole('form'));
    await waitFor(() => expect(actions.answer).toHaveBeenCalled());
    expect((screen.getByLabelText('Proof') as HTMLInputElement).value).toBe('Call of Monday');
  });
});
