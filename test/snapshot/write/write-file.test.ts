import { describe, expect, it } from 'vitest';
import { type FileForm, writeFile } from '../../../lib/snapshot/write/write-file.ts';
import { sampleDocument } from './sample-document.ts';

const FORMS: FileForm[] = ['xlsx', 'csv', 'json', 'markdown', 'html'];
const source = { document: sampleDocument(6_000), content: { deals: Array.from({ length: 3_000 }, (_, at) => at) } };

describe.each(FORMS)('a file of many rows as %s', (form) => {
  it('tells how far it is', async () => {
    const shares: number[] = [];
    await writeFile(form, source, { told: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(shares.find((share) => share > 0)).toBeLessThan(0.5);
  });

  it('stops between two pieces', async () => {
    const stop = new AbortController();
    const shares: number[] = [];
    const told = (share: number) => {
      shares.push(share);
      if (share > 0.4) stop.abort(new Error('Stopped by hand.'));
    };
    await expect(writeFile(form, source, { signal: stop.signal, told })).rejects.toThrow('Stopped by hand.');
    expect(shares.at(-1)).toBeLessThan(0.9);
  });
});
