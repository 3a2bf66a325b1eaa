import { afterEach, expect, test } from 'vitest';
import { SAVED_VIEWS, withoutView, withView } from '../../lib/settings/saved-views.ts';
import { personOf } from '../../lib/store/erase-person.ts';
import { erasePerson } from '../../lib/store/erase-rules.ts';
import { openSavedViews } from '../../lib/store/saved-views.ts';
import { placeOf, viewOf, WHOLE_PIPELINE } from '../../lib/team/pipeline/view.ts';
import { freshName, openTables } from './open-test-store.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

function pages(name: string) {
  const views = openSavedViews(name);
  open.push(views);
  return views;
}

test('views are kept by name, in two pages at once, and forgotten', async () => {
  const name = freshName();
  const [one, two] = [pages(name), pages(name)];
  expect(await one.read()).toEqual([]);
  await Promise.all([
    one.change((before) => withView(before, { name: 'Mine', place: '?owner=Ida' })),
    two.change((before) => withView(before, { name: 'Large', place: '?size=large' })),
  ]);
  await two.change((before) => withView(before, { name: 'Mine', place: '?owner=Ida&period=passed' }));
  expect(await one.read()).toEqual([
    { name: 'Large', place: '?size=large' },
    { name: 'Mine', place: '?owner=Ida&period=passed' },
  ]);
  expect(await one.change((before) => withoutView(before, 'Large'))).toHaveLength(1);
});

test('what is no view is left out on reading, and too many are refused', async () => {
  const name = freshName();
  const views = pages(name);
  await views.read();
  const db = openTables(name);
  await db.settings.put({ key: 'pipeline-views', value: [{ name: '', place: '' }, 3, { name: 'a', place: '?x=1' }] });
  expect(await views.read()).toEqual([{ name: 'a', place: '?x=1' }]);
  const many = Array.from({ length: SAVED_VIEWS.most + 1 }, (_, at) => ({ name: `view ${at}`, place: '' }));
  await expect(views.change(() => many)).rejects.toMatchObject({ code: 'invalid' });
  expect(await views.read()).toHaveLength(1);
});

test('a person who is erased is gone from the views, too', async () => {
  const name = freshName();
  const views = pages(name);
  const place = placeOf({ ...WHOLE_PIPELINE, owner: 'Ana Roth & Co', period: 'passed' });
  await views.change((before) => withView(before, { name: 'Of Ana Roth', place }));
  await erasePerson(openTables(name), personOf(['Ana Roth']));
  const [left] = await views.read();
  expect(JSON.stringify(left)).not.toContain('Roth');
  expect(viewOf(left?.place ?? '')).toMatchObject({ owner: 'erased person & Co', period: 'passed' });
});
