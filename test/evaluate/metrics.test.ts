import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auc, ece, lift, measure, type Said } from './metrics.ts';
import { bpic2012 } from './sets/bpic2012.ts';
import { eci2020 } from './sets/eci2020.ts';
import { mavenCrm } from './sets/maven-crm.ts';
import { salvirtB2b } from './sets/salvirt-b2b.ts';

let said = 0;
const say = (logOdds: number, y: 0 | 1, group = `deal ${++said}`): Said => ({ logOdds, y, group });

describe('the figures', () => {
  it('counts pairs in the right order, equal ones half', () => {
    expect(auc([say(0, 0), say(1, 1)])).toBe(1);
    expect(auc([say(1, 0), say(0, 1)])).toBe(0);
    expect(auc([say(0, 0), say(0, 1), say(0, 0)])).toBe(0.5);
    expect(auc([say(0, 0), say(1, 1), say(2, 0), say(3, 1)])).toBe(0.75);
  });

  it('finds no error where the share comes true, and all of it where the opposite does', () => {
    expect(ece([say(0, 0), say(0, 1)])).toBe(0);
    expect(ece([say(20, 0), say(20, 0)])).toBeCloseTo(1, 6);
  });

  it('lifts the riskiest tenth against the mean', () => {
    const rows = Array.from({ length: 20 }, (_, at) => say(at, at >= 18 ? 1 : 0, `${at}`));
    expect(lift(rows)).toBeCloseTo(10, 9);
    expect(measure(rows)).toMatchObject({ auc: 1, rows: 20, deals: 20, share: 0.1 });
  });
});

describe('the mappings', () => {
  it('read nothing that the data sets name as a leak, and no person', () => {
    const sets = [bpic2012, eci2020, mavenCrm, salvirtB2b];
    const sources = Object.fromEntries(
      globSync('test/evaluate/sets/*.ts').map((file) => [
        file.replaceAll('\\', '/').split('/').at(-1),
        readFileSync(file, 'utf8'),
      ]),
    );
    for (const { name, leaks } of sets) {
      const text = sources[`${name.replaceAll('_', '-')}.ts`] ?? '';
      expect(text.length, name).toBeGreaterThan(500);
      for (const leak of leaks) {
        const uses = text.split(leak).length - 1;
        // Named once: in the list of what is not read.
        expect(uses, `${name}: ${leak}`).toBe(1);
      }
      expect(text).not.toMatch(/row\.(\w*(owner|agent|seller|resource|modified)\w*)/i);
    }
  });
});
