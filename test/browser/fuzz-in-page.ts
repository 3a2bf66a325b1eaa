/** Runs inside a page: spoils it in seeded ways, reads it, and says what a reading claims that the page does not bear. */
import * as v from 'valibot';
import { type PastReading, pastOfPage } from '../../lib/crm/past-of-page.ts';
import { readPage } from '../../lib/crm/read-page.ts';
import { readers } from '../../lib/crm/registry.ts';
import type { PageReading, ReadOptions } from '../../lib/crm/types.ts';
import type { PastEntry } from '../../lib/deal/past.ts';
import { pastLookSchema } from '../../lib/deal/past-schema.ts';
import { parseReading } from '../../lib/deal/reading-schema.ts';
import { type Random, randomOf } from '../sim/team/random.ts';

export type FuzzResult = { mutations: number; read: number; fields: number; slowest: number; problems: string[] };

/** All elements, those in open shadow roots and in frames of the same origin too. */
function everyElement(root: ParentNode, found: Element[] = []): Element[] {
  for (const element of root.querySelectorAll('*')) {
    found.push(element);
    if (element.shadowRoot) everyElement(element.shadowRoot, found);
    const frame = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
    if (frame) everyElement(frame, found);
  }
  return found;
}

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '1'.repeat(5_000),
  '\u202E42,00 €',
  '   ',
  '31/31/2026',
  'NaN',
  '={1+1}',
  '🙂'.repeat(300),
];

const isText = (node: Node): node is Text => node.nodeType === 3;

const textsOf = (element: Element) => [...element.childNodes].filter(isText).filter(({ data }) => data.trim() !== '');

/** One thing done to the page, as a redesign, a slow network or a hostile record would. */
const SPOILS: Record<string, (random: Random, all: readonly Element[]) => void> = {
  drop: (random, all) => some(random, all)?.remove(),
  move: (random, all) => {
    const [one, other] = [some(random, all), some(random, all)];
    if (one && other && !holds(one, other)) other.append(one);
  },
  duplicate: (random, all) => {
    const one = some(random, all);
    // A document has one root, that of a frame too.
    if (one?.parentNode && !('documentElement' in one.parentNode)) one.after(one.cloneNode(true));
  },
  swap: (random, all) => {
    const texts = all.flatMap(textsOf);
    const [one, other] = [some(random, texts), some(random, texts)];
    if (one && other) [one.data, other.data] = [other.data, one.data];
  },
  empty: (random, all) => {
    const one = some(random, all);
    for (const name of one?.getAttributeNames() ?? []) if (random.chance(0.5)) one?.setAttribute(name, '');
  },
  text: (random, all) => {
    const one = some(random, all.flatMap(textsOf));
    if (one) one.data = random.pick(HOSTILE as [string, ...string[]]);
  },
  attribute: (random, all) => {
    const one = some(random, all);
    const name = one && some(random, one.getAttributeNames());
    if (one && name) one.setAttribute(name, random.pick(HOSTILE as [string, ...string[]]));
  },
  clobber: (random, all) => {
    const one = some(random, all);
    // A form that names an element after what scripts call.
    const form = document.createElement('form');
    form.innerHTML = '<input name="querySelectorAll"><input name="children"><input name="textContent">';
    one?.prepend(form);
  },
};

/** Through shadow roots: nothing can be moved into itself. */
function holds(outer: Element, inner: Element): boolean {
  for (let at: Node | null = inner; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null)
    if (at === outer) return true;
  return false;
}

function some<T>(random: Random, from: readonly T[]): T | undefined {
  return from[random.whole(0, from.length - 1)];
}

/** Everything that stands on the page, seen or not, without white space: what a raw text is made of. */
function everythingOn(): string {
  const parts: string[] = [];
  const walk = (root: Node): void => {
    for (const node of root.childNodes) {
      if (node.nodeType === 3) parts.push((node as Text).data);
      if (node.nodeType === 1 && (node as Element).shadowRoot) walk((node as Element).shadowRoot as ShadowRoot);
      const frame =
        (node as HTMLIFrameElement).localName === 'iframe' ? (node as HTMLIFrameElement).contentDocument : null;
      if (frame) walk(frame);
      walk(node);
    }
  };
  walk(document);
  for (const element of everyElement(document)) {
    for (const { value } of element.attributes) parts.push('\n', value);
    if ('value' in element && typeof element.value === 'string') parts.push('\n', element.value);
  }
  return parts.join('').replace(/\s+/g, '');
}

/** Marks whose mere presence means something are written by the reader, not by the page. */
const MEANT = new Set(['open', 'won', 'lost']);

