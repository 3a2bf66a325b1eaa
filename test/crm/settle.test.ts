import { describe, expect, it } from 'vitest';
import { createSettler, EQUAL_MS, LEFTOVER_MS, type Settler } from '../../lib/crm/settle.ts';
import type { PageReading } from '../../lib/crm/types.ts';
import { QUIET_MS } from '../../lib/crm/visit.ts';
import { type Content, reading, texts } from './plain-pages.ts';
import { MODES, mixesNothing } from './visits-that-overlap.ts';

const alpha: Content = {
  name: 'Harbour lights',
  amount: '4000',
  stage: 'Proposal',
  closeDate: '2027-03-01',
  owner: 'Mara Lind',
  nextStep: 'Send the plan',
};
const beta: Content = {
  name: 'Mill lane',
  amount: '9100',
  stage: 'Discovery',
  closeDate: '2027-05-20',
  owner: 'Jon Ree',
  nextStep: 'Call Anna',
};

function list(names: string[]): PageReading {
  return {
    ...reading('list', {}),
    page: 'list',
    deals: names.map((name) => ({ recordId: name, url: null, fields: reading(name, { name }).deals[0]?.fields ?? {} })),
    fingerprint: names.join('|'),
  };
}

/** Offers the same reading from `at` for as long as the settler asks; the readings accepted, with their moments. */
function stand(settler: Settler, at: number, page: PageReading | null, until = at + 5_000) {
  const accepted: { at: number; content: Content | null }[] = [];
  for (let now = at; ; ) {
    const { accept, again } = settler.offer({ at: now, reading: page });
    if (accept) accepted.push({ at: now, content: texts(accept) });
    if (again === null || now + again > until) return accepted;
    now += again;
  }
}

/** A settler with `alpha` accepted and at rest, as of 5 s. */
function onAlpha(): Settler {
  const settler = createSettler();
  stand(settler, 0, reading('a', alpha));
  return settler;
}

describe('a page that stands still', () => {
  it('is accepted after two equal readings and sent once', () => {
    const settler = createSettler();
    expect(stand(settler, 0, reading('a', alpha))).toEqual([{ at: EQUAL_MS, content: alpha }]);
    expect(stand(settler, 3_000, reading('a', alpha))).toEqual([]);
  });

  it('is not accepted from readings that came too quickly after one another', () => {
    const settler = createSettler();
    settler.offer({ at: 0, reading: reading('a', alpha) });
    expect(settler.offer({ at: 20, reading: reading('a', alpha) })).toEqual({ accept: null, again: EQUAL_MS - 20 });
  });

  it('adds a late field in place', () => {
    const settler = createSettler();
    stand(settler, 0, reading('a', { ...alpha, amount: undefined }));
    expect(stand(settler, 400, reading('a', alpha))).toEqual([{ at: 400 + EQUAL_MS, content: alpha }]);
  });

  it('takes a blank field for empty only once the page has been quiet', () => {
    const accepted = stand(createSettler(), 0, reading('a', { ...alpha, nextStep: '' }));
    expect(accepted.map((one) => one.content?.nextStep)).toEqual([undefined, '']);
    expect(accepted[1]?.at).toBe(QUIET_MS);
  });

  it('waits for quiet where the address before was left unread', () => {
    const settler = createSettler();
    settler.doubt('unseen');
    expect(stand(settler, 0, reading('b', alpha), 120)).toEqual([]);
    expect(stand(settler, 120, reading('b', beta))).toEqual([{ at: 120 + QUIET_MS, content: beta }]);
  });

  it('keeps what stood there before its address back for as long as a slow line takes', () => {
    const settler = createSettler();
    settler.doubt('leftover');
    expect(stand(settler, 0, reading('b', alpha), LEFTOVER_MS - 10)).toEqual([]);
    expect(stand(settler, LEFTOVER_MS - 10, reading('b', beta), LEFTOVER_MS + 3_000)).toEqual([
      { at: LEFTOVER_MS - 10 + QUIET_MS, content: beta },
    ]);
  });

  it('takes what comes up after a blank page for its own once it is quiet, whatever was left unread', () => {
    const settler = createSettler();
    settler.doubt('leftover');
    settler.offer({ at: 0, reading: null });
    expect(stand(settler, 100, reading('b', beta))).toEqual([{ at: 100 + QUIET_MS, content: beta }]);
  });

  it('waits for quiet where no name can be read', () => {
    expect(stand(createSettler(), 0, reading('a', { ...alpha, name: undefined }))[0]?.at).toBe(QUIET_MS);
  });

  it('settles while something beside the fields never stops changing', () => {
    const settler = createSettler();
    let accepted = 0;
    for (let at = 0; at < 400; at += 2) if (settler.offer({ at, reading: reading('a', alpha) }).accept) accepted++;
    expect(accepted).toBe(1);
  });
});

