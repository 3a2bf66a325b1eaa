import { describe, expect, it } from 'vitest';
import { closestAcross, firstShown, isShown, queryAll, scopeOf, selectAll } from '../../lib/crm/deep-select.ts';
import { openInJsdom } from './open-in-jsdom.ts';

const open = (body: string) => openInJsdom(`<!doctype html><body>${body}</body>`, 'https://example.com/');
const shadow = (inside: string, mode = 'open') => `<template shadowrootmode="${mode}">${inside}</template>`;
const texts = (elements: Element[]) => elements.map((element) => element.textContent);

describe('selecting', () => {
  it('walks open shadow roots beneath the hosts it was given, however deep', () => {
    const document = open(`<x-page>${shadow(`<div><y-card>${shadow('<b>deep</b>')}</y-card></div>`)}</x-page>`);
    expect(texts(selectAll(scopeOf(document, 'x-page'), 'b'))).toEqual(['deep']);
    expect(selectAll(scopeOf(document, 'z-page'), 'b')).toEqual([]);
  });

  it('prefers what is flat, so that a component beside it adds nothing', () => {
    const document = open(`<b>flat</b><x-page>${shadow('<b>deep</b>')}</x-page>`);
    expect(texts(selectAll(scopeOf(document, 'x-page'), 'b'))).toEqual(['flat']);
  });

  it('finds nothing behind a closed root', () => {
    const document = open(`<x-page>${shadow('<b>secret</b>', 'closed')}</x-page>`);
    expect(selectAll(scopeOf(document, 'x-page'), 'b')).toEqual([]);
  });

  it('goes on inside what was found after >>>', () => {
    const document = open(`<i><b>other</b></i><x-a><p>${'<b>light</b>'}</p></x-a><x-b>${shadow('<b>deep</b>')}</x-b>`);
    expect(texts(selectAll(scopeOf(document), 'x-a >>> b'))).toEqual(['light']);
    expect(texts(selectAll(scopeOf(document), 'x-b >>> b'))).toEqual(['deep']);
  });

  it('goes into a frame of the same origin', () => {
    const document = open('<iframe></iframe>');
    const inner = document.querySelector('iframe')?.contentDocument;
    if (inner) inner.body.innerHTML = '<b>framed</b>';
    expect(texts(selectAll(scopeOf(document), 'iframe >>> b'))).toEqual(['framed']);
  });

  it('takes the children of a scope alone after >', () => {
    const document = open('<table><tr><td>1</td><td><table><tr><td>inner</td></tr></table></td></tr></table>');
    const row = document.querySelector('tr') as Element;
    expect(selectAll(scopeOf(row), '> td')).toHaveLength(2);
  });

  it('keeps the order of the document over the alternatives of a list, and splits no brackets', () => {
    const document = open('<b class="x">1</b><i>2</i><b>3</b><u>4</u>');
    expect(texts(queryAll(document, 'i, b, :is(u, b)'))).toEqual(['1', '2', '3', '4']);
    expect(texts(queryAll(document, 'b:not(.x, .y)'))).toEqual(['3']);
  });
});

describe('what a user can see', () => {
  it.each([
    ['an attribute', '<div hidden><b>1</b></div>'],
    ['a style', '<div style="color: red; display:none"><b>1</b></div>'],
    ['the host of its shadow root', `<div style="visibility: hidden"><x-a>${shadow('<b>1</b>')}</x-a></div>`],
  ])('is not what is hidden by %s', (_, body) => {
    const [element] = selectAll(scopeOf(open(body), 'x-a'), 'b');
    expect(element && isShown(element)).toBe(false);
  });

  it('is the copy whose page is not kept aside', () => {
    const document = open(
      `<div aria-hidden="true"><x-a>${shadow('<b>old</b>')}</x-a></div><x-a>${shadow('<b>new</b>')}</x-a>`,
    );
    expect(firstShown(scopeOf(document, 'x-a'), 'b', '[aria-hidden="true"]')?.textContent).toBe('new');
    expect(firstShown(scopeOf(document, 'x-a'), 'b')?.textContent).toBe('old');
  });

  it('is looked for through shadow roots upwards', () => {
    const document = open(`<section><x-a>${shadow('<b>1</b>')}</x-a></section>`);
    const [element] = selectAll(scopeOf(document, 'x-a'), 'b');
    expect(element && closestAcross(element, 'section')?.localName).toBe('section');
    expect(element && closestAcross(element, 'article')).toBeNull();
  });
});
