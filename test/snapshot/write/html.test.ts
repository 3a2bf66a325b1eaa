import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { SnapshotDocument } from '../../../lib/snapshot/document.ts';
import { barChart } from '../../../lib/snapshot/write/html/bar-chart.ts';
import { bridgeChart } from '../../../lib/snapshot/write/html/bridge-chart.ts';
import { COLOURS } from '../../../lib/snapshot/write/html/colours.ts';
import { htmlPieces } from '../../../lib/snapshot/write/html.ts';
import { joined } from '../../../lib/snapshot/write/pieces.ts';
import { richTextOf } from '../../../lib/snapshot/write/rich-text.ts';
import { hostileDocument } from './hostile-cells.ts';
import { sampleDocument, usd } from './sample-document.ts';

const READER = { locale: 'en-US', timeZone: 'UTC' };
const pageOf = (html: string) => new JSDOM(html).window.document;
const ALLOWED = new Set(
  'html head meta title style body main article header h1 h2 h3 div p section ul ol li figure figcaption svg defs pattern rect circle line span b table thead tbody tr th td a nav wbr br'.split(
    ' ',
  ),
);

describe('a snapshot as one HTML file', () => {
  const page = pageOf(joined(htmlPieces(sampleDocument())));

  it('forbids itself everything but its own styles, and asks for nothing', () => {
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    expect(page.querySelectorAll('script, link, img, iframe, object, [src], [onload], form')).toHaveLength(0);
    expect(page.querySelector('style')?.textContent).not.toMatch(/@import|url\((?!#)/);
  });

  it('has the owner’s sheet first and every figure of its charts as text', () => {
    const [first, second] = page.querySelectorAll('main > *');
    expect(first?.className).toBe('sheet');
    expect(first?.querySelector('.lead')?.textContent).toContain('$60,000 short');
    expect(first?.querySelector('figure.bar .legend')?.textContent?.replace(/\s+/g, ' ')).toContain('Open $60,000');
    expect([...(first?.querySelectorAll('.bridge li b') ?? [])].map(({ textContent }) => textContent)).toEqual([
      ...['$1,204,300.00', '+$86,000.00', '+$41,500.00', '+$12,250.50', '-$23,000.00'],
      ...['-$118,750.50', '-$54,000.00', '-$67,300.00', '$1,081,000.00'],
    ]);
    expect(second?.querySelectorAll('tbody tr')).toHaveLength(24);
  });

  it('says what a table rests on, and of what is not known that it is not', () => {
    const table = page.querySelector('#table-0');
    expect(table?.querySelector('.note')?.textContent).toContain('58 of 64 deals seen');
    expect(table?.querySelector('.note')?.textContent).toContain('Europe/Berlin');
    expect(table?.querySelectorAll('.unknown').length).toBeGreaterThan(0);
  });

  it('has heads with a scope, and rows named by their first cell', () => {
    for (const one of page.querySelectorAll('table')) {
      const columns = one.querySelectorAll('thead th[scope="col"]').length;
      for (const row of one.querySelectorAll('tbody tr')) {
        expect(row.querySelectorAll('th[scope="row"]')).toHaveLength(1);
        expect(row.children).toHaveLength(columns);
      }
    }
  });
});

describe('hostile text', () => {
  const onlyOurs = (html: string) => {
    const wrong = [...pageOf(html).querySelectorAll('*')].flatMap((one) => [
      ...(ALLOWED.has(one.localName) ? [] : [one.localName]),
      ...[...one.attributes].flatMap(({ name, value }) =>
        name.startsWith('on') || (name === 'href' && !/^(?:https?:\/\/|#table-\d+$)/i.test(value))
          ? [name + value]
          : [],
      ),
    ]);
    expect(wrong).toEqual([]);
  };

  it('stays text in the file and on the clipboard', () => {
    fc.assert(
      fc.property(hostileDocument, (document) => {
        onlyOurs(joined(htmlPieces(document)));
        onlyOurs(richTextOf(document).html);
      }),
      { numRuns: 15 },
    );
  });

  it('has no mark of direction that would turn what stands beside it', () => {
    const document: SnapshotDocument = { ...sampleDocument(1), title: 'a\u202eb\u2066c' };
    expect(joined(htmlPieces(document))).toContain('<h1>abc</h1>');
  });
});

describe('the bar', () => {
  const drawn = (goal: number | null, ...parts: number[]) => {
    const html = barChart(
      {
        ...{ kind: 'bar', label: 'Q4', goal: goal === null ? null : usd(goal) },
        parts: parts.map((amount, at) => ({ label: `Part ${at}`, money: usd(amount) })),
      },
      'c',
      READER,
    );
    const track = pageOf(html).querySelector('.track');
    return {
      parts: [...(track?.querySelectorAll('.part') ?? [])].map((part) => [
        part.getAttribute('x'),
        part.getAttribute('width'),
      ]),
      goal: track?.querySelector('.goal')?.getAttribute('x1'),
      text: pageOf(html).body.textContent,
    };
  };

  it('ends at the goal, with what is open drawn and said', () => {
    const { parts, goal, text } = drawn(100, 50, 25);
    expect(parts).toEqual([
      ['0%', '50%'],
      ['50%', '25%'],
      ['75%', '25%'],
    ]);
    expect(goal).toBe('100%');
    expect(text).toContain('$25');
  });

  it('has its goal inside where the parts come to more', () => {
    const { parts, goal } = drawn(100, 150, 50);
    expect(parts).toHaveLength(2);
    expect(goal).toBe('50%');
  });

  it('stands without a goal, and without anything', () => {
    expect(drawn(null, 10).parts).toEqual([['0%', '100%']]);
    expect(drawn(null).parts).toEqual([]);
    expect(drawn(0, 0).parts).toEqual([['0%', '0%']]);
  });
});

describe('the bridge', () => {
  it('starts each column where the one before it ended', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000 }),
        fc.array(fc.integer({ min: -3_000, max: 3_000 }), { maxLength: 8 }),
        (start, moves) => {
          const end = moves.reduce((sum, one) => sum + one, start);
          const html = bridgeChart(
            {
              kind: 'bridge',
              start: usd(start),
              lines: moves.map((by, at) => ({ label: `${at}`, money: usd(by) })),
              end: usd(end),
            },
            READER,
          );
          const columns = [...pageOf(html).querySelectorAll('li')].map((one) =>
            [...one.querySelectorAll('line')].map((line) => line.getAttribute('y1')),
          );
          expect(columns).toHaveLength(moves.length + 2);
          for (const [at, lines] of columns.entries()) if (at > 0) expect(lines[0]).toBe(columns[at - 1]?.at(-1));
          for (const rect of pageOf(html).querySelectorAll('rect')) {
            expect(Number.parseFloat(rect.getAttribute('y') ?? '')).toBeGreaterThanOrEqual(0);
            expect(Number.parseFloat(rect.getAttribute('y') ?? '')).toBeLessThanOrEqual(100);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('says where its columns begin when that is not nought', () => {
    const bridge = {
      kind: 'bridge' as const,
      start: usd(1_000),
      lines: [{ label: 'New', money: usd(10) }],
      end: usd(1_010),
    };
    expect(bridgeChart(bridge, READER)).toContain('Columns begin at $900');
    expect(
      bridgeChart({ ...bridge, lines: [{ label: 'Lost', money: usd(-900) }], end: usd(100) }, READER),
    ).not.toContain('begin at');
  });
});

it('has the colours of the screens', () => {
  const tokens = readFileSync('components/tokens.css', 'utf8');
  for (const [name, [light, dark]] of Object.entries(COLOURS)) {
    expect(tokens).toContain(`--${name}: light-dark(${light}, ${dark});`);
  }
});

describe('for a mail or a chat', () => {
  const { html, text } = richTextOf(sampleDocument());

  it('has its looks in its elements, and as plain words all that it says', () => {
    expect(html).not.toMatch(/<style|class=/);
    expect(text).toContain('Q4 call $540,000 of $600,000: $60,000 short.');
    expect(text).toContain('Put off -$118,750.50');
    expect(text).toContain('Ana Lindqvist; Goal: $100,000');
    expect(text).toContain('- History since 12 Aug 2026.');
  });

  it('leaves out what stands behind the sheet', () => {
    expect(text).not.toContain('All open deals');
  });
});
