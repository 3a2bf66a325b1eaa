/** `npm run bench [-- NAME…] [-- --json FILE]`: what things cost, as figures beside floors; never a timed test. */
import { writeFileSync } from 'node:fs';
import type { Figure } from './figure.ts';
import { history } from './history.ts';
import { pageTax } from './page-tax.ts';
import { promptLatency } from './prompt-latency.ts';
import { read } from './read.ts';
import { review } from './review.ts';
import { score } from './score.ts';
import { size } from './size.ts';
import { snapshot } from './snapshot.ts';

const BENCHES: Record<string, () => Promise<Figure[]>> = {
  size,
  read,
  history,
  score,
  review,
  'prompt-latency': promptLatency,
  'page-tax': pageTax,
  snapshot,
};

const words = process.argv.slice(2).filter((word) => word !== '--');
const at = words.indexOf('--json');
const file = at >= 0 ? words.splice(at, 2)[1] : undefined;
const unknown = words.filter((word) => !(word in BENCHES));
if (unknown.length > 0 || (at >= 0 && !file)) {
  console.error(`Usage: npm run bench -- [${Object.keys(BENCHES).join('] [')}] [--json FILE]`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const name of words.length > 0 ? words : Object.keys(BENCHES)) {
  console.log(`${name}…`);
  figures.push(...((await BENCHES[name]?.()) ?? []));
}
console.table(
  figures.map(({ bench, figure, unit, value, floor, floorName, ratio, target, ok }) => ({
    bench,
    figure,
    value: `${value} ${unit}`,
    floor: floor === null ? '' : `${floor} ${unit} (${floorName})`,
    ratio: ratio ?? '',
    target: target === null ? '' : `${target} ${unit}`,
    ok: target === null ? '' : ok ? 'yes' : 'NO',
  })),
);
if (file) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
