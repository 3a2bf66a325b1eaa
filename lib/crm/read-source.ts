import { firstMatch, firstShown, isElement, isShown, type Scope } from './deep-select.ts';
import { textOf } from './read-text.ts';
import type { Source, Take } from './types.ts';

/** Patterns are for ids, labels and addresses. */
const MOST_MATCHED = 1_000;

type ParsedSource = { css: string; attribute: string | null; machine: boolean };

const parsed = new Map<Source, ParsedSource>();

function parse(source: Source): ParsedSource {
  let known = parsed.get(source);
  if (!known) {
    const machine = source.startsWith('machine:');
    const rest = machine ? source.slice(8) : source;
    const at = /@([\w:-]+)$/.exec(rest);
    known = { css: at ? rest.slice(0, at.index) : rest, attribute: at?.[1] ?? null, machine };
    parsed.set(source, known);
  }
  return known;
}

export function sourceOf(take: Take): Source {
  return typeof take === 'string' ? take : take.from;
}

export function isMachine(take: Take): boolean {
  return parse(sourceOf(take)).machine;
}

/** What a take found: its text, and the element it stands in. Null: nothing there that a user (or program) can see. */
export type Taken = { text: string; element: Element };

export function takeFrom(scope: Scope, take: Take): Taken | null {
  const { css, attribute, machine } = parse(sourceOf(take));
  const root = scope.root as Node & ParentNode;
  const element = css
    ? machine
      ? firstMatch(scope, css)
      : firstShown(scope, css)
    : isElement(root) && (machine || attribute !== null || isShown(root))
      ? root
      : null;
  if (!element || (typeof take !== 'string' && take.unless && firstShown(scope, take.unless))) return null;
  const text = attribute === null ? textOf(element) : element.getAttribute(attribute);
  if (text === null) return null;
  if (typeof take === 'string') return { text, element };
  if (take.is !== undefined) return { text: take.is, element };
  if (!take.pattern) return { text, element };
  const blank = take.lines ? /[^\S\n]+/g : /\s+/g;
  // One line without runs of white space: a hostile text cannot make a pattern run long.
  const part = take.pattern.exec(text.slice(0, MOST_MATCHED).replace(blank, ' ').trim())?.[1];
  return part === undefined ? null : { text: part, element };
}

/** The text of the first take that finds one with something in it. */
export function textFrom(scope: Scope, takes: readonly Take[] | undefined): string | null {
  for (const take of takes ?? []) {
    const text = takeFrom(scope, take)?.text.trim();
    if (text) return text;
  }
  return null;
}
