import { readFileSync } from 'node:fs';
import { fitLogistic, sumOf, type Row } from '../../lib/risk/learn/fit.ts';
import { measure, auc } from './metrics.ts';
const name = process.argv[2]!;
const ex: any[] = JSON.parse(readFileSync(`/tmp/ex-${name}.json`, 'utf8'));
const starts = [...new Map(ex.map((e) => [e.group, e.start])).entries()].sort((a, b) => a[1] - b[1]);
const cut = starts[Math.floor(starts.length * 0.7)]![1];
const tr = ex.filter((e) => e.start < cut), te = ex.filter((e) => e.start >= cut);
const ms = (process.argv[3] ? process.argv[3].split(',') : [...new Set(ex.flatMap((e) => Object.keys(e.measures)))]) as string[];
const useTraits = process.argv[4] !== 'no';
const stat = ms.map((m) => { const v = tr.map((e) => e.measures[m]).filter((x) => x != null); const mu = v.reduce((a, b) => a + b, 0) / v.length; const sd = Math.sqrt(v.reduce((a, b) => a + (b - mu) ** 2, 0) / v.length) || 1; return { m, mu, sd }; });
const cnt = new Map<string, number>(); for (const e of tr) for (const t of e.traits) cnt.set(t, (cnt.get(t) ?? 0) + 1);
const ts = useTraits ? [...cnt].filter(([, c]) => c >= 5).map(([t]) => t) : [];
const row = (e: any): Row => { const at: number[] = [], x: number[] = []; stat.forEach(({ m, mu, sd }, k) => { if (e.measures[m] != null) { at.push(k); x.push((e.measures[m] - mu) / sd); } }); for (const t of e.traits) { const k = ts.indexOf(t); if (k >= 0) { at.push(ms.length + k); x.push(1); } } return { at, x, y: e.lost, weight: 1 }; };
const f = fitLogistic(tr.map(row), [...ms, ...ts].map(() => ({ mean: 0, sd: 1, least: -Infinity })), { mean: 0, sd: 10, least: -Infinity });
const said = te.map((e) => ({ logOdds: sumOf(row(e), f.weights, f.intercept), y: e.lost, group: e.group, label: e.label }));
const show = (k: string, s: any[]) => { const m = measure(s, 0); console.log(k.padEnd(10), m.rows, m.share.toFixed(3), 'auc', m.auc.toFixed(3), 'brier', m.brier.toFixed(3), 'll', m.logLoss.toFixed(3), 'ece', m.ece.toFixed(3), 'lift', m.lift.toFixed(2)); };
show('pooled', said);
for (const l of [...new Set(said.map((s) => s.label))]) show(l, said.filter((s) => s.label === l));
if ([...new Set(said.map((s) => s.label))].length > 1) for (const l of [...new Set(said.map((s) => s.label))]) {
  const f2 = fitLogistic(tr.filter((e) => e.label === l).map(row), [...ms, ...ts].map(() => ({ mean: 0, sd: 1, least: -Infinity })), { mean: 0, sd: 10, least: -Infinity });
  show('own ' + l, te.filter((e) => e.label === l).map((e) => ({ logOdds: sumOf(row(e), f2.weights, f2.intercept), y: e.lost, group: e.group })));
}
for (const [k, { m }] of stat.entries()) console.log(m.padEnd(14), f.weights[k]!.toFixed(3), 'single', auc(te.filter((e) => e.measures[m] != null).map((e) => ({ logOdds: e.measures[m], y: e.lost }))).toFixed(3), 'seen', te.filter((e) => e.measures[m] != null).length);
if (name !== 'bpic2012') ts.forEach((t, k) => console.log('  ', t, f.weights[ms.length + k]!.toFixed(2), cnt.get(t)));
const lv = [...new Set(ex.flatMap((e) => Object.keys(e.levels)))];
for (const l of lv) console.log('level', l, auc(te.map((e) => ({ logOdds: e.levels[l] ?? 0, y: e.lost }))).toFixed(3), te.filter((e) => e.levels[l]).length);
