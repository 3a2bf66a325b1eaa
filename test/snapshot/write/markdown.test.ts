import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { SnapshotDocument } from '../../../lib/snapshot/document.ts';
import { plainText } from '../../../lib/snapshot/write/cell-text.ts';
import { markdownPieces } from '../../../lib/snapshot/write/markdown.ts';
import { joined } from '../../../lib/snapshot/write/pieces.ts';
import { hostileDocument, hostileText } from './hostile-cells.ts';
import { findTool } from './other-tools.ts';
import { link, sampleDocument, text } from './sample-document.ts';

const cmark = findTool('cmark-gfm');

/** As GitHub shows it, raw HTML and all. */
function shown(markdown: string): Document {
  const args = ['--unsafe', '-e', 'table', '-e', 'autolink', '-e', 'strikethrough', '-e', 'tasklist'];
  const { stdout, status } = spawnSync('cmark-gfm', args, { input: markdown, encoding: 'utf8' });
  expect(status).toBe(0);
  return new JSDOM(stdout).window.document;
}

/** Each text in every place that a document has for one. */
const saying = (cases: readonly (readonly [said: string, url: string])[]): SnapshotDocument => ({
  ...{ title: 'One', footer: cases.map(([said]) => said), locale: 'en-US', timeZone: 'UTC' },
  sheet: cases.map(([said]) => ({
    ...{ id: 'a', title: said },
    blocks: [
      { kind: 'sentence', text: said },
      { kind: 'list', items: [said], none: said },
    ],
  })),
  tables: cases.map(([said, url]) => ({
    ...{ id: 'one', title: 'One', note: said, rows: [[text(said), link('there', url)]] },
    columns: [
      { title: 'What', kind: 'text' },
      { title: 'Where', kind: 'link' },
    ],
  })),
});

describe('a snapshot as Markdown', () => {
  it('says the sheet part by part, and each table with what it rests on', () => {
    const said = joined(markdownPieces(sampleDocument(2)));
    expect(said).toContain('**Q4 call $540,000 of $600,000\\: $60,000 short.');
    expect(said).toContain('| Put off | \\-$118,750.50 |');
    expect(said).toContain('*58 of 64 deals seen this week; amounts in their own currencies.*');
    expect(said).toContain('](<https://crm.example/deal/0>)');
  });
});

describe.skipIf(!cmark)("read by GitHub's own parser", () => {
  it('has the tables of the document with all their rows', () => {
    const document = sampleDocument(40);
    const tables = [...shown(joined(markdownPieces(document))).querySelectorAll('table')];
    expect(tables.map((table) => table.querySelectorAll('tbody tr').length)).toEqual([4, 9, 5, 6, 5, 40, 2]);
    const deals = tables[5]?.querySelectorAll('tbody tr') ?? [];
    expect(deals[1]?.querySelectorAll('td')[3]?.textContent).toBe('€11,919.25');
  });

  it('shows hostile text as text: no element of its own, no link, no broken table', () => {
    const cases = fc.sample(fc.tuple(hostileText, hostileText), 60);
    const page = shown(joined(markdownPieces(saying(cases))));
    expect(page.querySelectorAll('script, img, b, code, del, input')).toHaveLength(0);
    const links = [...page.querySelectorAll('a')].map((one) => one.getAttribute('href') ?? '');
    expect(links.filter((to) => !/^(?:https?:|mailto:)/i.test(to))).toEqual([]);
    const wanted = cases.filter(([, url]) => /^https?:\/\/./i.test(url) && URL.canParse(url));
    expect(links.filter((to) => /^http/i.test(to))).toHaveLength(wanted.length);
    const tables = [...page.querySelectorAll('table')];
    expect(tables).toHaveLength(cases.length);
    const plain = (said: string) => said.replaceAll(/[\s\0]/g, '');
    for (const [at, [said]] of cases.entries()) {
      const cells = tables[at]?.querySelectorAll('tbody tr td') ?? [];
      expect(cells).toHaveLength(2);
      expect(plain(cells[0]?.textContent ?? '')).toBe(plain(plainText(said)));
    }
  });

  it('can be made of any document', () => {
    for (const document of fc.sample(hostileDocument, 8)) {
      const page = shown(joined(markdownPieces(document)));
      const onSheet = document.sheet.flatMap(({ blocks }) =>
        blocks.filter(({ kind }) => ['table', 'bar', 'bridge'].includes(kind)),
      );
      expect(page.querySelectorAll('table')).toHaveLength(onSheet.length + document.tables.length);
      expect(page.querySelectorAll('script, img')).toHaveLength(0);
    }
  });
});
