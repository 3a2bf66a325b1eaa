import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/tokens.css', 'utf8');

/** Every token that is a pair of plain colours. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' },
  ]),
);

type Scheme = 'light' | 'dark';

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string, scheme: Scheme): number {
  const [one, other] = [a, b].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`No token ${name}`);
    return luminance(token[scheme]);
  });
  const [dark = 0, light = 0] = [one ?? 0, other ?? 0].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const schemes: Scheme[] = ['light', 'dark'];
/** What text stands on: surfaces, and a row under the pointer. */
const grounds = ['surface', 'sunk', 'hover'];

describe.each(schemes)('%s', (scheme) => {
  it('has black on white at 21 to 1, so that the rest is believed', () => {
    expect((1 + 0.05) / (luminance('#000000') + 0.05)).toBeCloseTo(21);
  });

  it.each(grounds.flatMap((ground) => ['ink', 'ink-2'].map((ink) => [ink, ground] as const)))(
    'writes %s on %s at AAA',
    (ink, ground) => expect(contrast(ink, ground, scheme)).toBeGreaterThanOrEqual(7),
  );

  it.each([
    ['accent', 'surface'],
    ['accent', 'sunk'],
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['accent-strong', 'accent-wash'],
    ['ink', 'accent-wash'],
    ['ink-2', 'accent-wash'],
  ] as const)('writes %s on %s at AAA', (ink, ground) =>
    expect(contrast(ink, ground, scheme)).toBeGreaterThanOrEqual(7),
  );

  it.each(
    ['line-strong', 'look', 'closer', 'accent', 'ink-2'].flatMap((mark) =>
      ['surface', 'sunk'].map((ground) => [mark, ground] as const),
    ),
  )('draws %s on %s at 3 to 1 or more: inputs, shapes, focus', (mark, ground) =>
    expect(contrast(mark, ground, scheme)).toBeGreaterThanOrEqual(3),
  );
});

it('uses no colour outside the tokens', () => {
  const files = ['card', 'overlay', 'popup', 'welcome', 'page'].map((name) =>
    readFileSync(`components/${name}.css`, 'utf8'),
  );
  expect(files.join('').match(/#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi)).toBeNull();
});

it('measures in pixels: rem belongs to the page', () => {
  const files = ['tokens', 'card', 'overlay', 'popup'].map((name) => readFileSync(`components/${name}.css`, 'utf8'));
  expect(files.join('').match(/[\d.]+rem\b/g)).toBeNull();
});
