import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';

/** The rows of a CSV file, gzipped or not, by column name. Throws where a needed column is missing. */
export function readCsv(file: string, needed: readonly string[]): Record<string, string>[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const missing = needed.filter((column) => !meta.fields?.includes(column));
  if (missing.length > 0) throw new Error(`${file} lacks the column ${missing.join(', ')}`);
  return data;
}
