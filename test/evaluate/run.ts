/**
 * `npm run evaluate -- DATASET [--train FILE --test FILE]`: real outcomes replayed through the product's own history,
 * signals, score and learning, beside floors and a plain logistic regression in the same run.
 */
import { join } from 'node:path';
import type { Case, DataSet } from './cases.ts';
import { DATA } from './data.ts';
import { type Evaluated, evaluate } from './evaluate.ts';
import { printForecast } from './forecast.ts';
import { measure } from './metrics.ts';
import { bpic2012 } from './sets/bpic2012.ts';
import { eci2020 } from './sets/eci2020.ts';
import { mavenCrm } from './sets/maven-crm.ts';
import { salvirtB2b } from './sets/salvirt-b2b.ts';
import { printSimulation } from './simulation.ts';

const SETS: Record<string, DataSet> = Object.fromEntries(
  [bpic2012, eci2020, mavenCrm, salvirtB2b].map((set) => [set.name, set]),
);
const FOLDS = 5;
const TRAIN_SHARE = 0.7;

const words = process.argv.slice(2).filter((word) => word !== '--');
const option = (name: string): string | undefined => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? undefined : words.splice(at, 2)[1];
};
const [train, test] = [option('train'), option('test')];
const [name = ''] = words;
const set = SETS[name];
if (
  words.length !== 1 ||
  (!set && name !== 'sim' && name !== 'forecast') ||
  (train === undefined) !== (test === undefined)
) {
  console.error(
    `Usage: npm run evaluate -- ${[...Object.keys(SETS), 'sim', 'forecast'].join('|')} [--train FILE --test FILE]`,
  );
  process.exit(2);
}
if (set) await run(set);
else if (name === 'forecast') printForecast();
else printSimulation();

async function run(set: DataSet): Promise<void> {
  let found: Evaluated[];
  if (train !== undefined && test !== undefined) {
    found = evaluate(set, set.read(train), set.read(test));
  } else {
    const cases = set.read(join(DATA, set.name, set.file));
    found = set.split === 'time' ? evaluate(set, ...byStart(cases)) : inFolds(set, cases);
  }
  print(set, found);
}

function byStart(cases: readonly Case[]): [Case[], Case[]] {
  const starts = cases.map(({ start }) => start).sort((a, b) => a - b);
  const cut = starts[Math.floor(starts.length * TRAIN_SHARE)] ?? Number.POSITIVE_INFINITY;
  return [cases.filter(({ start }) => start < cut), cases.filter(({ start }) => start >= cut)];
}

/** Groups are dealt out by size, so that every fold has as many rows; each fold is judged by what the others taught. */
function inFolds(set: DataSet, cases: readonly Case[]): Evaluated[] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const folds: Case[][] = Array.from({ length: FOLDS }, () => []);
  const order = [...groups].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  for (const [, group] of order) {
    folds.reduce((least, fold) => (fold.length < least.length ? fold : least)).push(...group);
  }
  const results = folds.map((fold) =>
    evaluate(
      set,
      cases.filter((one) => !fold.includes(one)),
      fold,
    ),
  );
  return (results[0] ?? []).map(({ name, note }) => ({
    ...{ name, note },
    said: results.flatMap((result) => result.find((one) => one.name === name)?.said ?? []),
  }));
}

function print(set: DataSet, found: readonly Evaluated[]): void {
  const labels = [...new Set(found[0]?.said.map(({ label }) => label))];
  for (const label of labels.length > 1 ? ['all', ...labels] : ['all']) {
    console.log(`\n${set.name}, ${label === 'all' ? 'all looks pooled' : label}`);
    console.table(
      Object.fromEntries(
        found.map(({ name, said }) => {
          const part = label === 'all' ? said : said.filter((one) => one.label === label);
          const m = measure(part);
          const row = {
            ...{ AUC: round(m.auc), 'from–to': `${round(m.aucLow)}–${round(m.aucHigh)}`, Brier: round(m.brier) },
            ...{
              'log loss': round(m.logLoss),
              ECE: round(m.ece),
              'ECE by chance': round(m.eceByChance),
              'lift 10 %': Number(m.lift.toFixed(2)),
            },
            ...{ rows: m.rows, deals: m.deals, lost: round(m.share) },
          };
          return [name, row];
        }),
      ),
    );
  }
  for (const { name, note } of found) if (note) console.log(`${name}: ${note}`);
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
