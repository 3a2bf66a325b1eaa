import { spawnSync } from 'node:child_process';
import { type Browser, chromium } from '@playwright/test';
import type { SnapshotDocument } from '../../lib/snapshot/document.ts';
import { htmlPieces } from '../../lib/snapshot/write/html.ts';
import { joined } from '../../lib/snapshot/write/pieces.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { expect, test } from '../e2e/harness.ts';
import { findTool } from '../snapshot/write/other-tools.ts';
import { count, sampleDocument, text } from '../snapshot/write/sample-document.ts';

const pdftotext = findTool('pdftotext', '-v');
const ROWS = 160;

/** A full sheet, and behind it rows of one to four lines, each word of which says whose it is. */
function documentWith(columns: number): SnapshotDocument {
  const sample = sampleDocument();
  const titles = ['Number', ...Array.from({ length: columns - 1 }, (_, at) => `Column ${at}`)];
  return {
    ...sample,
    tables: [
      {
        ...{ id: 'rows', title: 'Rows that may not be cut', note: 'Of unequal height.' },
        columns: titles.map((title, at) => ({ title, kind: at === 0 ? 'count' : 'text' })),
        rows: Array.from({ length: ROWS }, (_, row) => [
          count(row),
          ...titles
            .slice(1)
            .map((_, at) => text(Array.from({ length: 2 + ((row * 7 + at * 3) % 24) }, () => `row${row}.`).join(' '))),
        ]),
      },
    ],
  };
}

async function printed(browser: Browser, format: 'A4' | 'Letter', columns: number): Promise<string[]> {
  const page = await browser.newPage({ colorScheme: 'dark' });
  await page.setContent(joined(htmlPieces(documentWith(columns))));
  const pdf = await page.pdf({ format });
  await page.close();
  const { stdout, status } = spawnSync('pdftotext', ['-layout', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  });
  expect(status).toBe(0);
  return stdout.split('\f').slice(0, -1);
}

for (const format of ['A4', 'Letter'] as const) {
  test(`on ${format} the owner's sheet is one page, and no row behind it stands on two`, async () => {
    test.skip(!pdftotext, 'pdftotext (poppler-utils) is not installed.');
    const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
    try {
      for (const columns of [4, 9]) {
        const [sheet = '', ...behind] = await printed(browser, format, columns);
        expect(sheet).toContain('Week of 16 to 22 Nov 2026');
        expect(sheet).toContain('History since 12 Aug 2026');
        expect(sheet).toContain('Next quarter: $402,000 open');
        expect(behind[0]).toContain('Rows that may not be cut');
        expect(behind.length).toBeGreaterThan(3);
        for (const page of behind) expect(page).toContain('Column 0');
        const pagesOf = (row: number) => behind.filter((page) => new RegExp(`\\brow${row}\\.`).test(page)).length;
        const cut = Array.from({ length: ROWS }, (_, row) => row).filter((row) => pagesOf(row) !== 1);
        expect(cut).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  });
}

test('the file asks the network for nothing and runs nothing', async () => {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const asked: string[] = [];
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    // What the policy refuses never comes to be routed.
    await page.route('**', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: joined(htmlPieces(sampleDocument())) });
    });
    await page.goto('https://snapshot.example/');
    await expect(page.locator('.lead')).toBeVisible();
    // Whatever would get past the escaping still finds nothing allowed.
    await page.evaluate(() => {
      const image = document.body.appendChild(document.createElement('img'));
      image.src = 'https://elsewhere.example/p.png';
    });
    await expect.poll(() => refused.join(' ')).toContain('Content Security Policy');
    expect(asked.filter((url) => !url.endsWith('favicon.ico'))).toEqual(['https://snapshot.example/']);
  } finally {
    await browser.close();
  }
});
