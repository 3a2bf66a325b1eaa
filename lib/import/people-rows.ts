import { cleanText } from '../crm/values/index.ts';
import { type Day, isDay } from '../deal/day.ts';
import type { RefusedRow } from '../deal/imported.ts';
import type { Goal, Person } from '../settings/people.ts';
import { currencyOf } from './currency-name.ts';
import { columnOf, columnsOf, type ImportPlan, type ReadColumn } from './import-plan.ts';
import { periodOf } from './period.ts';
import { readDay } from './read-date.ts';
import { isNothing, readAmount } from './read-field.ts';
import { dataRows, type Survey } from './survey.ts';
import { type Cell, type Table, textOf } from './table.ts';

/** What a roster file says; people only, none of them known to be the user's own. */
export type RosterSaid = { people: Person[]; rows: number; refused: RefusedRow[] };
export type QuotasSaid = { goals: Goal[]; rows: number; refused: RefusedRow[] };

const LONGEST = 120;

function words(cells: readonly Cell[], column: ReadColumn | null): string | null {
  if (!column || isNothing(cells[column.index])) return null;
  return cleanText(textOf(cells[column.index])).slice(0, LONGEST) || null;
}

export async function readRoster(table: Table, survey: Survey, plan: ImportPlan): Promise<RosterSaid> {
  const person = columnOf(plan, 'person');
  const team = columnOf(plan, 'team');
  const aliases = columnsOf(plan, 'alias');
  const said: RosterSaid = { people: [], rows: 0, refused: [] };
  for await (const batch of dataRows(table, survey)) {
    for (const { row, cells, broken } of batch) {
      said.rows++;
      const name = words(cells, person);
      if (broken !== null || name === null) said.refused.push({ row, reason: broken ?? 'no-name' });
      else {
        const known = aliases.flatMap((column) => words(cells, column) ?? []);
        said.people.push({ name, aliases: known, team: words(cells, team), mine: null });
      }
    }
  }
  return said;
}

export async function readQuotas(table: Table, survey: Survey, plan: ImportPlan): Promise<QuotasSaid> {
  const [person, team, target, currency] = (['person', 'team', 'target', 'currency'] as const).map((use) =>
    columnOf(plan, use),
  );
  const goals: Goal[] = [];
  const refused: RefusedRow[] = [];
  const periodIn = periodReader(plan);
  let rows = 0;
  for await (const batch of dataRows(table, survey)) {
    for (const { row, cells, broken } of batch) {
      rows++;
      const whose = { person: words(cells, person ?? null), team: words(cells, team ?? null) };
      if (broken !== null || (whose.person === null && whose.team === null)) {
        refused.push({ row, reason: broken ?? 'no-name' });
        continue;
      }
      if (!target || isNothing(cells[target.index])) {
        refused.push({ row, reason: 'no-value' });
        continue;
      }
      const code = currency ? currencyOf(textOf(cells[currency.index]), plan.language) : null;
      const amount = readAmount(cells[target.index] ?? '', target.format, plan, code);
      const period = periodIn(cells);
      if (!amount.ok || !period) refused.push({ row, reason: 'unreadable' });
      else goals.push({ ...whose, period, amount: amount.value });
    }
  }
  return { goals, rows, refused };
}

type Period = { from: Day; to: Day };

function periodReader(plan: ImportPlan): (cells: readonly Cell[]) => Period | null {
  const [named, from, to] = (['period', 'periodFrom', 'periodTo'] as const).map((use) => columnOf(plan, use));
  return (cells) => {
    const period = named ? periodOf(textOf(cells[named.index]), plan.fiscalYearStart, plan.language) : null;
    if (period) return period;
    const [start, end] = [from, to].map((column) =>
      column ? readDay(cells[column.index] ?? '', column.format, plan) : null,
    );
    if (!start?.ok || !end?.ok || !isDay(start.value) || end.value < start.value) return null;
    return { from: start.value, to: end.value };
  };
}
