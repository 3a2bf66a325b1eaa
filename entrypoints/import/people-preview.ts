import { formatMoney } from '../../lib/deal/money.ts';
import type { Preview, PreviewCell } from '../../lib/import/preview-rows.ts';
import type { Goal, Person } from '../../lib/settings/people.ts';

const cell = (text: string | null): PreviewCell => (text ? { text, state: 'value' } : { text: '', state: 'empty' });

/** The first people or goals of a file as they will be kept. */
export function peoplePreview(said: readonly (Person | Goal)[], most: number, locale?: string): Preview {
  const first = said.slice(0, most);
  const goals = first.filter((one): one is Goal => 'amount' in one);
  if (goals.length > 0) {
    const rows = goals.map(({ person, team, period, amount }, index) => ({
      row: index + 1,
      cells: [cell(person), cell(team), cell(period.from), cell(period.to), cell(formatMoney(amount, locale))],
    }));
    return { columns: ['Person', 'Team', 'From', 'To', 'Goal'], rows, refused: [] };
  }
  const people = first.filter((one): one is Person => 'aliases' in one);
  const rows = people.map(({ name, aliases, team }, index) => ({
    row: index + 1,
    cells: [cell(name), cell(aliases.join(', ')), cell(team)],
  }));
  return { columns: ['Name', 'Also known as', 'Team'], rows, refused: [] };
}
