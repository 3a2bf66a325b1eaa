/** Builds an element. `.name` sets a property, `onname` a listener; text is always text. */
export function h(tag, attrs, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attrs ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('.')) node[key.slice(1)] = value;
    else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...children.flat(4).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const div = (name, ...children) => h('div', name ? { class: name } : null, ...children);
export const span = (name, ...children) => h('span', name ? { class: name } : null, ...children);

/** The first letters of a name, as avatars show them. */
export function initials(name) {
  const words = String(name).trim().split(/\s+/);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? words.at(-1)[0] : '')).toUpperCase();
}

/** A round badge; its colour follows the name. */
export function avatar(name) {
  let hue = 0;
  for (const letter of String(name)) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  return h('span', { class: 'avatar', 'aria-hidden': 'true', style: `--hue:${hue}` }, initials(name));
}

const PATHS = {
  search: 'M7 2a5 5 0 1 0 3 9l3.5 3.5 1-1L11 10a5 5 0 0 0-4-8zm0 1.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  left: 'M10 2 4 8l6 6 1.1-1.1L6.2 8l4.9-4.9z',
  right: 'M6 2l6 6-6 6-1.1-1.1L9.8 8 4.9 3.1z',
  home: 'M8 1 1 7.5h2V14h4v-4h2v4h4V7.5h2z',
  deal: 'M8 1l2.2 4.6 5 .7-3.6 3.5.9 5L8 12.4l-4.500 2.400.9-5L.8 6.300l5-.7z',
  people:
    'M5.500 7a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zm5.500 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM1 13c0-3 2-5 4.500-5S10 10 10 13zm10 0h4c0-2.800-1.500-4.500-4-4.500-.4 0-.8 0-1 .2 1 1 1 2.500 1 4.300z',
  building: 'M3 1h7v4h4v10H3zm2 2v2h2V3zm0 4v2h2V7zm0 4v2h2v-2zm5-4v2h2V7zm0 4v2h2v-2z',
  mail: 'M1 3h14v10H1zm1.500 1.500L8 8.500l5.500-4z',
  chart: 'M2 14V2h1.500v10.500H14V14zM5 11V7h2v4zm3.500 0V4h2v7zM12 11V6h2v5z',
  check: 'M6.300 12.300 2.200 8.200l1.200-1.200 2.900 2.900 6.300-6.300 1.200 1.200z',
  menu: 'M2 3h12v1.600H2zm0 4.200h12v1.600H2zm0 4.200h12V13H2z',
};

export function icon(name) {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  const path = document.createElementNS(ns, 'path');
  for (const [key, value] of [
    ['viewBox', '0 0 16 16'],
    ['width', '16'],
    ['height', '16'],
    ['aria-hidden', 'true'],
  ])
    svg.setAttribute(key, value);
  path.setAttribute('d', PATHS[name] ?? PATHS.deal);
  path.setAttribute('fill', 'currentColor');
  svg.append(path);
  return svg;
}
