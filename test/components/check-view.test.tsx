// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CheckActions, CheckState } from '../../components/check-state.ts';
import { CheckView } from '../../components/check-view.tsx';
import type { CoursePoint } from '../../lib/risk/course.ts';
import { scoreOf } from '../../lib/risk/score.ts';
import { checks, found } from './check-states.ts';

afterEach(cleanup);

const show = (state: CheckState) => {
  const actions = {
    ...{ check: vi.fn(), learn: vi.fn(), cancel: vi.fn(), setOn: vi.fn(), showCourse: vi.fn() },
  } satisfies CheckActions;
  return { ...render(<CheckView state={state} actions={actions} />), actions };
};
const region = (name: string) => screen.getByRole('region', { name });
const rowOf = (table: HTMLElement, name: RegExp) => within(table).getByRole('row', { name });
const button = (name: string) => screen.queryByRole('button', { name });

describe.each(Object.entries(checks))('learning and self-check in state %s', (_, state: CheckState) => {
  it('is one page under one heading, in words, and never about people', () => {
    const { container } = show(state);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(container.textContent).not.toMatch(/undefined|null|NaN|Infinity|!|log loss|log-odds/);
    const levels = screen.getAllByRole('heading').map((heading) => Number(heading.tagName[1]));
    expect(levels.every((level, at) => at === 0 || level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
  });
});

describe('the first sentence', () => {
  it.each([
    ['empty', 'No deal is on record in this browser yet, so there is nothing to learn from.'],
    ['none', 'None of your 65 deals has ended yet, so there is nothing to learn from.'],
    ['onlyEnded', /^None of the 65 deals on record was seen open and then ended/],
    ['one', /^1 of your deals has ended: too few/],
    ['few', '31 of your deals have ended: too few to say how often the score is right; 50 are needed for percentages.'],
    ['enough', 'Of 40 deals under “Look closer” 30 were not won by their date; of 80 quiet ones 40.'],
  ] as const)('is true of %s', (name, said) => {
    show(checks[name]);
    expect(screen.getByText(said)).toBeTruthy();
  });

  it('claims nothing of a word that too few deals stood under', () => {
    const few = found(52);
    few.check.bands = few.check.bands.map((one) => ({ ...one, enough: one.band !== 'closer' }));
    show({ ...checks.enough, found: few });
    expect(screen.getByText(/^52 of your deals have ended; too few of them stood under/)).toBeTruthy();
  });
});

it('says what to do where nothing has ended, and shows no empty tables', () => {
  for (const state of [checks.empty, checks.none, checks.onlyEnded]) {
    show(state);
    expect(screen.getByRole('link', { name: 'Read in your closed deals' }).getAttribute('href')).toBe('/import.html');
    expect(screen.queryByRole('table')).toBe(null);
    cleanup();
  }
});

describe('learning', () => {
  it('is offered once what was learnt could be tried, and says how many deals that takes', () => {
    show(checks.few);
    expect(button('Learn from my deals')).toBe(null);
    expect(region('What was learnt').textContent).toContain('that takes 40 of them, and 31 have ended');
    cleanup();
    const { actions } = show(checks.enough);
    fireEvent.click(screen.getByRole('button', { name: 'Learn from my deals' }));
    expect(actions.learn).toHaveBeenCalledOnce();
  });

  it('shows how far it is and can be stopped; nothing else is started meanwhile', () => {
    const { actions, container } = show(checks.running);
    expect(screen.getByRole('progressbar', { name: /^Looking at ended deals/ })).toBeTruthy();
    expect(container.querySelector('progress')?.value).toBe(0.4);
    expect(button('Learn from my deals')).toBe(null);
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(actions.cancel).toHaveBeenCalledOnce();
  });

  it('says that it was stopped, and that nothing changed', () => {
    show(checks.stopped);
    expect(screen.getByText('Learning was stopped. Nothing was changed.')).toBeTruthy();
    expect(button('Check again')).toBe(null);
    cleanup();
    const { actions } = show(checks.stoppedAtOnce);
    fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
    expect(actions.check).toHaveBeenCalledOnce();
  });

  it('says what failed, and tries again', () => {
    const { actions } = show(checks.failed);
    expect(screen.getByText(checks.failed.problem)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
    expect(actions.check).toHaveBeenCalledOnce();
  });

  it('shows the weights before and after, each with its word, and what else counts', () => {
    show(checks.learnt);
    const section = region('What was learnt');
    expect(section.textContent).toMatch(/Learnt .*2026.* from 80 ended deals/);
    expect(rowOf(section, /^Standing still counts more 2\.00 2\.60$/)).toBeTruthy();
    expect(rowOf(section, /^Buyer acted counts less −1\.20 −0\.70$/)).toBeTruthy();
    expect(rowOf(section, /^Amount down counts no longer 0\.50 0\.00$/)).toBeTruthy();
    expect(rowOf(section, /^Step without a deed counts now 0\.00 0\.40$/)).toBeTruthy();
    expect(within(section).getByText('Pipeline: Renewals: for the deal, −0.52')).toBeTruthy();
    expect(within(section).getByText('How long it has been open: against the deal, 0.31')).toBeTruthy();
    const rows = section.querySelectorAll('tr[data-signal]');
    expect(new Set([...rows].map((row) => row.getAttribute('data-signal'))).size).toBe(31);
  });

  it('sets an earlier learning beside the new one', () => {
    show(checks.relearnt);
    const section = region('What was learnt');
    expect(within(section).getAllByRole('columnheader', { name: 'Before' })).toHaveLength(2);
    expect(rowOf(section, /^Standing still counts more 2\.00 2\.00 2\.60$/)).toBeTruthy();
    expect(section.textContent).toContain('12 more deals have ended since');
    expect(button('Learn again')).toBeTruthy();
  });

  it('says with the figures that what did no better was not kept', () => {
    show(checks.notBetter);
    const section = region('What was learnt');
    expect(section.textContent).toContain('Tried and not kept');
    expect(rowOf(section, /^With what was learnt 0\.66$/)).toBeTruthy();
    expect(rowOf(section, /^With the weights as shipped, .* \(kept\) 0\.65$/)).toBeTruthy();
    expect(section.textContent).toContain('all at 80 % of their strength');
    expect(section.querySelector('tr[data-signal]')).toBe(null);
    cleanup();
    show(checks.sameOfAll);
    expect(rowOf(region('What was learnt'), /^Saying the same of every deal \(kept\) 0\.60$/)).toBeTruthy();
    expect(region('What was learnt').textContent).toContain('no percentage is said');
    cleanup();
    show(checks.notTried);
    expect(region('What was learnt').textContent).toContain('Nothing was changed');
  });

  it('is switched off and on', () => {
    const { actions } = show(checks.learnt);
    fireEvent.click(screen.getByRole('checkbox'));
    expect(actions.setOn).toHaveBeenCalledWith(false);
    cleanup();
    const off = show(checks.off);
    expect(screen.getByText(/^Off: the weights as shipped are in force\. What was learnt is kept/)).toBeTruthy();
    expect(button('Learn again')).toBe(null);
    fireEvent.click(screen.getByRole('checkbox'));
    expect(off.actions.setOn).toHaveBeenCalledWith(true);
  });
});

describe('the self-check', () => {
  it('gives each word its sample and interval, and says where there are too few', () => {
    show(checks.enough);
    const section = region('How often each word was right');
    expect(rowOf(section, /^Look closer 30 of 40 60 to 86 %$/)).toBeTruthy();
    expect(rowOf(section, /^Worth a look too few deals to say 0 of 0 –$/)).toBeTruthy();
    expect(rowOf(section, /^Quiet 40 40$/)).toBeTruthy();
    cleanup();
    show(checks.few);
    expect(rowOf(region('How often each word was right'), /^Look closer too few deals to say 11 of 15/)).toBeTruthy();
  });

  it('says of each signal its hits and false alarms, and how it was without it', () => {
    show(checks.enough);
    expect(rowOf(region('Each signal by itself'), /^Standing still 10 of 40 not won without it 30 10$/)).toBeTruthy();
  });

  it('sets what was said against what came once percentages are said, and not before', () => {
    show(checks.enough);
    expect(region('Said and come true').textContent).toContain('No percentage is said yet');
    expect(screen.queryByRole('img')).toBe(null);
    cleanup();
    const { container } = show(checks.learnt);
    expect(screen.getByRole('img', { name: /^What was said against what came true/ })).toBeTruthy();
    const section = region('Said and come true');
    expect(rowOf(section, /^18 % 40 of 80 39 to 61 %$/)).toBeTruthy();
    expect(rowOf(section, /^62 % 30 of 40 60 to 86 %$/)).toBeTruthy();
    expect(container.querySelectorAll('.plot .seen')).toHaveLength(2);
    expect(container.querySelectorAll('.plot .hollow')).toHaveLength(0);
  });
});

describe('one deal over its life', () => {
  const point = (at: number, points: number): CoursePoint => ({
    ...{ at: Date.UTC(2026, 7, at, 12), on: points > 0 ? ['stalled'] : [], good: [] },
    score: scoreOf(points > 0 ? [{ signal: 'stalled', family: 'stage', points }] : []),
  });
  const [deal] = checks.enough.found.ended;
  if (!deal) throw new Error('No deal has ended.');

  it('is found by a part of its name', () => {
    const { actions } = show(checks.enough);
    const section = region('One deal over its life');
    expect(within(section).getAllByRole('listitem')).toHaveLength(8);
    expect(section.textContent).toContain('The 8 that ended last, of 80.');
    fireEvent.input(within(section).getByRole('searchbox'), { target: { value: 'line 17' } });
    const [only, ...others] = within(section).getAllByRole('listitem');
    expect(others).toEqual([]);
    fireEvent.click(within(only as HTMLElement).getByRole('button'));
    expect(actions.showCourse).toHaveBeenCalledWith(expect.objectContaining({ id: 'deal 17', outcome: 'lost' }));
    fireEvent.input(within(section).getByRole('searchbox'), { target: { value: 'nobody' } });
    expect(section.textContent).toContain('None of the ended deals is called so.');
  });

  it('shows what the score said look by look, as a line and as a table', () => {
    const { actions } = show({ ...checks.enough, course: { ...deal, points: [point(3, 0), point(10, 2)] } });
    const section = region('One deal over its life');
    expect(within(section).getByRole('img', { name: /^First Quiet, last Look closer/ })).toBeTruthy();
    expect(rowOf(section, /2026 Quiet$/)).toBeTruthy();
    expect(rowOf(section, /Look closer standing still$/)).toBeTruthy();
    expect(section.textContent).not.toContain('of ten');
    fireEvent.click(within(section).getByRole('button', { expanded: true }));
    expect(actions.showCourse).toHaveBeenCalledWith(null);
  });

  it('says so where nothing was known before the end', () => {
    show({ ...checks.enough, course: { ...deal, points: [] } });
    expect(region('One deal over its life').textContent).toContain('Nothing of it was known before it ended.');
  });
});
