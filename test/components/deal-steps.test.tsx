// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { DealStepList } from '../../components/deal-steps.tsx';
import { DealView } from '../../components/deal-view.tsx';
import { stepLine } from '../../lib/coaching/reminders/list-steps.ts';
import { speakerOn } from '../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../lib/coaching/words/words-for.ts';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { step } from '../coaching/reminders/make-step.ts';
import { cards } from '../gallery/cards.ts';
import { popups } from '../gallery/pages.ts';
import { popupActions } from './actions-spy.ts';

afterEach(cleanup);

const TODAY = '2025-11-10';
const said = { calendar: MONDAY_TO_FRIDAY, words: wordsFor('en'), say: speakerOn(TODAY, 'UTC', 'en-GB') };
const [promise] = cards.rep.promises;
const MINE = stepLine(
  step('2025-11-13', { key: promise?.id ?? '', promise: promise?.id ?? '', what: 'Signed form' }),
  said,
);
const DUE = { ...MINE, by: TODAY };
const CRM = stepLine(
  step(TODAY, { key: 'crm', promise: null, what: 'Demo for their plant', side: null, who: null }),
  said,
);

function show(lines: DealStepList['lines'], resting: string[] = []) {
  const actions = popupActions();
  const { beside } = popups['deal-checklist'];
  const state = {
    ...popups['deal-checklist'],
    beside: { ...beside, steps: { today: TODAY, lines, resting } },
  } as const;
  render(
    <DealView {...{ state, actions, me: 'Kim Olsen', today: TODAY, error: null, notice: null, typedNotes: null }} />,
  );
  return actions.steps;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const item = () => within(document.querySelector('li.promise') as HTMLElement);

it('lets an own promise ring, be put off and go into the calendar, in its own place', () => {
  const steps = show([MINE, CRM]);
  fireEvent.input(item().getByLabelText('Alarm on its day'), { target: { value: '14:30' } });
  fireEvent.submit(item().getByLabelText('Alarm on its day'));
  expect(steps.setAlarm).toHaveBeenCalledWith(MINE, '14:30');
  press(`Calendar file: ${MINE.text}`);
  expect(steps.saveCalendarFile).toHaveBeenCalledWith(MINE);
  expect(screen.queryByRole('button', { name: `Tomorrow: ${MINE.text}` })).toBeNull();
  expect(item().getByRole('button', { name: /^Kept/ })).toBeTruthy();
});

it('offers "tomorrow" for what is due, and says so once it was put off', () => {
  const steps = show([DUE]);
  press(`Tomorrow: ${DUE.text}`);
  expect(steps.putOff).toHaveBeenCalledWith(DUE);
  cleanup();
  show([DUE], [DUE.key]);
  expect(screen.queryByRole('button', { name: `Tomorrow: ${DUE.text}` })).toBeNull();
  expect(screen.getByText('Put off until the next working day.')).toBeTruthy();
});

it('takes an alarm away', () => {
  const ringing = { ...MINE, remindAt: Date.parse('2025-11-13T09:00:00Z') };
  const steps = show([ringing]);
  expect(screen.getByText('Alarm set')).toBeTruthy();
  press(`No alarm: ${MINE.text}`);
  expect(steps.setAlarm).toHaveBeenCalledWith(ringing, null);
});

it('has what stands in the CRM alone as a step with the actions of "your steps"', () => {
  const steps = show([MINE, CRM]);
  press('Done: Demo for their plant');
  press('Tomorrow: Demo for their plant');
  press('More: Demo for their plant');
  press('Calendar file: Demo for their plant');
  for (const act of [steps.done, steps.putOff, steps.saveCalendarFile]) expect(act).toHaveBeenCalledWith(CRM);
  expect(screen.queryByRole('link', { name: CRM.dealName })).toBeNull();
  cleanup();
  show([CRM], [CRM.key]);
  expect(screen.queryByText('Demo for their plant')).toBeNull();
});

it('adds nothing to promises of others', () => {
  show([]);
  expect(screen.queryByText('Remind me')).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Your steps' })).toBeNull();
});
