// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PeopleView } from '../../components/people-view.tsx';
import { addDays } from '../../lib/deal/day.ts';
import { teamContext } from '../../lib/risk/team-context.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { peopleScreen } from '../../lib/team/people/people-screen.ts';
import { teamAt } from '../../lib/team/team-deals.ts';
import { FORBIDDEN } from '../coaching/forbidden.ts';
import { at, historyOf, type Look, moment, stage, textsIn, usd } from '../coaching/make-history.ts';

afterEach(cleanup);

const FRIDAYS = Array.from({ length: 8 }, (_, week) => addDays('2026-10-02', 7 * week));
const NOW = moment('2026-11-20', 18);

/** Six deals of each that went on and were won or lost, and one of each that is open with its date gone by. */
function histories(ended: Record<string, string>) {
  return Object.entries(ended).flatMap(([owner, end]) => [
    ...Array.from({ length: 6 }, (_, number) => {
      const open = {
        owner,
        name: `${owner} ${number}`,
        stage: stage('Discovery'),
        closeDate: '2026-12-18',
        amount: usd(8_000 + number),
      };
      const looks: Look[] = FRIDAYS.slice(0, 4).map((on) => ({ ...open, createdOn: '2026-09-20', on }));
      const last = { ...open, stage: stage(end), on: FRIDAYS[5] ?? '' };
      return historyOf([...looks, last], { id: `${owner}-${number}` });
    }),
    historyOf(
      [
        {
          on: '2026-11-20',
          owner,
          name: `${owner} open`,
          stage: stage('Legal'),
          closeDate: '2026-11-02',
          amount: usd(5_000),
        },
      ],
      {
        id: `${owner}-open`,
      },
    ),
  ]);
}

function show(weeks: number, ended: Record<string, string> = { Kim: 'Closed Lost', Ida: 'Closed Won' }) {
  const all = histories(ended);
  const team = teamAt(all, NOW, {
    ...DEFAULT_SETTINGS,
    people: [{ name: 'Kim', aliases: [], team: null, mine: null }],
  });
  const ends = FRIDAYS.slice(0, weeks).map((day) => at(day, 18));
  const built = peopleScreen({ team, histories: all, ends, usual: teamContext(all, NOW), locale: 'en-GB' });
  render(<PeopleView screen={built} locale="en-GB" />);
  return built;
}

describe('the people tab', () => {
  it('stands in roster order, and says each figure with what is usual and the deals behind it', () => {
    show(8);
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      'How much hangs on few',
      'What holds on open deals',
      'Kim',
      'Ida',
    ]);
    const ida = within(screen.getByRole('region', { name: 'Ida' }));
    const won = ida.getByText('Of ended deals, won').closest('tr');
    expect(won?.textContent).toContain('more than usual here');
    expect(won?.textContent).toContain('From 6 deals:');
    expect(won?.textContent).toContain('Ida 0');
    expect(won?.textContent).toMatch(/\d\d ?%/);
  });

  it('compares nobody before five complete weeks, and says why', () => {
    show(3);
    expect(screen.getByRole('heading', { name: 'Nobody is compared yet' })).toBeTruthy();
    expect(screen.queryByText('Of ended deals, won')).toBeNull();
    expect(screen.getAllByText('Every open deal')).toHaveLength(2);
  });

  it('opens a cell of the map to its deals', () => {
    show(8);
    const cell = screen.getByRole('button', { name: 'Ida, date past: 1 of 1' });
    cell.click();
    return screen.findByRole('heading', { name: 'Ida: date past' });
  });

  it('uses no word that a rep is not to read of themselves', () => {
    const texts = textsIn(show(8)).map(([, text]) => text);
    for (const text of [...texts, document.body.textContent ?? '']) expect(text).not.toMatch(FORBIDDEN);
  });
});
