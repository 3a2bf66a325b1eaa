import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/crm/read-page.ts';
import { deriveBoard } from '../../lib/teach/derive-board.ts';
import { deriveColumn, deriveList } from '../../lib/teach/derive-list.ts';
import { tryList } from '../../lib/teach/lesson.ts';
import { readerOf } from '../../lib/teach/reader-of.ts';
import { emptyMap, type TaughtList } from '../../lib/teach/taught-map.ts';
import { checkTaughtMap } from '../../lib/teach/taught-schema.ts';
import { unknownDeals } from '../sim/unknown-crm.ts';
import { element, OPTIONS, openPage, SITE } from './open.ts';

const STAGES = ['Discovery', 'Proposal', 'Negotiation', 'Closed won', 'On hold'];
type Page = ReturnType<typeof openPage>;

/** Two names of one column, an amount, and the head that is pointed at. */
function taught({ document, url }: Page, head: string): TaughtList | null {
  const card = (at: number, css: string) => element(document, `section:nth-child(2) article:nth-child(${at}) ${css}`);
  const list = deriveList(card(1, 'a'), card(2, 'a'), url, null);
  if (!list) throw new Error('No cards were found.');
  const column = (css: string) => deriveColumn(list, card(1, css)) ?? { within: [] };
  const board = deriveBoard(list, element(document, head));
  const columns = { name: column('a'), amount: column('span'), owner: column('em') };
  return board && { ...list, ...board, address: '/app/board', columns };
}

const rowsOf = (list: TaughtList, { document, url }: Page) =>
  tryList(list, document, url, OPTIONS).map(({ recordId, fields: { name, amount, stage, outcome } }) => [
    recordId,
    name?.ok && name.value,
    amount?.ok && amount.value.minor,
    stage?.ok && stage.value,
    outcome?.ok && outcome.value,
  ]);

const truth = STAGES.flatMap((label, order) =>
  unknownDeals
    .filter(({ stage }) => stage === label)
    .map(({ id, name, amount }) => [
      String(id),
      name,
      amount * 100,
      { id: null, label, order },
      label === 'Closed won' ? 'won' : 'open',
    ]),
);

describe('the head of a column', () => {
  it.each([
    ['over the cards that were pointed at', 'section:nth-child(2) h2'],
    ['over other cards', 'section:nth-child(4) h2'],
    ['over no card', 'section:nth-child(5) h2'],
  ])('%s gives the stage of all cards beneath all heads, without their number', (_, head) => {
    const page = openPage('/app/board');
    const list = taught(page, head);
    if (!list) throw new Error('No board was found.');
    expect(rowsOf(list, page)).toEqual(truth);
    expect(list.stages?.counted).toBe(true);
    const map = { ...emptyMap(SITE), list };
    expect(checkTaughtMap(JSON.parse(JSON.stringify(map)))).toEqual({ map });
    const reading = readPage([readerOf(map)], page.document, page.url, OPTIONS);
    expect(reading?.page).toBe('board');
    expect(reading?.stages.map(({ label }) => label)).toEqual(STAGES);
  });

  it('holds while cards move from column to column', () => {
    const list = taught(openPage('/app/board'), 'section:nth-child(2) h2');
    const page = openPage('/app/board');
    element(page.document, 'section:nth-child(5) div').append(element(page.document, 'section:nth-child(1) article'));
    const moved = list && rowsOf(list, page).find(([id]) => id === String(unknownDeals[0]?.id));
    expect(moved?.[3]).toEqual({ id: null, label: 'On hold', order: 4 });
  });

  it('is none where it stands over the whole board, or in a card', () => {
    const page = openPage('/app/board');
    expect(taught(page, 'h1')).toBeNull();
    expect(taught(page, 'section:nth-child(2) article:nth-child(2) em')).toBeNull();
    expect(taught(page, 'section:nth-child(3) article:nth-child(2) em')).toBeNull();
  });
});
