/** Keeps the tree honest: rooms, registry, fixtures, the README's CRM table, and the exact rights of the built extension. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../lib/coaching/catalogue/languages.ts';
import { sites } from '../lib/crm/known-hosts.ts';

const PURE = ['deal', 'history', 'process', 'risk', 'coaching', 'import', 'team', 'snapshot'];

/** What files share with pages, and nothing that knows a page: values by locale, the words of labels, canonical ids. */
const OF_CRM_FOR_IMPORT = /^lib\/crm\/(values\/|labels\.ts$|fold-label\.ts$|salesforce\/record-id\.ts$)/;

/** Who may import whom, room by room; the README's table says why. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  deal: [],
  crm: ['deal'],
  history: ['deal'],
  process: ['deal', 'history'],
  risk: ['deal', 'history', 'process'],
  coaching: ['deal', 'history', 'process', 'risk'],
  team: ['deal', 'history', 'process', 'risk', 'coaching', 'settings'],
  snapshot: ['deal', 'history', 'process', 'risk', 'coaching', 'settings', 'team'],
  import: ['deal', 'history', 'settings', 'crm'],
  teach: ['deal', 'crm'],
  backup: [],
  store: ['deal', 'history', 'process', 'settings', 'teach', 'backup'],
  // Limits, proofs and learnt weights are data of those rooms, checked by their schemas.
  settings: ['deal', 'process', 'risk'],
  messages: [...PURE, 'settings', 'teach'],
};

const sources = globSync(['lib/**/*.ts', 'components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}']).map((path) =>
  normalize(path),
);

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** `lib/risk/score.ts` → `risk`; `components/card.tsx` → `components`. */
function roomOf(path: string): string {
  const [top = '', second = ''] = path.split(/[\\/]/);
  return top === 'lib' ? second : top;
}

const edges = sources.flatMap((file) =>
  importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => normalize(join(dirname(file), target)).replaceAll('\\', '/'))
    .map((path) => ({ file, path, to: roomOf(path) })),
);

describe('rooms', () => {
  it('finds the sources', () => expect(sources.length).toBeGreaterThan(50));

  it('lets a room of lib import only what the plan allows', () => {
    const wrong = edges.filter(({ file, to }) => {
      const from = roomOf(file);
      return file.startsWith('lib') && to !== from && !(MAY_IMPORT[from] ?? []).includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it('lets the import read values as pages do, and know nothing of pages', () => {
    const wrong = edges.filter(
      ({ file, path, to }) => roomOf(file) === 'import' && to === 'crm' && !OF_CRM_FOR_IMPORT.test(path),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the database, the messages and the browser out of components', () => {
    const wrong = edges.filter(
      ({ file, to }) => roomOf(file) === 'components' && !['components', ...PURE, 'settings'].includes(to),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps Dexie in the store, and Preact and Valibot out of the reader', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => {
          if (target.startsWith('dexie')) return roomOf(file) !== 'store';
          return roomOf(file) === 'crm' && !target.startsWith('.');
        })
        .map((target) => `${file}: ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('gives the clock to pure rooms as an argument', () => {
    const wrong = sources.filter(
      (file) =>
        PURE.includes(roomOf(file)) &&
        /\bDate\.now\(|new Date\(\)|performance\.now\(|Temporal\.Now|Math\.random\(/.test(readFileSync(file, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('asks no network from anywhere, and reads packaged files in one place by their own address', () => {
    const asks = /\bfetch\b\s*[(;,)]|XMLHttpRequest|sendBeacon|new WebSocket|new EventSource|importScripts/;
    const asking = sources.filter((file) => asks.test(readFileSync(file, 'utf8')));
    expect(asking).toEqual(['entrypoints/background/load-prompts.ts']);
    const packaged = /\bfetch\(browser\.runtime\.getURL\(`\/prompts\/\$\{language\}\.json`\)\)/;
    const text = readFileSync('entrypoints/background/load-prompts.ts', 'utf8');
    expect(text).toMatch(packaged);
    expect(text.replace(packaged, '')).not.toMatch(asks);
    expect(LANGUAGES.filter((language) => !existsSync(`public/prompts/${language}.json`))).toEqual([]);
  });

  it('lets the simulation share nothing with the rules it is there to test', () => {
    const simulation = globSync('test/sim/**/*.ts');
    const wrong = simulation.filter((file) =>
      importsOf(file).some((target) => /lib\/(risk|coaching|process)\//.test(target)),
    );
    expect(simulation.length).toBeGreaterThan(3);
    expect(wrong).toEqual([]);
  });
});

describe('readers', () => {
  const folders = readdirSync('lib/crm', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'values')
    .map((entry) => entry.name)
    .sort();
  const registry = readFileSync('lib/crm/registry.ts', 'utf8');
  /** `| SuiteCRM 7 | record |` → `suitecrm7`; a row without a name goes on with the CRM above it. */
  const rowsOf = (table: string) =>
    [
      ...(readFileSync('README.md', 'utf8').split(`<!-- ${table} table -->`)[1] ?? '').matchAll(
        /^\| ([^|]*\w[^|]*) \|/gm,
      ),
    ]
      .map((match) => (match[1] ?? '').toLowerCase().replace(/[^a-z0-9]/g, ''))
      .filter((row) => row !== 'crm');
  const rows = rowsOf('crm');
  const pastRows = rowsOf('past');

  it.each(folders)(
    '%s has a map of the past and a row that says how it is known, or says that it has none',
    (folder) => {
      const past = existsSync(join('lib/crm', folder, 'past.ts'));
      expect(sites.find(({ id }) => id === folder)?.noPast ?? false).toBe(!past);
      expect(pastRows.some((row) => row.startsWith(folder))).toBe(past);
    },
  );

  it('has the six of the first form', () => {
    expect(folders).toEqual(
      expect.arrayContaining(['dynamics', 'hubspot', 'odoo', 'pipedrive', 'salesforce', 'tryton']),
    );
  });

  it.each(folders)('%s is registered, has fixtures with expectations, and a row in the README', (folder) => {
    expect(registry).toContain(`./${folder}/`);
    const root = join('test/crm/fixtures', folder);
    const fixtures = existsSync(root) ? readdirSync(root) : [];
    expect(fixtures.length, `fixtures in ${root}`).toBeGreaterThanOrEqual(6);
    for (const fixture of fixtures) {
      for (const part of ['source.html', 'expected.json', 'about.md']) {
        expect(existsSync(join(root, fixture, part)), `${folder}/${fixture}/${part}`).toBe(true);
      }
    }
    expect(
      rows.some((row) => row.startsWith(folder)),
      `a row of README's table whose CRM, without spaces and in small letters, begins with "${folder}"`,
    ).toBe(true);
  });

  it('has no README row for a CRM without a reader', () => {
    expect(rows.filter((row) => !folders.some((folder) => row.startsWith(folder)))).toEqual([]);
  });
});

describe('README', () => {
  it('opens with the two commands', () => {
    const screen = readFileSync('README.md', 'utf8').split('\n').slice(0, 40).join('\n');
    expect(screen).toContain('npm ci && npm run demo');
    expect(screen).toContain('npm ci && npm test');
  });
});
