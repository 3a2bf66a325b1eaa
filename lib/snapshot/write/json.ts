import type { SnapshotDocument } from '../document.ts';
import type { Json } from '../leaf.ts';

/** Raised with every change that a reader of the file before could not take; `public/snapshot-1.schema.json` tells the form. */
export const SNAPSHOT_FORM = { form: 'sideline-snapshot', version: 1 } as const;

/**
 * The snapshot as data: `content` as it was frozen, so that its hashes can be worked out again, and the document that all
 * other files are made of. Money in minor units, moments in milliseconds since 1970.
 */
export const jsonOf = (content: Json, document: SnapshotDocument): string =>
  `${JSON.stringify({ ...SNAPSHOT_FORM, content, document }, null, 2)}\n`;