/** Two elements side by side may be one word, with a text for screen readers between them that is passed over. */
function bears(page: string, word: string): boolean {
  if (page.includes(word)) return true;
  for (let at = 3; at <= word.length - 3; at++)
    if (page.includes(word.slice(0, at)) && page.includes(word.slice(at))) return true;
  return false;
}

function problemsOf(reading: PageReading, url: string): string[] {
  const problems: string[] = [];
  const page = everythingOn();
  const { pageRecordId, editing: _editing, fingerprint: _fingerprint, ...rest } = reading;
  const parsed = parseReading({ ...JSON.parse(JSON.stringify(rest)), id: 'fuzz' });
  if (!parsed.ok) problems.push(`not fit to be stored: ${JSON.stringify(parsed).slice(0, 300)}`);
  const everything = `${url} ${page}`.toLowerCase();
  // An address writes what is not ASCII in its own way.
  const isSaid = (id: string) =>
    [id.slice(0, 15), encodeURIComponent(id)].some((written) => everything.includes(written.toLowerCase()));
  if (pageRecordId !== null && !isSaid(pageRecordId)) problems.push(`the page names no record ${pageRecordId}`);
  for (const { recordId, fields } of reading.deals) {
    if (recordId !== null && !isSaid(recordId)) problems.push(`neither URL nor page names ${recordId}`);
    for (const [field, said] of Object.entries(fields)) {
      if (!said.ok || (field === 'outcome' && MEANT.has(said.raw))) continue;
      const missing = said.raw.split(/\s+/).filter((word) => !bears(page, word));
      if (missing.length > 0) problems.push(`${field}: "${said.raw}" stands nowhere (${said.rule})`);
    }
  }
  return problems;
}

/** The texts of an entry that are the page's own; days are worked out. */
function textsOfEntry(entry: PastEntry): string[] {
  const said = entry.kind === 'planned' ? [entry.what, entry.owner] : [];
  if (entry.kind === 'event') said.push(entry.text, entry.who);
  if (entry.kind === 'stage') said.push(entry.from, entry.to);
  if (entry.kind === 'contact') said.push(entry.name, entry.role);
  return said.filter((text) => text !== null);
}

/** Of the past too nothing is told that does not stand on the page, and nothing that may not be stored. */
function problemsOfPast({ entries, parts }: PastReading, { crm, tenant }: PageReading): string[] {
  const page = everythingOn();
  const parsed = v.safeParse(pastLookSchema, { crm, tenant, recordId: 'fuzz', at: 1, entries, parts });
  const problems = parsed.success ? [] : [`past not fit to be stored: ${JSON.stringify(parsed.issues[0])}`];
  for (const entry of entries) {
    const words = [...textsOfEntry(entry), entry.evidence.raw].join(' ').split(/\s+/);
    const missing = words.filter((word) => !bears(page, word));
    if (missing.length > 0) problems.push(`past: "${missing.join(' ')}" stands nowhere (${entry.evidence.rule})`);
  }
  return problems;
}

/** `html` as the document, so many times spoiled anew. */
export function fuzz(html: string, options: ReadOptions, seed: string, mutations: number): FuzzResult {
  const result: FuzzResult = { mutations: 0, read: 0, fields: 0, slowest: 0, problems: [] };
  const caught: unknown[] = [];
  (globalThis as { sidelineCaught?: (error: unknown) => void }).sidelineCaught = (error) => caught.push(error);
  for (let at = 0; at < mutations; at++) {
    const random = randomOf(seed, at);
    document.documentElement.setHTMLUnsafe(html);
    document.querySelector<HTMLElement>('[autofocus]')?.focus();
    const done = Array.from({ length: at === 0 ? 0 : random.whole(1, 8) }, () => {
      const name = some(random, Object.keys(SPOILS)) ?? 'drop';
      const all = everyElement(document.body ?? document);
      if (all.length > 0) SPOILS[name]?.(random, all);
      return name;
    });
    const began = performance.now();
    const reading = readPage(readers, document, new URL(location.href), options);
    result.slowest = Math.max(result.slowest, performance.now() - began);
    result.mutations++;
    const found = reading ? problemsOf(reading, location.href) : [];
    const past = reading && pastOfPage(readers, document, new URL(location.href), options, reading);
    if (reading && past) found.push(...problemsOfPast(past, reading));
    for (const error of caught.splice(0))
      found.push(`threw ${error instanceof Error ? error.stack?.slice(0, 400) : error}`);
    if (reading) {
      result.read++;
      for (const { fields } of reading.deals) result.fields += Object.values(fields).filter(({ ok }) => ok).length;
    }
    result.problems.push(...found.map((problem) => `mutation ${at} (${done.join(', ')}): ${problem}`));
  }
  return result;
}
