/** Perceived brightness of a CSS colour, 0 to 1; null where it lets what is behind it through. */
function brightness(color: string): number | null {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null;
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Whether the page is light or dark to the eye: its background, else the scheme that it declares; the system last. */
export function pageScheme(): 'light' | 'dark' {
  for (const element of [document.body, document.documentElement]) {
    const shade = element && brightness(getComputedStyle(element).backgroundColor);
    if (shade !== null) return shade < 0.45 ? 'dark' : 'light';
  }
  // Nothing painted: the canvas is white unless the page opted in to the system's dark scheme.
  const declared = getComputedStyle(document.documentElement).colorScheme;
  if (!declared.includes('dark')) return 'light';
  const onlyDark = !declared.includes('light');
  return onlyDark || matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
