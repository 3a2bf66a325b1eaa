// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { DealLifeView, NoSuchDeal } from '../../components/deal-life.tsx';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { dealLife } from '../../lib/team/pipeline/life.ts';
import { FORBIDDEN } from '../coaching/forbidden.ts';
import { at, historyOf, moment, STAGES, stage, usd } from '../coaching/make-history.ts';

afterEach(cleanup);

const looks = [
  {
    on: '2026-11-03',
    name: 'Hall <b>3</b>',
    owner: 'Kim',
    stage: stage('Proposal'),
    amount: usd(84_000),
    closeDate: '2026-11-10',
  },
  { on: '2026-11-24', page: 'list' as const, stage: stage('Discovery'), amount: usd(61_000), closeDate: '2026-11-12' },
];

function show(url = 'https://acme.example.com/deal/1', said?: 'won' | 'open') {
  const history = historyOf(looks, { stages: STAGES, promises: [{}] });
  history.deal.url = url;
  if (said) {
    const seenAt = at('2026-11-25');
    const evidence = { crm: 'pipedrive', page: 'said' as const, rule: 'said by you', raw: said };
    history.changes.push({
      ...{ seq: 99, deal: 'deal-1', field: 'outcome', from: undefined, to: said, after: null },
      ...{ seenAt, recordedAt: seenAt, evidence },
    });
  }
  const life = dealLife({
    history,
    moment: moment('2026-11-27'),
    settings: DEFAULT_SETTINGS,
    usual: null,
    talks: [],
    locale: 'en-US',
  });
  if (!life) throw new Error('never seen');
  const takeBack = vi.fn();
  return { ...render(<DealLifeView life={life} back="#pipeline" takeBack={takeBack} />), takeBack };
}

it('opens with the deal’s name, what is known of it, its mark, and a way to its page in the CRM', () => {
  const { container } = show();
  const heading = screen.getByRole('heading', { level: 2, name: 'Hall <b>3</b>' });
  expect(document.activeElement).toBe(heading);
  expect(screen.getByRole('link', { name: 'Open in the CRM' }).getAttribute('href')).toBe(
    'https://acme.example.com/deal/1',
  );
  expect(container.querySelector('.life-facts')?.textContent).toContain('OwnerKimAmount$61,000StageDiscovery');
  expect(container.textContent).not.toMatch(FORBIDDEN);
  expect(container.textContent).not.toMatch(/undefined|NaN|!/);
});

it('takes back what the user said of its end, and only that', () => {
  const { takeBack } = show(undefined, 'won');
  expect(screen.getByText(/^You said won on Nov 25\./)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Take it back' }));
  expect(takeBack).toHaveBeenCalledOnce();
  for (const said of [undefined, 'open'] as const) {
    cleanup();
    show(undefined, said);
    expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull();
  }
});

it('follows no link that a page made up', () => {
  show('javascript:alert(1)');
  expect(screen.queryByRole('link', { name: 'Open in the CRM' })).toBeNull();
});

it('tells day by day what happened, each with what it rests on, and one kind of it alone', () => {
  const { container } = show();
  const days = () => [...container.querySelectorAll('.life-day h3')].map((day) => day.textContent);
  expect(days()).toEqual(['November 24, 2026', 'November 3, 2026', 'October 28, 2026']);
  expect(container.querySelector('.life-timeline .evidence')?.textContent).toContain('[data-test=');
  fireEvent.change(screen.getByLabelText(/^Show/), { target: { value: 'said' } });
  expect(days()).toEqual(['October 28, 2026']);
});

it('says of a deal that is not on record what to do', () => {
  render(<NoSuchDeal back="#pipeline" />);
  expect(screen.getByRole('heading', { name: 'Sideline has not seen this deal' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'back to the pipeline' }).getAttribute('href')).toBe('#pipeline');
});
