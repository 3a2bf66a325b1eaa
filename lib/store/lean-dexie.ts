import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Written for browsers of our own day: a tenth less in the background than the package's usual entry. */
export const DEXIE = fileURLToPath(new URL('../../node_modules/dexie/dist/modern/dexie.mjs', import.meta.url));

/** Pieces of the entry, from one text up to another that stays; each must stand there once. */
const LEFT_OUT: readonly [from: string, upTo: string][] = [
  ['    startsWithIgnoreCase(str) {', '    anyOf() {'],
  ['    notEqual(value) {', '}\n\nfunction createWhereClauseConstructor('],
  ['        this.use(cacheMiddleware);', '        this.use(virtualIndexMiddleware);'],
  ['        this.use(hooksMiddleware);', '        const vipDB = new Proxy(this, {'],
  ["            if ('mutatedParts' in idbtrans) {", '        });\n        return this;\n    }\n    _promise('],
  ['        if (wasCreated) {\n            const everything', '        return db;\n    });\n'],
  ['    liveQuery,\n    extendObservabilitySet,', '    getByKeyPath: getByKeyPath,'],
  ['    cache,\n', '    semVer: DEXIE_VERSION,'],
  [
    "if (typeof dispatchEvent !== 'undefined' &&",
    "if (typeof addEventListener !== 'undefined') {\n    addEventListener('pagehide'",
  ],
  ['            bc?.close();', '            for (const db of connections.toArray())'],
  ['            createBC();', '        }\n    });\n}\n\nfunction add(value)'],
];

/**
 * For the build alone: Dexie without what nothing here asks for: its live queries and hooks (every write would be noted
 * index by index, kept for queries that nobody holds, and told to every other page) and the ways of asking an index that
 * are its own, such as without regard to case. That is a tenth of the background besides. A Dexie that reads otherwise
 * fails the build.
 */
export function leanDexie(): Plugin {
  return {
    name: 'lean-dexie',
    transform(code, id) {
      return id.split('?')[0] === DEXIE ? LEFT_OUT.reduce(withoutPiece, code) : null;
    },
  };
}

function withoutPiece(code: string, [from, upTo]: readonly [string, string]): string {
  const start = code.indexOf(from);
  const end = code.indexOf(upTo, start);
  if (start < 0 || end < 0 || code.indexOf(from, start + 1) >= 0) {
    throw new Error(`Dexie no longer reads as lean-dexie.ts expects it: "${from.trim().slice(0, 60)}".`);
  }
  return code.slice(0, start) + code.slice(end);
}
