// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { SweepView } from '../../components/sweep-view.tsx';
import type { SweepScreen } from '../../lib/team/sweep/sweep-screen.ts';
import { FORBIDDEN } from '../coaching/forbidden.ts';
import { at, stage, usd } from '../coaching/make-history.ts';
import { CLOSED, dealOn, lookOn, OFFERED, OPEN, sweepActions, sweepOf } from './sweep-states.ts';

afterEach(cleanup);

function show(built: SweepScreen) {
  const actions = sweepActions();
  const props = {
    screen: built,
    offered: OFFERED,
    answered: null,
    likes: [usd(0)],
    sums: null,
    people: ['Ida'],
    actions,
  };
  const { container } = render(<SweepView {...props} />);
  expect(container.textContent).not.toMatch(FORBIDDEN);
  expect(container.textContent).not.toMatch(/undefined|NaN|!/);
  return { container, actions, region: (name: string) => within(screen.getByRole('region', { name })) };
}

describe('the sweep', () => {
  it('says what to do while no view is pinned', () => {
    const { region } = show(sweepOf([], {}, { views: [] }));
    expect(region('Views').getByText(/^Pin the lists of your CRM that show all open deals/)).toBeTruthy();
    expect(region('Views').getByRole('button', { name: 'Pin' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'To open' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Gone from a view' })).toBeNull();
    expect(screen.getByText(/There is none yet\.$/)).toBeTruthy();
  });

  it('counts what was seen, names what is to open with its link, and asks for what is gone', () => {
    const histories = [dealOn('a', [17, 24]), dealOn('b', [17, 24]), dealOn('gone', [17]), dealOn('old', [3])];
    const { region } = show(
      sweepOf(histories, { [OPEN.url]: [lookOn(17, ['a', 'b', 'gone']), lookOn(24, ['a', 'b'])] }),
    );
    expect(screen.getByRole('heading', { name: 'This week, 23 Nov to 29 Nov' })).toBeTruthy();
    expect(screen.getByText('2 of 3 open deals on record seen this week; 1 to open.')).toBeTruthy();
    const link = region('To open').getByRole('link', { name: 'old' });
    expect(link.getAttribute('href')).toBe('https://acme.example.com/deal/old');
    expect(region('Gone from a view').getByRole('link', { name: 'gone' })).toBeTruthy();
  });

  it('stays complete where more is gone since, and says as of when', () => {
    const histories = [dealOn('a', [24, 26]), dealOn('b', [24, 26]), dealOn('gone', [24])];
    const looks = { [OPEN.url]: [lookOn(24, ['a', 'b', 'gone']), lookOn(26, ['a', 'b'])] };
    show(sweepOf(histories, looks, { said: { completedAt: at('2026-11-24', 10) } }));
    expect(screen.getByRole('heading', { name: /^Complete: / })).toBeTruthy();
    expect(screen.getByText('Complete as of Tue 24 Nov, 10:00. What is asked below came after.')).toBeTruthy();
    expect(screen.getByText('In “Open pipeline” on Tue 24 Nov, not on Thu 26 Nov.')).toBeTruthy();
  });

  it('is complete once every view was read to its end and nothing is left to answer', () => {
    show(sweepOf([dealOn('a', [24])], { [OPEN.url]: [lookOn(24, ['a'])] }, { weeks: 1 }));
    expect(screen.getByRole('heading', { name: 'Complete: 23 Nov to 29 Nov' })).toBeTruthy();
    expect(screen.getByText(/^1 complete week so far\./)).toBeTruthy();
  });

  it('holds what was typed and what the closed view shows against what is on record', () => {
    const won = dealOn('won here', [24], { stage: stage('Closed Won'), closeDate: '2026-11-20', amount: usd(5_000) });
    const { region } = show(
      sweepOf(
        [won, dealOn('open here', [24])],
        { [OPEN.url]: [lookOn(24, ['open here'])], [CLOSED.url]: [lookOn(25, ['open here'])] },
        { views: [OPEN, CLOSED], said: { closed: [usd(6_500)] } },
      ),
    );
    const closed = region('Closed, by the CRM and by what is on record');
    expect(closed.getByText(/^Won in Q4 2026 by what is on record: \$5K, 1 deal\.$/i)).toBeTruthy();
    expect(closed.getByText(/\$1\.5K more than is on record\.$/i)).toBeTruthy();
    const there = closed.getByText(/^In the CRM’s closed view, open on record/).closest('details');
    expect(there?.textContent).toContain('open here');
    const here = closed.getByText(/^Won on record, not in the CRM’s closed view/).closest('details');
    expect(here?.textContent).toContain('won here');
  });
});
