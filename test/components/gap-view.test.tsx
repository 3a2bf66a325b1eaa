// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GapView } from '../../components/gap-view.tsx';
import { teamContext } from '../../lib/risk/team-context.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { gapScreen } from '../../lib/team/gap/gap-screen.ts';
import { EVERYBODY, type Whose } from '../../lib/team/goals.ts';
import { teamAt } from '../../lib/team/team-deals.ts';
import { FORBIDDEN } from '../coaching/forbidden.ts';
import { historyOf, type Look, moment, stage, textsIn, usd } from '../coaching/make-history.ts';

afterEach(cleanup);

const NOW = moment('2026-11-27', 18);
const OPEN = { stage: stage('Discovery'), closeDate: '2026-12-10', owner: 'Ida', amount: usd(10_000) };
const deal = (id: string, ...looks: (Partial<Look> & { on: string })[]) =>
  historyOf(looks.map((look) => ({ ...OPEN, name: id, ...look })) as Look[], { id });
const won = { stage: stage('Closed Won'), amount: usd(10_000) };

/** A quarter before that is known from its begin, and this one. */
const HISTORIES = [
  ...Array.from({ length: 8 }, (_, at) =>
    deal(
      `before ${at}`,
      { on: '2026-06-20', closeDate: '2026-09-15' },
      ...(at < 6 ? [{ ...won, on: '2026-08-20', closeDate: at < 5 ? '2026-08-20' : '2026-08-27' }] : []),
      ...(at === 7 ? [{ on: '2026-09-20', stage: stage('Closed Lost'), closeDate: '2026-09-20' }] : []),
    ),
  ),
  deal('closed', { on: '2026-10-02' }, { ...won, on: '2026-11-20', closeDate: '2026-11-20' }),
  ...Array.from({ length: 4 }, (_, at) =>
    deal(`sure ${at}`, { on: '2026-10-02' }, { on: '2026-11-25', forecastCategory: 'Commit', owner: 'Tom' }),
  ),
  deal('hoped', { on: '2026-11-25', forecastCategory: 'Best Case', amount: usd(25_000) }),
  deal('off', { on: '2026-10-02' }, { on: '2026-11-25', closeDate: '2027-02-01' }),
];

function show(more: Partial<Settings> = {}, whose: Whose = EVERYBODY, histories = HISTORIES) {
  const settings = { ...DEFAULT_SETTINGS, ...more };
  const usual = teamContext(histories, NOW);
  const built = gapScreen({
    team: teamAt(histories, NOW, settings, usual),
    at: (asOf) => teamAt(histories, { ...NOW, asOf }, settings),
    ...{ usual, whose, role: settings.role, locale: 'en-GB' },
  });
  const choose = vi.fn();
  render(<GapView screen={built} choose={choose} locale="en-GB" />);
  return { built, choose };
}
const region = (name: string) => screen.getByRole('region', { name });
const GOAL = { goal: { quarter: '2026-Q4', amount: usd(100_000) } };

describe('the gap', () => {
  it('is said from the goal on, each bar with its deals', () => {
    show(GOAL);
    const gap = region('The gap of Q4 2026');
    expect(gap.textContent).toMatch(
      /Goal (US)?\$100,000; (US)?\$10,000 closed, (US)?\$40,000 in commit: (US)?\$50,000 to go\./,
    );
    const commit = within(gap).getByRole('button', { name: 'Commit 4' });
    fireEvent.click(commit);
    expect(commit.getAttribute('aria-expanded')).toBe('true');
    expect(gap.querySelectorAll('.deals li')).toHaveLength(4);
  });

  it('lies in parts that add up, each opening to its deals', () => {
    const { built } = show(GOAL);
    const { parts, total } = built.where;
    expect(parts.reduce((sum, { minor }) => sum + minor, 0)).toBe(total?.minor);
    const where = region('Where it is');
    expect(where.querySelector('tfoot')?.textContent).toContain('50,000');
    const slipped = where.querySelector('[data-part=kept] details') as HTMLDetailsElement;
    slipped.open = true;
    fireEvent(slipped, new Event('toggle'));
    expect(slipped.textContent).toContain('off');
  });

  it('names what would close it, and what is missing besides', () => {
    show(GOAL);
    const closes = region('What would close it');
    expect(closes.textContent).toContain('hoped');
    expect(closes.textContent).toContain('must still be created');
  });

  it('says what to do without a goal, and shows what needs none', () => {
    const { built } = show();
    expect(screen.getByRole('heading', { name: 'No goal for Q4 2026 yet' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Set one in the settings' }).getAttribute('href')).toBe(
      '/options.html#roster',
    );
    expect(built.gap.bars.map(({ key }) => key)).toEqual(['closed', 'commit', 'both']);
    expect(region('Pacing').querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it('says what is not known yet where history is short', () => {
    const { built } = show(GOAL, EVERYBODY, HISTORIES.slice(-2));
    expect(built.where.sentence).toBe(
      'What is usual here is not known yet: no whole quarter before this one is on record.',
    );
    expect(built.pacing.sentences.at(-1)).toBe(
      'How a whole quarter goes here is not known yet: history begins on 2 Oct.',
    );
    expect(built.coverage.rate).toContain('not known');
    expect(built.where.said[0]?.text).toMatch(/^1 deal .* put off out of this quarter since it began\.$/);
  });
});

describe('whose', () => {
  const people = ['Tom', 'Ida'].map((name) => ({ name, aliases: [], team: 'North', mine: null }));

  it('is chosen among everybody, teams and persons in roster order', () => {
    const { choose } = show({ people });
    const whose = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Whose' });
    expect([...whose.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      ...['everybody’s', 'team North', 'Tom', 'Ida'],
    ]);
    whose.value = 'p Ida';
    // With the chart library's React names loaded, the helper for this event sends another.
    fireEvent(whose, new Event('change', { bubbles: true }));
    expect(choose).toHaveBeenCalledWith({ person: 'Ida', team: null });
    const each = region('Person by person');
    expect([...each.querySelectorAll('tbody th')].map(({ textContent }) => textContent)).toEqual([
      ...['Tom', 'Ida', 'Everybody', 'Team North'],
    ]);
  });

  it('is a rep’s own, with nobody else’s figures', () => {
    const { built } = show({ people, role: 'rep', me: 'Ida' });
    expect(built).toMatchObject({ whose: { person: 'Ida', team: null }, each: null });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(JSON.stringify(built)).not.toContain('Tom');
  });
});

it('accuses nobody, in any of its states', () => {
  for (const more of [GOAL, {}, { goal: { quarter: '2026-Q4', amount: usd(1_000) } }])
    for (const whose of [EVERYBODY, { person: 'Ida', team: null }])
      for (const [path, text] of textsIn(show(more, whose).built)) expect(text, path).not.toMatch(FORBIDDEN);
});
