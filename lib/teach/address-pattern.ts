/**
 * The shape of a record's address, as two records show it: `/crm/deals/{id}`, `/index.php?module=Deals&record={id}`,
 * `#/deals/{id}/{any}`. `{id}` is the record's id and holds a digit, `{key}` is an id that need not, `{any}` says
 * nothing. What stands after the part with the id does not count: views and tabs come and go there.
 */

/** In the order in which an address is written: what stands after the part with the id says nothing of the record. */
const PARTS = ['path', 'query', 'hash', 'hash-query'] as const;
type Part = (typeof PARTS)[number];
type Place = { part: Part; key: string };
type Address = { [P in Part]: Map<string, string> };

const TOKEN = /\{(?:id|key)\}/;
/** A UUID, a number, or a long word with digits in it: an id as a whole, whatever two of them share. */
const WHOLE_ID = /^(?:\d+|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|(?=.*\d)[A-Za-z\d]{8,})$/i;
/** Parameters that lead to another kind of page; the rest of a list's are sorting, filters and marks of campaigns. */
const ROUTES = /^(?:module|action|view|controller|route|r|m|c|a|entity|object|option|task|type|etn|pagetype)$/i;

function segments(path: string): Map<string, string> {
  return new Map(
    path
      .split('/')
      .filter(Boolean)
      .map((segment, at) => [String(at), segment]),
  );
}

function params(query: string): Map<string, string> {
  return new Map(
    query.split('&').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)] as const] : [];
    }),
  );
}

function addressOf(path: string, query: string, hash: string): Address {
  const [route = '', rest = ''] = hash.split('?', 2);
  // `#id=7&model=lead` has parameters alone; `#!/deals/7` a path.
  const isPath = !route.includes('=');
  return {
    path: segments(path),
    query: params(query),
    hash: isPath ? segments(route.replace(/^!/, '')) : new Map(),
    'hash-query': params(isPath ? rest : route),
  };
}

const ofUrl = ({ pathname, search, hash }: URL) => addressOf(pathname, search.slice(1), hash.slice(1));

function ofPattern(pattern: string): Address {
  const [before = '', hash = ''] = pattern.split('#', 2);
  const [path = '', query = ''] = before.split('?', 2);
  return addressOf(path, query, hash);
}

function write(address: Address): string {
  const path = (part: Part) => [...address[part].values()].join('/');
  const query = (part: Part) => [...address[part]].map((pair) => pair.join('=')).join('&');
  const hash = address.hash.size > 0 ? `/${path('hash')}` : '';
  const hashQuery = query('hash-query');
  return [
    `/${path('path')}`,
    query('query') && `?${query('query')}`,
    (hash || hashQuery) && `#${hash}${hash && hashQuery && '?'}${hashQuery}`,
  ].join('');
}

/** The part that two ids do not share, cut at their own joints: `deal-17` and `deal-23` are `deal-{id}`. */
function aroundId(a: string, b: string): string {
  const token = [a, b].every((one) => /\d/.test(one)) ? '{id}' : '{key}';
  if (WHOLE_ID.test(a) && WHOLE_ID.test(b)) return token;
  const [left, right] = [a, b].map((one) => one.split(/([^\p{L}\p{N}]+)/u)) as [string[], string[]];
  const most = Math.min(left.length, right.length) - 1;
  let head = 0;
  while (head < most && left[head] === right[head]) head++;
  let tail = 0;
  while (tail < most - head && left.at(-1 - tail) === right.at(-1 - tail)) tail++;
  return `${left.slice(0, head).join('')}${token}${tail > 0 ? left.slice(-tail).join('') : ''}`;
}

function likeness(value: string): number {
  return WHOLE_ID.test(value) ? 2 : /\d/.test(value) ? 1 : 0;
}

/** Null where the two addresses do not differ in anything that could be an id: nothing tells these records apart. */
export function patternOf(first: URL, second: URL): string | null {
  if (first.origin !== second.origin) return null;
  const [a, b] = [ofUrl(first), ofUrl(second)];
  const differing: (Place & { score: number })[] = [];
  for (const part of PARTS) {
    if ((part === 'path' || part === 'hash') && a[part].size !== b[part].size) {
      if (part === 'path') return null;
      continue;
    }
    for (const [key, value] of a[part]) {
      const other = b[part].get(key);
      if (other === undefined || other === value) continue;
      differing.push({ part, key, score: Math.min(likeness(value), likeness(other)) });
    }
  }
  // Of equals the last: `/accounts/5/deals/7` is deal 7.
  const id = differing.reduce<(typeof differing)[number] | null>(
    (best, one) => (best && best.score > one.score ? best : one),
    null,
  );
  return id && write(shapeOf(a, b, id));
}

