import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFolder } from '../browser/extension.ts';
import { buildExtension } from './build.ts';
import { type Figure, figure } from './figure.ts';

/** Null: none was set. */
const LIMITS_KB = {
  'content script': 20,
  overlay: 30,
  'popup, first load': 60,
  'side panel, first load': null,
  background: 90,
} as const;

const kilobytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1_000;

/** A page of ours with every script and style sheet that it loads at once. */
function firstLoad(folder: string, page: string): string[] {
  const files = new Set([join(folder, page)]);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const names = file.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)]
      : [...text.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)];
    for (const [, name = ''] of names) {
      files.add(name.startsWith('/') ? join(folder, name) : normalize(join(dirname(file), name)));
    }
  }
  return [...files];
}

/** What the extension weighs over the wire of a store: gzipped, in units of 1,000 bytes. */
export async function size(): Promise<Figure[]> {
  buildExtension('production');
  const folder = buildFolder('production');
  const parts: Record<keyof typeof LIMITS_KB, string[]> = {
    'content script': [join(folder, 'crm.js')],
    overlay: [join(folder, 'content-scripts/overlay.js')],
    'popup, first load': firstLoad(folder, 'popup.html'),
    'side panel, first load': firstLoad(folder, 'sidepanel.html'),
    background: [join(folder, 'background.js')],
  };
  return (Object.keys(parts) as (keyof typeof LIMITS_KB)[]).map((part) =>
    figure('size', part, 'kB', kilobytes(parts[part]), null, LIMITS_KB[part]),
  );
}
