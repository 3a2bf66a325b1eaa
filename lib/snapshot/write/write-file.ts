import type { SnapshotDocument } from '../document.ts';
import type { Json } from '../leaf.ts';
import { csvArchive } from './csv.ts';
import { fileNames } from './file-name.ts';
import { htmlPieces } from './html.ts';
import { jsonPieces, jsonRows } from './json.ts';
import { markdownPieces } from './markdown.ts';
import { textFile } from './pieces.ts';
import type { WriteRun } from './progress.ts';
import { xlsxOf } from './xlsx.ts';

export type FileForm = 'xlsx' | 'csv' | 'json' | 'markdown' | 'html';
/** `content`: what was frozen, for the one form that carries it. */
export type FileSource = { document: SnapshotDocument; content: Json };
export type SnapshotFile = { name: string; blob: Blob };

type Writer = { ending: string; write(source: FileSource, run: WriteRun): Promise<Blob> };

const rowsIn = ({ tables }: SnapshotDocument) => tables.reduce((sum, { rows }) => sum + rows.length, 0);

const WRITERS: Record<FileForm, Writer> = {
  xlsx: { ending: 'xlsx', write: ({ document }, run) => xlsxOf(document, run) },
  csv: { ending: 'csv.zip', write: ({ document }, run) => csvArchive(document, run) },
  json: {
    ending: 'json',
    write: ({ document, content }, run) =>
      textFile('application/json', jsonRows(content, document), jsonPieces(content, document), run),
  },
  markdown: {
    ending: 'md',
    write: ({ document }, run) => textFile('text/markdown', rowsIn(document), markdownPieces(document), run),
  },
  html: {
    ending: 'html',
    write: ({ document }, run) => textFile('text/html', rowsIn(document), htmlPieces(document), run),
  },
};

/** A snapshot as a file, named after its title. Slow for many rows: for a worker. Throws the signal's reason once stopped. */
export async function writeFile(form: FileForm, source: FileSource, run: WriteRun = {}): Promise<SnapshotFile> {
  const { ending, write } = WRITERS[form];
  const [name = ''] = fileNames([source.document.title]);
  const blob = await write(source, run);
  run.signal?.throwIfAborted();
  return { name: `sideline-${name}.${ending}`, blob };
}