describe('an edit', () => {
  it('of one field is accepted at once', () => {
    const edited = { ...alpha, closeDate: '2027-04-15' };
    expect(stand(onAlpha(), 9_000, reading('a', edited))).toEqual([{ at: 9_000 + EQUAL_MS, content: edited }]);
  });

  it('that empties a field of a page at rest is accepted at once', () => {
    const edited = { ...alpha, nextStep: '' };
    expect(stand(onAlpha(), 9_000, reading('a', edited))).toEqual([{ at: 9_000 + EQUAL_MS, content: edited }]);
  });

  it('of the name is held for a while and then accepted', () => {
    const edited = { ...alpha, name: 'Harbour lights II' };
    expect(stand(onAlpha(), 9_000, reading('a', edited))).toEqual([{ at: 9_000 + QUIET_MS, content: edited }]);
  });

  it('of three fields at once is held for a while and then accepted', () => {
    const edited = { ...alpha, stage: 'Negotiation', closeDate: '2027-04-15', nextStep: 'Call' };
    expect(stand(onAlpha(), 9_000, reading('a', edited))).toEqual([{ at: 9_000 + QUIET_MS, content: edited }]);
  });

  it('that is still a draft is never accepted', () => {
    const settler = onAlpha();
    const draft = { ...alpha, amount: '1500000' };
    expect(stand(settler, 9_000, reading('a', draft, { editing: true }))).toEqual([]);
    expect(stand(settler, 20_000, reading('a', draft, { editing: true }))).toEqual([]);
    expect(stand(settler, 21_000, reading('a', alpha))).toEqual([]);
  });

  it('that was typed and left behind does not become the next deal', () => {
    const settler = onAlpha();
    const draft = { ...alpha, amount: '1500000' };
    settler.offer({ at: 9_000, reading: reading('a', draft, { editing: true }) });
    const torn = { ...beta, amount: '1500000' };
    expect(stand(settler, 9_500, reading('b', torn), 9_900)).toEqual([]);
    expect(stand(settler, 9_950, reading('b', beta))[0]?.content).toEqual(beta);
  });
});

