import { expect, it } from 'vitest';
import { readPage } from '../../lib/crm/read-page.ts';
import { readers } from '../../lib/crm/registry.ts';
import { loadFixtures } from './load-fixtures.ts';
import { openInJsdom } from './open-in-jsdom.ts';
import { optionsOf } from './summarise-reading.ts';

/** Looked up by their tag alone: whether an input stands in one, and where a copy that is not shown comes first. */
const ASKED_AGAIN: readonly string[] = ['records-record-layout-item', 'flexipage-field', 'one-record-home-flexipage2'];

/** All elements, those in shadow roots too. */
function countIn(root: ParentNode): number {
  const elements = [...root.querySelectorAll('*')];
  return elements.reduce((sum, { shadowRoot }) => sum + (shadowRoot ? countIn(shadowRoot) : 0), elements.length);
}

/** Which selectors were asked of most of the page for all their matches, each as often as it was. */
function walksOf(document: Document, read: () => unknown): string[] {
  const walks: string[] = [];
  const half = countIn(document) / 2;
  const { Document, Element } = document.defaultView as unknown as typeof globalThis;
  for (const prototype of [Document.prototype, Element.prototype]) {
    const ask = prototype.querySelectorAll;
    prototype.querySelectorAll = function (this: Document | Element, selector: string) {
      if (ask.call(this, '*').length > half) walks.push(selector);
      return ask.call(this, selector);
    } as typeof ask;
  }
  read();
  return walks;
}

it.each(loadFixtures().filter(({ expected }) => expected))(
  '$crm/$name walks the page once for each thing',
  (fixture) => {
    const { crm, html, page } = fixture;
    const document = openInJsdom(html, page.url);
    const own = readers.filter(({ id }) => id === crm);
    const walks = walksOf(document, () => readPage(own, document, new URL(page.url), optionsOf(page)));
    const again = walks.filter((selector, at) => walks.indexOf(selector) !== at);
    expect(again.filter((selector) => !ASKED_AGAIN.includes(selector))).toEqual([]);
    if (/^(?:list|board)(?!.*shadow)/.test(fixture.name)) expect(walks.length).toBeGreaterThan(0);
  },
);
