import { expect, it } from 'vitest';
import { candidatesIn } from '../../lib/teach/candidates.ts';
import { openInJsdom } from '../crm/open-in-jsdom.ts';
import { openDeal, SITE } from './open.ts';

const textsOf = (found: readonly Element[]) => found.map((one) => `${one.localName} ${one.textContent?.trim()}`.trim());
const nothing = () => false;

it('goes through what holds words of its own, and through inputs, in the order of the page', () => {
  const html = `<main><h1>Mill <b>lane</b></h1><div><div>—</div></div><input value="7"><select><option>New</option></select>
    <p hidden>Not shown</p><script>let a;</script><input type="hidden" value="9"><input type="password" value="x"></main>`;
  const found = candidatesIn(openInJsdom(html, SITE), nothing);
  expect(textsOf(found)).toEqual(['h1 Mill lane', 'b lane', 'input', 'select New']);
});

it('goes into open shadow roots, and past what is ours', () => {
  const html = `<x-field><template shadowrootmode="open"><i>Amount</i></template><u>12</u></x-field><our-own><p>Ours</p></our-own><p>End</p>`;
  const found = candidatesIn(openInJsdom(html, SITE), ({ localName }) => localName === 'our-own');
  expect(textsOf(found)).toEqual(['i Amount', 'u 12', 'p End']);
});

it('reaches every value of a record that can be taught', () => {
  const { document } = openDeal(0);
  const found = new Set(candidatesIn(document, nothing));
  for (const css of ['h1', 'b', 'select', 'dd a', 'dd:nth-of-type(2)', 'dd:nth-of-type(3) span', 'textarea']) {
    expect(found.has(document.querySelector(css) as Element), css).toBe(true);
  }
});