/** What both share, up to the part that holds the id, which is written as a token. */
function shapeOf(a: Address, b: Address, id: Place): Address {
  const shape: Address = { path: new Map(), query: new Map(), hash: new Map(), 'hash-query': new Map() };
  for (const part of PARTS.slice(0, PARTS.indexOf(id.part) + 1)) {
    // Of parameters those that lead to the record's kind of page count, and only beside the id.
    const isQuery = part === 'query' || part === 'hash-query';
    if (isQuery && part !== id.part) continue;
    for (const [key, value] of a[part]) {
      const other = b[part].get(key);
      if (part === id.part && key === id.key) shape[part].set(key, aroundId(value, other ?? ''));
      else if (other === value) shape[part].set(key, value);
      else if (!isQuery) shape[part].set(key, '{any}');
    }
  }
  return shape;
}

/** A list's own address, from one look at it. */
export function listPatternOf(url: URL): string {
  const address = ofUrl(url);
  for (const part of ['query', 'hash-query'] as const) {
    for (const key of address[part].keys()) if (!ROUTES.test(key)) address[part].delete(key);
  }
  return write(address);
}

/** The record's id in an address of this shape; an empty text where the pattern has none. Null: another shape. */
export function matchPattern(pattern: string, url: URL): string | null {
  const [shape, address] = [ofPattern(pattern), ofUrl(url)];
  const hasId = TOKEN.test(pattern);
  let id = '';
  for (const part of PARTS) {
    const says = [...shape[part]];
    const holdsId = says.some(([, said]) => TOKEN.test(said));
    // Parameters come and go; what follows the id is a view of its record.
    const isWhole = part === 'path' || part === 'hash';
    if (isWhole && !holdsId && shape[part].size !== address[part].size) return null;
    for (const [key, said] of says) {
      const value = address[part].get(key);
      if (value === undefined) return null;
      const found = said === '{any}' ? '' : TOKEN.test(said) ? idIn(said, value) : said === value ? '' : null;
      if (found === null) return null;
      if (found) id = found;
    }
    if (holdsId) return id;
  }
  return hasId ? null : id;
}

function idIn(said: string, value: string): string | null {
  const [before = '', after = ''] = said.split(TOKEN);
  if (!value.startsWith(before) || !value.endsWith(after) || value.length <= before.length + after.length) return null;
  const raw = value.slice(before.length, value.length - after.length);
  if (said.includes('{id}') && !/\d/.test(raw)) return null;
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Group 1 is the id in a link to a record of this shape, written in full or relative to its page. */
export function idPattern(pattern: string): RegExp {
  const shape = ofPattern(pattern);
  for (const part of PARTS) {
    const values = [...shape[part]];
    const at = values.findIndex(([, said]) => TOKEN.test(said));
    const [key = '', said = ''] = values[at] ?? [];
    if (at < 0) continue;
    const [before = '', after = ''] = said.split(TOKEN).map(escaped);
    const id = `(${said.includes('{id}') ? '(?=[^/?#&]*\\d)' : ''}[^/?#&]+)`;
    if (part === 'query' || part === 'hash-query') {
      const others = values.filter(([other]) => other !== key);
      const required = others.map(([other, value]) => `(?=.*[?&#;]${escaped(other)}=${escaped(value)}(?:[&#]|$))`);
      return new RegExp(`^${required.join('')}.*[?&#;]${escaped(key)}=${before}${id}${after}(?:[&#]|$)`);
    }
    const above = values[at - 1]?.[1] ?? '';
    const parent = above === '' ? '' : above === '{any}' ? '[^/?#]+/' : `${escaped(above)}/`;
    // A relative link may leave out what is above, where the id's own part still says what it is.
    const start = before || after ? `(?:(?:^|[/#!])${parent}|^)` : `(?:^|[/#!])${parent}`;
    return new RegExp(`${start}${before}${id}${after}(?:[/?#]|$)`);
  }
  return /^(?!)()/;
}
