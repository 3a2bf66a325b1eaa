/** The colours of `components/tokens.css`, light and dark; a test holds the two together. */
export const COLOURS = {
  surface: ['#ffffff', '#1b1f24'],
  sunk: ['#f6f7f8', '#15181c'],
  line: ['#e2e5e9', '#323941'],
  edge: ['#c5cad1', '#4b545e'],
  'line-strong': ['#7f8893', '#7d8792'],
  ink: ['#15191e', '#f0f2f4'],
  'ink-2': ['#454d57', '#bcc4cd'],
  accent: ['#075a5c', '#74d4cd'],
  'accent-wash': ['#e4f1f0', '#173331'],
  closer: ['#9b2f14', '#ff9f80'],
} as const;

const declared = (scheme: 0 | 1) =>
  Object.entries(COLOURS)
    .map(([name, pair]) => `--${name}: ${pair[scheme]};`)
    .join(' ');

/** Light, dark where the reader's system is, and light on paper. */
export const colourCss = `:root { color-scheme: light dark; ${declared(0)} }
@media screen and (prefers-color-scheme: dark) { :root { ${declared(1)} } }`;
