import { foldLabel } from '../deal/same-value.ts';
import type { Goal } from '../settings/people.ts';
import { currencyOf } from './currency-name.ts';
import type { ImportPlan } from './import-plan.ts';
import { ImportProblem } from './import-problem.ts';
import { inspectFile } from './inspect-file.ts';
import { formatIn, type Paster, pastedLines, type RefusedLine } from './pasted-rows.ts';
import { readQuotas } from './people-rows.ts';
import { periodOf } from './period.ts';
import { readDay } from './read-date.ts';
import { REASON_WORDS } from './refused-file.ts';

export type GoalsSaid = { goals: Goal[]; refused: RefusedLine[] };

/** `teams`: names that mean a team where no column says so. `currency`: of amounts that show none. */
export type GoalContext = Paster & { fiscalYearStart: number; currency: string | null; teams: readonly string[] };

const EVERYBODY = /^(?:everybody|everyone|all|total team|alle|tous|todos|tutti|iedereen)$/i;
const NO_COLUMNS = 'Each line needs a name, a figure and a period, such as: Ida Norrgard; 150,000; Q4 2026.';

/**
 * Goals as pasted from a spreadsheet, by the import's own reading; a first line that names the columns may stand there or
 * not. What a line leaves open of figures and dates is read as the user's language writes them.
 */
export async function readPastedGoals(text: string, context: GoalContext): Promise<GoalsSaid> {
  const lines = pastedLines(text);
  if (lines.length === 0) return { goals: [], refused: [] };
  const all = (reason: string) => ({ goals: [], refused: lines.map(({ line }) => ({ line, reason })) });
  const named = hasHeader(lines[0]?.cells ?? []);
  const header = named
    ? null
    : headersFor(
        lines.map(({ cells }) => cells),
        context,
      );
  const delimiter = text.includes('\t') ? '\t' : ';';
  const rows = [...(header ? [header.join(delimiter)] : []), ...lines.map(({ line }) => line)];
  try {
    const blob = new Blob([rows.join('\n')]);
    const { table, survey, found } = await inspectFile(blob, '', {
      kind: 'quotas',
      headerRow: 1,
      delimiter,
      encoding: 'utf-8',
    });
    const usual = formatIn(context.language);
    const plan: ImportPlan = {
      ...{ kind: 'quotas', crm: found.crm, tenant: '', file: '', historyField: 'stage' },
      ...{ at: context.at, timeZone: context.timeZone, language: context.language },
      ...{ currency: context.currency, fiscalYearStart: context.fiscalYearStart },
      columns: found.columns.map(({ header: title, use, format }) => ({
        ...{ header: title, use },
        format: { ...format, decimal: format.decimal ?? usual.decimal, dateOrder: format.dateOrder ?? usual.dateOrder },
      })),
    };
    const { goals, refused } = await readQuotas(table, survey, plan);
    return {
      goals: goals.map((goal) => whoseOf(goal, context.teams)),
      refused: refused.map(({ row, reason }) => ({
        line: rows[row - 1] ?? '',
        reason:
          reason === 'no-name'
            ? 'It names nobody.'
            : reason === 'no-value'
              ? 'It has no figure.'
              : reason === 'unreadable'
                ? 'Its figure or its period could not be made out.'
                : REASON_WORDS[reason],
      })),
    };
  } catch (error) {
    if (error instanceof ImportProblem) return all(NO_COLUMNS);
    throw error;
  }
}

/** A name that is a team's means the team, and a word for all means everybody. */
function whoseOf(goal: Goal, teams: readonly string[]): Goal {
  const { person } = goal;
  if (person === null) return goal;
  if (EVERYBODY.test(person)) return { ...goal, person: null };
  const team = teams.find((each) => foldLabel(each) === foldLabel(person));
  return team === undefined ? goal : { ...goal, person: null, team };
}

/** A line of headers has no figure and no period in it. */
const hasHeader = (cells: readonly string[]) => cells.length > 1 && cells.every((cell) => !/\d/.test(cell));

/** What each column holds, by what most of its cells are. */
function headersFor(rows: readonly string[][], context: GoalContext): string[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  const dates = ['Start date', 'End date'];
  const names = ['Sales rep', 'Team'];
  return Array.from({ length: width }, (_, at) => {
    const cells = rows.flatMap((row) => row[at] || []);
    const are = (test: (cell: string) => boolean) => cells.length > 0 && cells.filter(test).length * 2 > cells.length;
    if (are((cell) => periodOf(cell, context.fiscalYearStart, context.language) !== null)) return 'Period';
    if (are((cell) => readDay(cell, formatIn(context.language), context).ok)) return dates.shift() ?? '';
    if (are((cell) => /^\D{0,6}\d[\d\s.,'’\u00a0\u202f]*\D{0,6}$/u.test(cell))) return 'Quota';
    if (are((cell) => /^[A-Z]{3}$/.test(cell) && currencyOf(cell, context.language) !== null)) return 'Currency';
    return are((cell) => /\p{L}/u.test(cell)) ? (names.shift() ?? '') : '';
  });
}
