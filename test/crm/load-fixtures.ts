import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DateOrder, Day } from '../../lib/deal/day.ts';

const ROOT = join(import.meta.dirname, 'fixtures');

/** What stands beside `source.html`: the address, and what the user or the history says where it matters. */
export type FixturePage = { url: string; today?: Day; dateOrder?: DateOrder; currency?: string; timeZone?: string };

export type Fixture = {
  crm: string;
  name: string;
  folder: string;
  html: string;
  page: FixturePage;
  /** What the page says; null where it holds no deal. Undefined until it is written. */
  expected: unknown;
};

/** Every fixture folder on disk, found by itself: `fixtures/<crm>/<case>/`. */
export function loadFixtures(): Fixture[] {
  return folders(ROOT).flatMap((crm) =>
    folders(join(ROOT, crm)).map((name) => {
      const folder = join(ROOT, crm, name);
      const read = (file: string) => readFileSync(join(folder, file), 'utf8');
      return {
        crm,
        name,
        folder,
        html: read('source.html'),
        page: JSON.parse(read('page.json')) as FixturePage,
        expected: existsSync(join(folder, 'expected.json')) ? JSON.parse(read('expected.json')) : undefined,
      };
    }),
  );
}

function folders(of: string): string[] {
  return readdirSync(of, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