describe('from one deal to the next', () => {
  it('keeps everything back while the old deal still stands under the new address', () => {
    expect(stand(onAlpha(), 9_000, reading('b', alpha), 9_600)).toEqual([]);
  });

  it('keeps the old deal back for as long as a slow line takes, and then takes it for a copy', () => {
    const settler = onAlpha();
    expect(stand(settler, 9_000, reading('b', alpha), 9_000 + LEFTOVER_MS - 10)).toEqual([]);
    expect(stand(settler, 9_000 + LEFTOVER_MS, reading('b', alpha))[0]?.content).toEqual(alpha);
  });

  it('takes the next deal at once after a slow line', () => {
    const settler = onAlpha();
    expect(stand(settler, 9_000, reading('b', alpha), 15_000)).toEqual([]);
    expect(stand(settler, 15_000, reading('b', beta))).toEqual([{ at: 15_000 + EQUAL_MS, content: beta }]);
  });

  it('holds back a field that still says what the deal before said', () => {
    const settler = onAlpha();
    const torn = { ...beta, closeDate: alpha.closeDate };
    const { closeDate: _, ...rest } = beta;
    expect(stand(settler, 9_000, reading('b', torn), 9_500)).toEqual([{ at: 9_000 + EQUAL_MS, content: rest }]);
    expect(stand(settler, 9_600, reading('b', beta))).toEqual([{ at: 9_600 + EQUAL_MS, content: beta }]);
  });

  it('gives a value that both deals share after a second of quiet', () => {
    const twin = { ...beta, stage: alpha.stage };
    const accepted = stand(onAlpha(), 9_000, reading('b', twin));
    expect(accepted.map((one) => [one.at, one.content?.stage])).toEqual([
      [9_000 + EQUAL_MS, undefined],
      [9_000 + QUIET_MS, alpha.stage],
    ]);
  });

  it('gives a shared value at once if the page was blank in between', () => {
    const settler = onAlpha();
    settler.offer({ at: 9_000, reading: reading('b', { name: undefined, stage: undefined }) });
    const twin = { ...beta, stage: alpha.stage };
    expect(stand(settler, 9_100, reading('b', twin))).toEqual([{ at: 9_100 + EQUAL_MS, content: twin }]);
  });

  it('does not record the next deal under the old address', () => {
    const settler = onAlpha();
    expect(stand(settler, 9_000, reading('a', beta), 9_600)).toEqual([]);
    expect(stand(settler, 9_600, reading('b', beta))).toEqual([{ at: 9_600 + EQUAL_MS, content: beta }]);
  });

  it('waits for quiet when a deal is left before its page came to rest', () => {
    const settler = createSettler();
    stand(settler, 0, reading('a', alpha), 200);
    expect(stand(settler, 200, reading('b', beta))).toEqual([{ at: 200 + QUIET_MS, content: beta }]);
  });

  it('keeps a deal back that was left before it came to rest and stands on over a slow line', () => {
    const settler = createSettler();
    stand(settler, 0, reading('a', alpha), 600);
    expect(stand(settler, 600, reading('b', alpha), 5_000)).toEqual([]);
    expect(stand(settler, 5_000, reading('b', beta))).toEqual([{ at: 5_000 + QUIET_MS, content: beta }]);
  });

  /** From the first deal on the page shows the others in turn, each `lead` before its address; when the last one counted. */
  function flip(settler: Settler, from: number, [first = 'a', ...ids]: string[], lead: number): number | undefined {
    let at = from;
    let under = first;
    for (const id of ids) {
      const content = { ...beta, name: `Deal ${id}`, amount: id.length + id, closeDate: `2027-06-1${id}` };
      stand(settler, at, reading(under, content), at + lead);
      at += lead;
      under = id;
      const [accepted] = stand(settler, at, reading(id, content), id === ids.at(-1) ? at + 20_000 : at + 250);
      if (id === ids.at(-1)) return accepted && accepted.at - at;
      at += 250;
    }
  }

  it('waits as long as a slow line takes where deals came before their addresses and were left at once', () => {
    const settler = onAlpha();
    expect(flip(settler, 9_000, ['a', '1'], 60)).toBe(EQUAL_MS);
    expect(flip(settler, 40_000, ['1', '2', '3', '4'], 60)).toBe(LEFTOVER_MS);
  });

  it('keeps the next deal back whose address takes seconds to follow', () => {
    const settler = onAlpha();
    expect(stand(settler, 9_000, reading('a', beta), 9_000 + LEFTOVER_MS - 10)).toEqual([]);
    const after = 9_000 + LEFTOVER_MS - 10;
    expect(stand(settler, after, reading('b', beta))).toEqual([{ at: after + EQUAL_MS, content: beta }]);
  });

  it('takes nothing for its own from a deal that was passed by unseen, and comes up late', () => {
    const settler = onAlpha();
    expect(stand(settler, 9_000, reading('b', alpha), 11_000)).toEqual([]);
    expect(stand(settler, 11_000, reading('c', alpha), 11_200)).toEqual([]);
    expect(stand(settler, 11_200, reading('c', beta), 15_000)).toEqual([]);
    const gamma = { ...alpha, name: 'Ferry hall' };
    expect(stand(settler, 15_000, reading('c', gamma), 16_000 + LEFTOVER_MS)[0]).toEqual({
      at: 15_000 + LEFTOVER_MS,
      content: gamma,
    });
  });

  it('keeps a third deal back that follows at once, though the deal before had begun with this one on its page', () => {
    const settler = createSettler();
    stand(settler, 0, reading('a', alpha), 1_900);
    // b's address came first and its page still showed a; now a's page comes first, its address with c's page.
    stand(settler, 2_000, reading('b', alpha), 2_010);
    stand(settler, 2_010, reading('b', beta), 2_800);
    stand(settler, 2_800, reading('b', alpha), 3_040);
    settler.offer({ at: 3_040, reading: reading('a', alpha) });
    const gamma = { ...alpha, name: 'Ferry hall' };
    expect(stand(settler, 3_040, reading('a', gamma), 3_200)).toEqual([]);
    expect(stand(settler, 3_200, reading('c', gamma), 3_200 + LEFTOVER_MS)[0]?.content).toEqual(gamma);
  });

  it('does not show a closed deal as an open one meanwhile', () => {
    const settler = createSettler();
    stand(settler, 0, reading('a', { ...alpha, outcome: 'won' }));
    expect(stand(settler, 9_000, reading('b', { ...beta, outcome: 'won' }))[0]?.at).toBe(9_000 + QUIET_MS);
  });

  it('trusts a page that names another deal than the address for neither', () => {
    const settler = createSettler();
    stand(settler, 0, reading('a', alpha, { pageRecordId: 'a' }));
    expect(stand(settler, 9_000, reading('b', alpha, { pageRecordId: 'a' }))).toEqual([]);
    expect(stand(settler, 9_500, reading('b', beta, { pageRecordId: 'b' }))[0]?.content).toEqual(beta);
  });

  it('compares with nothing once another page stood for a second in between', () => {
    const settler = onAlpha();
    settler.offer({ at: 9_000, reading: null });
    const twin = { ...beta, stage: alpha.stage };
    expect(stand(settler, 9_000 + QUIET_MS, reading('b', twin))[0]?.content).toEqual(twin);
  });
});

