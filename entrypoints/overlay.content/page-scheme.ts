export type Scheme = 'light' | 'dark';

/** Below it a surface is dark to the eye. */
const DARK_BELOW = 0.45;
/** Of width and height: where the page is looked at. A dark bar or a single picture does not outvote the rest. */
const POINTS: readonly [across: number, down: number][] = [
  [0.25, 0.3],
  [0.75, 0.3],
  [0.5, 0.5],
  [0.25, 0.8],
  [0.75, 0.8],
];
/** Pages that fade from one scheme to the other are done by then. */
const FADED_MS = 300;

/** `rgb(…)` as it stands; whatever else CSS can say of a colour is painted on one pixel, and read back. */
function channels(color: string): readonly number[] {
  if (color.startsWith('rgb')) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  }
  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!pixel) return [0, 0, 0, 0];
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** Whether a surface is dark; null where it lets what is behind it through, as a dialog's backdrop does. */
function isDark(element: Element): boolean | null {
  const [red = 0, green = 0, blue = 0, alpha = 0] = channels(getComputedStyle(element).backgroundColor);
  if (alpha < 0.9) return null;
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255 < DARK_BELOW;
}

/** Nothing painted: the canvas is white unless the page opted in to the system's dark scheme. */
function isCanvasDark(): boolean {
  const declared = getComputedStyle(document.documentElement).colorScheme;
  if (!declared.includes('dark')) return false;
  return !declared.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Whether the page is light or dark to the eye: what is painted on most of it, whatever the system prefers. */
export function pageScheme(host: Element): Scheme {
  const canvas = isCanvasDark();
  let dark = 0;
  for (const [across, down] of POINTS) {
    const painted = document
      .elementsFromPoint(across * innerWidth, down * innerHeight)
      .map((element) => (element === host ? null : isDark(element)))
      .find((shade) => shade !== null);
    if (painted ?? canvas) dark++;
  }
  return dark * 2 > POINTS.length ? 'dark' : 'light';
}

/** Calls when the page may have changed its scheme: by the system's word, or by a switch of its own on its outer elements. */
export function watchScheme(onMaybe: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      onMaybe();
    }, FADED_MS);
  };
  const observer = new MutationObserver((records) => {
    if (records.some(({ type }) => type === 'childList')) observe();
    soon();
  });
  const observe = () => {
    observer.disconnect();
    observer.observe(document.documentElement, { attributes: true, childList: true });
    if (document.body) observer.observe(document.body, { attributes: true });
  };
  observe();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}
