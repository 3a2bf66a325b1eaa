// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RemindersSection } from '../../components/reminders-section.tsx';
import { YourSteps } from '../../components/your-steps.tsx';
import { listSteps } from '../../lib/coaching/reminders/list-steps.ts';
import { speakerOn } from '../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../lib/coaching/words/words-for.ts';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { DEFAULT_REMINDERS, EMPTY_LOG, type ReminderLog } from '../../lib/deal/reminder.ts';
import { step } from '../coaching/reminders/make-step.ts';
import { stepActions } from './actions-spy.ts';

afterEach(cleanup);

// A Friday.
const TODAY = '2026-11-27';
const NOON = Date.parse(`${TODAY}T12:00:00Z`);
/** Words of the trade that a rep never reads. */
const FORBIDDEN = /accountab|risk score|\bmissed\b|weakness|hygiene|flagged|coached|overdue/i;
const STEPS = [
  step('2026-11-24', { key: 'old', promise: 'old', what: 'Send the prices', seenOn: '2026-11-20' }),
  step(TODAY, { key: 'crm', promise: null, what: 'Demo for their plant', side: null, who: null }),
  step('2026-12-01', { key: 'soon', promise: 'soon', what: 'Redlines', who: 'Ana', side: 'theirs' }),
  step('2026-12-20', { key: 'far', promise: 'far', what: 'Plan the visit' }),
];

const listed = (log: ReminderLog = EMPTY_LOG, steps = STEPS) =>
  listSteps({
    ...{ steps, log, calendar: MONDAY_TO_FRIDAY, moment: { asOf: NOON, knownAt: NOON, timeZone: 'UTC' } },
    ...{ words: wordsFor('en'), say: speakerOn(TODAY, 'UTC', 'en-GB') },
  });

const show = (steps = listed()) => {
  const actions = stepActions();
  return { ...render(<YourSteps steps={steps} actions={actions} visit={undefined} />), actions };
};
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the user’s steps', () => {
  it('are those of today and before, then those of the week to come', () => {
    const { due, ahead } = listed();
    expect(due.map(({ text, when }) => [text, when])).toEqual([
      ['Send the prices', 'was due Tue 24 Nov; last look Fri 20 Nov'],
      ['Demo for their plant', 'today'],
    ]);
    expect(ahead.map(({ text, when }) => [text, when])).toEqual([['Ana: Redlines', 'Tue 1 Dec']]);
    expect(due[0]).toMatchObject({ mayRing: false, tomorrow: '2026-11-30' });
    expect(due[1]).toMatchObject({ mayRing: false, lapses: '2026-12-12' });
    expect(ahead[0]).toMatchObject({ mayRing: true });
  });

  it('leave out what was put off until its day comes', () => {
    const keys = (until: string) => listed({ ...EMPTY_LOG, quiet: { old: until } }).due.map(({ key }) => key);
    expect(keys('2026-11-30')).toEqual(['crm']);
    expect(keys(TODAY)).toEqual(['old', 'crm']);
  });

  it('take no room where there is none', () => {
    expect(show(listed(EMPTY_LOG, [])).container.textContent).toBe('');
  });

  it('are done, put off, moved and dropped by a click', () => {
    const { actions, container } = show();
    const [old, crm] = listed().due;
    press('Done: Send the prices');
    press('Tomorrow: Demo for their plant');
    press('More: Send the prices');
    fireEvent.input(screen.getByLabelText('Another day'), { target: { value: '2026-12-04' } });
    fireEvent.submit(screen.getByLabelText('Another day'));
    press('Drop: Send the prices');
    press('Calendar file: Send the prices');
    expect(actions.done).toHaveBeenCalledWith(old);
    expect(actions.putOff).toHaveBeenCalledWith(crm);
    expect(actions.move).toHaveBeenCalledWith(old, '2026-12-04');
    expect(actions.drop).toHaveBeenCalledWith(old);
    expect(actions.saveCalendarFile).toHaveBeenCalledWith(old);
    expect(container.textContent).not.toMatch(FORBIDDEN);
    expect(container.textContent).not.toMatch(/undefined|null|NaN|!/);
  });

  it('that stand in the CRM are moved and dropped there', () => {
    show();
    press('More: Demo for their plant');
    expect(screen.queryByLabelText('Another day')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Drop/ })).toBeNull();
    expect(screen.getByText(/stands in the CRM/)).toBeTruthy();
  });

  it('ring at a time of their day', () => {
    const { actions } = show();
    press('More: Ana: Redlines');
    fireEvent.input(screen.getByLabelText('Alarm on its day'), { target: { value: '14:30' } });
    fireEvent.submit(screen.getByLabelText('Alarm on its day'));
    expect(actions.setAlarm).toHaveBeenCalledWith(listed().ahead[0], '14:30');
  });

  it('lead to the web alone', () => {
    show(listed(EMPTY_LOG, [step(TODAY, { url: 'javascript:alert(1)' })]));
    expect(screen.queryAllByRole('link')).toEqual([]);
  });
});

describe('when to remind', () => {
  const section = (granted: boolean, notifications = true) => {
    const actions = { save: vi.fn(), setNotifications: vi.fn() };
    render(<RemindersSection settings={{ ...DEFAULT_REMINDERS, notifications }} granted={granted} actions={actions} />);
    return actions;
  };

  it('is kept as it was filled in', () => {
    const actions = section(true);
    fireEvent.input(screen.getByLabelText('Quiet until'), { target: { value: '07:00' } });
    fireEvent.click(screen.getByLabelText(/One digest/));
    fireEvent.submit(screen.getByLabelText('Quiet until'));
    expect(actions.save).toHaveBeenCalledWith({ ...DEFAULT_REMINDERS, quietTo: '07:00', digest: false });
  });

  it.each([
    [true, true, 'Show no notifications', false],
    [false, true, 'Let the browser show them', true],
    [true, false, 'Let the browser show them', true],
  ] as const)('shows notifications only once both said yes: granted %s, set %s', (granted, set, name, asks) => {
    const actions = section(granted, set);
    press(name);
    expect(actions.setNotifications).toHaveBeenCalledWith(asks);
  });

  it('says what went wrong', async () => {
    const actions = section(false);
    actions.setNotifications.mockRejectedValue(new Error('The browser was told no.'));
    press('Let the browser show them');
    expect(await screen.findByText('The browser was told no.')).toBeTruthy();
  });
});