describe('a page that is gone for a moment', () => {
  it('is handed over again with all it said, since its leaving was told', () => {
    const settler = onAlpha();
    settler.offer({ at: 9_000, reading: null });
    expect(stand(settler, 9_200, reading('a', alpha))[0]).toEqual({ at: 9_200, content: alpha });
  });
});

describe('a list', () => {
  it('is empty only once it has been so for a while', () => {
    const settler = createSettler();
    expect(stand(settler, 0, list([]), 300)).toEqual([]);
    expect(stand(settler, 300, list(['Harbour lights']))[0]?.at).toBe(300 + EQUAL_MS);
    expect(stand(settler, 2_000, list([]))[0]?.at).toBe(2_000 + QUIET_MS);
  });

  it('is accepted after two equal readings, and again with the rows that scrolling adds', () => {
    const settler = createSettler();
    expect(stand(settler, 0, list(['Harbour lights']))).toHaveLength(1);
    expect(stand(settler, 900, list(['Harbour lights', 'Mill lane']))).toHaveLength(1);
    expect(stand(settler, 1_900, list(['Harbour lights', 'Mill lane']))).toHaveLength(0);
  });
});

describe('any order of arrival', () => {
  for (const mode of MODES) {
    it(`never mixes two deals and accepts the last one whole: ${mode}`, () => mixesNothing(mode, 1_000));
  }
});
