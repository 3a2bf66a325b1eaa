import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idPattern, listPatternOf, matchPattern, patternOf } from '../../lib/teach/address-pattern.ts';

const at = (path: string) => new URL(path, 'https://crm.quayside.example');
const of = (a: string, b: string) => patternOf(at(a), at(b));

describe('the address of a record', () => {
  it.each([
    ['/crm/deals/17', '/crm/deals/23', '/crm/deals/{id}'],
    ['/crm/deals/17/overview', '/crm/deals/1723/overview', '/crm/deals/{id}/overview'],
    ['/accounts/5/deals/17', '/accounts/9/deals/23', '/accounts/{any}/deals/{id}'],
    ['/deals/17-mill-lane', '/deals/23-harbour', '/deals/{id}'],
    ['/d/deal-17', '/d/deal-23', '/d/deal-{id}'],
    ['/d/7a.html', '/d/9b.html', '/d/{id}.html'],
    ['/deals/mill', '/deals/harbour', '/deals/{key}'],
    [
      '/index.php?module=Deals&view=Detail&record=17',
      '/index.php?module=Deals&view=Detail&record=23&tab=2',
      '/index.php?module=Deals&view=Detail&record={id}',
    ],
    ['/app#/deals/17?tab=a', '/app#/deals/23', '/app#/deals/{id}'],
    ['/web#id=17&model=sale&view=form', '/web#id=23&model=sale&view=form', '/web#id={id}&model=sale&view=form'],
    ['/o/550e8400-e29b-41d4-a716-446655440000', '/o/550e8400-e29b-41d4-a716-446655440001', '/o/{id}'],
    ['/deals/17?from=list', '/deals/23?from=board', '/deals/{id}'],
  ])('%s and %s are %s', (a, b, pattern) => {
    expect(of(a, b)).toBe(pattern);
    expect(matchPattern(pattern, at(a))).toBeTruthy();
    expect(matchPattern(pattern, at(a))).not.toBe(matchPattern(pattern, at(b)));
  });

  it.each([
    ['/deal', '/deal'],
    ['/crm/deals/17', '/crm/deals/23/edit'],
    ['/deal?sort=a', '/deal'],
  ])('%s and %s tell no two deals apart', (a, b) => expect(of(a, b)).toBeNull());

  it('is of one site', () => {
    expect(patternOf(at('/deals/17'), new URL('https://other.example/deals/23'))).toBeNull();
  });

  it.each([
    ['/crm/deals/{id}', '/crm/deals/new'],
    ['/crm/deals/{id}', '/crm/contacts/17'],
    ['/crm/deals/{id}', '/crm/deals'],
    ['/index.php?module=Deals&record={id}', '/index.php?module=Leads&record=17'],
    ['/app#/deals/{id}', '/app#/leads/17'],
    ['/app#/deals/{id}', '/app'],
    ['/d/deal-{id}', '/d/lead-17'],
  ])('%s is not that of %s', (pattern, other) => expect(matchPattern(pattern, at(other))).toBeNull());

  it('goes on to count for views of the record', () => {
    expect(matchPattern('/crm/deals/{id}', at('/crm/deals/17/activities?tab=2#notes'))).toBe('17');
  });

  it('never throws, and gives back the id that stands in the address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.nat(), fc.nat(), (base, a, b) => {
        fc.pre(a !== b);
        const [first, second] = [a, b].map(
          (id) => new URL(`${new URL(base).origin}/deals/${id}${new URL(base).search}`),
        );
        const pattern = patternOf(first as URL, second as URL);
        expect(pattern && matchPattern(pattern, first as URL)).toBe(String(a));
        expect(() => matchPattern(String(pattern), new URL(base))).not.toThrow();
      }),
    );
  });
});

describe('a link to a record', () => {
  it.each([
    ['/crm/deals/{id}', '/crm/deals/17', '17'],
    ['/crm/deals/{id}', 'deals/17/edit', '17'],
    ['/crm/deals/{id}', 'https://crm.quayside.example/crm/deals/17?x=1', '17'],
    ['/crm/deals/{id}', '/crm/contacts/17', undefined],
    ['/crm/deals/{id}', '/crm/deals/new', undefined],
    ['/index.php?module=Deals&record={id}', '?record=17&module=Deals', '17'],
    ['/index.php?module=Deals&record={id}', '?record=17&module=Leads', undefined],
    ['/app#/deals/{id}', '#/deals/17', '17'],
    ['/d/deal-{id}.html', 'deal-17.html', '17'],
  ])('%s in %s is %s', (pattern, href, id) => expect(idPattern(pattern).exec(href)?.[1]).toBe(id));
});

describe('the address of a list', () => {
  it('keeps the route and leaves out sorting and pages', () => {
    const pattern = listPatternOf(at('/index.php?module=Deals&view=List&page=2&sort=amount'));
    expect(pattern).toBe('/index.php?module=Deals&view=List');
    expect(matchPattern(pattern, at('/index.php?view=List&module=Deals&page=9'))).toBe('');
    expect(matchPattern(pattern, at('/index.php?module=Leads&view=List'))).toBeNull();
    expect(matchPattern(listPatternOf(at('/crm/deals?filter=open')), at('/crm/deals/17'))).toBeNull();
    expect(matchPattern(listPatternOf(at('/app#/deals?sort=a')), at('/app#/deals?sort=b'))).toBe('');
    expect(matchPattern(listPatternOf(at('/app#/deals')), at('/app#/leads'))).toBeNull();
    expect(matchPattern(listPatternOf(at('/app')), at('/app#/deals/17'))).toBeNull();
  });
});
