import type { SnapshotDocument } from '../document.ts';
import type { Json } from '../leaf.ts';
import { csvArchive } from './csv.ts';
import { fileNames } from './file-name.ts';
import { htmlOf } from './html.ts';
import { jsonOf } from './json.ts';
import { markdownOf } from './markdown.ts';
import type { WriteRun } from './progress.ts';
import { xlsxOf } from './xlsx.ts';

export type FileForm = 'xlsx' | 'csv' | 'json' | 'markdown' | 'html';
/** `content`: what was frozen, for the one form that carries it. */
export type FileSource = { document: SnapshotDocument; content: Json };
export type SnapshotFile = { name: string; blob: Blob };

type Writer = { ending: string; write(source: FileSource, run: WriteRun): Promise<Blob> | Blob };

const textFile = (type: string, text: string) => new Blob([text], { type: `${type};charset=utf-8` });

const WRITERS: Record<FileForm, Writer> = {
  xlsx: { ending: 'xlsx', write: ({ document }, run) => xlsxOf(document, run) },
  csv: { ending: 'csv.zip', write: ({ document }, run) => csvArchive(document, run) },
  json: { ending: 'json', write: ({ document, content }) => textFile('application/json', jsonOf(content, document)) },
  markdown: { ending: 'md', write: ({ document }) => textFile('text/markdown', markdownOf(document)) },
  html: { ending: 'html', write: ({ document }) => textFile('text/html', htmlOf(document)) },
};

/** A snapshot as a file, named after its title. Slow for many rows: for a worker. Throws the signal's reason once stopped. */
export async function writeFile(form: FileForm, source: FileSource, run: WriteRun = {}): Promise<SnapshotFile> {
  const { ending, write } = WRITERS[form];
  const [name = ''] = fileNames([source.document.title]);
  const blob = await write(source, run);
  run.signal?.throwIfAborted();
  return { name: `sideline-${name}.${ending}`, blob };
}
