// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PopupView } from '../../components/popup-view.tsx';
import { WordingNotes } from '../../components/wording-notes.tsx';
import { typedNotes } from '../../lib/coaching/say-wording.ts';
import { TODAY } from '../gallery/cards.ts';
import { popups } from '../gallery/pages.ts';
import { popupActions } from './actions-spy.ts';

afterEach(cleanup);

describe('wording', () => {
  it('is shown with the plainer question beside, and that nobody else sees it', () => {
    const hedges = [{ word: 'should', ask: 'What does it hang on?' }];
    const { container } = render(
      <WordingNotes notes={[{ of: 'note', day: '2026-10-30', hedges, ask: 'By which day?' }]} />,
    );
    expect(container.querySelector('p')?.textContent).toMatch(/^In your note of .+30.*\. Only you see this\.$/);
    expect([...container.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
      ...['should What does it hang on?', 'By which day?'],
    ]);
  });

  it('is not there where nothing is to be said', () => {
    expect(render(<WordingNotes notes={[]} />).container.innerHTML).toBe('');
  });
});

describe('a next step as it is typed in the popup', () => {
  function form() {
    const actions = popupActions();
    render(<PopupView state={popups.deal} actions={actions} today={TODAY} typedNotes={typedNotes} />);
    fireEvent.click(screen.getByRole('button', { name: 'Set next step' }));
    const sheet = screen.getByRole('form', { name: 'Set next step' });
    const type = (label: string, value: string) =>
      fireEvent.input(within(sheet).getByLabelText(label), { target: { value } });
    const open = () => sheet.querySelector('[data-part="open"]')?.textContent;
    return { actions, sheet, type, open };
  }

  it('is asked for who, what, by when and their side, in one line, and saved all the same', () => {
    const { actions, sheet, type, open } = form();
    expect(open()).toBeUndefined();
    type('What will happen', 'follow up');
    expect(open()).toBe('Who does it? · What will be done?');
    type('What will happen', 'sends the redlines');
    expect(open()).toBe('Who does it?');
    type('Who', 'Ana');
    expect(open()).toBe('');
    fireEvent.change(within(sheet).getByLabelText('Whose'), { target: { value: 'ours' } });
    expect(open()).toBe('What do they do then?');
    type('By', '');
    expect(open()).toBe('By when? · What do they do then?');
    type('By', '2025-11-14');
    type('Who', '');
    fireEvent.submit(sheet);
    expect(actions.card.makePromise).toHaveBeenCalledTimes(1);
  });

  it('has its hedges marked', () => {
    const { sheet, type } = form();
    type('What will happen', 'should send the redlines soon');
    const words = [...sheet.querySelectorAll('q')].map((word) => word.textContent);
    expect(words).toEqual(['should', 'soon']);
  });
});
