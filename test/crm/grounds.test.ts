// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { groundsOf } from '../../lib/crm/grounds.ts';

it('holds in each root the least that holds all its values', () => {
  document.body.innerHTML = '<main><h1>Harbour lights</h1><p>Mara Lind</p></main><aside></aside>';
  const host = document.querySelector('aside') as Element;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<b>Discovery</b><i>£20</i><u>Call Anna</u>';
  const inside = [...root.children];
  const texts = [...document.querySelectorAll('h1, p')];

  const flat = groundsOf(texts, document);
  expect(flat.holders).toEqual([document.querySelector('main')]);

  const both = groundsOf([...texts, ...inside], document);
  for (const element of inside) expect(both.holders.some((holder) => holder.contains(element))).toBe(true);
  for (const element of texts) expect(both.holders.some((holder) => holder.contains(element))).toBe(true);
  expect([...both.roots]).toEqual([document, root]);
});

it('holds the whole document while nothing was read', () => {
  expect(groundsOf([], document).holders).toEqual([document]);
});
