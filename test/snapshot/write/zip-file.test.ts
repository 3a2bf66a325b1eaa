import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { ZipFile } from '../../../lib/snapshot/write/zip-file.ts';
import { askPython, findPython } from './other-tools.ts';

const python = findPython('zipfile');
const folder = mkdtempSync(join(tmpdir(), 'sideline-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Parts = Record<string, string[]>;

async function archiveOf(parts: Parts): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, pieces] of Object.entries(parts)) {
    const part = zip.begin(path);
    for (const piece of pieces) await part.write(piece);
    await part.end();
  }
  return new Uint8Array(await zip.close('application/zip').arrayBuffer());
}

const PARTS: Parts = {
  'plain.txt': ['one, ', 'two'],
  'xl/größe 案.xml': ['<t>', 'ü – 案 🙂'.repeat(20_000), '</t>'],
  nothing: [],
};

it('holds what was written, whatever and in how many pieces, and the same bytes each time', async () => {
  const parts = fc.dictionary(
    fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => name !== '__proto__'),
    fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
    { maxKeys: 4, noNullPrototype: true },
  );
  await fc.assert(
    fc.asyncProperty(parts, async (parts) => {
      const archive = await archiveOf(parts);
      const found = Object.entries(unzipSync(archive)).map(([path, bytes]) => [path, strFromU8(bytes)]);
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(Object.entries(parts).map(([path, pieces]) => [path, pieces.join('')])),
      );
      expect(await archiveOf(parts)).toEqual(archive);
    }),
  );
});

it.skipIf(!python)('stands up to Python’s check of checksums, sizes and names', async () => {
  const path = join(folder, 'parts.zip');
  writeFileSync(path, await archiveOf(PARTS));
  const script = `
import json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
print(json.dumps([archive.testzip(), {one.filename: [archive.read(one).decode(), list(one.date_time[:3])] for one in archive.infolist()}]))
`;
  const wanted = Object.entries(PARTS).map(([name, pieces]) => [name, [pieces.join(''), [1980, 1, 1]]]);
  expect(askPython(python ?? '', script, [path])).toEqual([null, Object.fromEntries(wanted)]);
});
