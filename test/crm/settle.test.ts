import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSettler, EQUAL_MS, LEFTOVER_MS, type Settler } from '../../lib/crm/settle.ts';
import type { PageReading } from '../../lib/crm/types.ts';
import { QUIET_MS } from '../../lib/crm/visit.ts';
import type { FieldReadings } from '../../lib/deal/reading.ts';

type Content = {
  [F in 'name' | 'amount' | 'stage' | 'closeDate' | 'owner' | 'nextStep' | 'outcome']?: string | undefined;
};
type Field = keyof Content;

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

/** `undefined` is a field that the page does not show, an empty text one that it shows blank. */
function fieldsOf(content: Content): FieldReadings {
  const fields: Record<string, unknown> = {};
  for (const [field, raw] of Object.entries(content)) {
    if (raw === undefined || raw === '') {
      fields[field] = { ok: false, reason: raw === '' ? 'empty' : 'not-on-page' };
      continue;
    }
    const value =
      field === 'amount'
        ? { minor: Number(raw) * 100, currency: 'EUR', halfStep: 0 }
        : field === 'stage'
          ? { id: null, label: raw, order: null }
          : raw;
    fields[field] = { ok: true, value, raw, rule: 'test' };
  }
  return fields as FieldReadings;
}

type Shape = Partial<Pick<PageReading, 'pageRecordId' | 'editing' | 'page'>>;

function reading(id: string, content: Content, shape: Shape = {}): PageReading {
  const fields = fieldsOf(content);
  return {
    crm: 'test',
    tenant: 'acme',
    page: 'record',
    url: `https://crm.example.com/deal/${id}`,
    at: 0,
    timeZone: 'UTC',
    locale: 'en',
    deals: [{ recordId: id, url: null, fields }],
    stages: [],
    rows: null,
    pageRecordId: null,
    editing: false,
    fingerprint: JSON.stringify([id, shape, fields]),
    ...shape,
  };
}

function list(names: string[]): PageReading {
  return {
    ...reading('list', {}),
    page: 'list',
    deals: names.map((name) => ({ recordId: name, url: null, fields: fieldsOf({ name }) })),
    fingerprint: names.join('|'),
  };
}

/** What was accepted, as plain texts by field. */
function texts(accepted: PageReading | null | undefined): Content | null {
  if (!accepted) return null;
  const content: Content = {};
  for (const [field, value] of Object.entries(accepted.deals[0]?.fields ?? {})) {
    if (value.ok) content[field as Field] = value.raw;
    else if (value.reason === 'empty') content[field as Field] = '';
  }
  return content;
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

  it('waits no longer than for quiet in a CRM that was seen to put up deals before their addresses', () => {
    const settler = onAlpha();
    expect(flip(settler, 9_000, ['a', '1'], 60)).toBe(EQUAL_MS);
    expect(flip(settler, 40_000, ['1', '2', '3', '4'], 60)).toBeLessThanOrEqual(QUIET_MS + 60);
  });

  it('waits as long as a slow line takes once an address was seen to come first', () => {
    const settler = onAlpha();
    flip(settler, 9_000, ['a', '1'], 60);
    stand(settler, 30_000, reading('a', alpha), 39_000);
    stand(settler, 40_000, reading('b', alpha), 40_300);
    stand(settler, 40_300, reading('b', beta), 60_000);
    flip(settler, 80_000, ['b', '2', '3'], 60);
    stand(settler, 120_000, reading('b', beta), 120_600);
    expect(stand(settler, 120_600, reading('c', beta), 125_000)).toEqual([]);
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

/**
 * A page in which visits overlap. `url-first`: the address, then every field at its own moment. `page-first`: the whole
 * content, then the address. `slow`: the address, and after seconds the whole content. `named`: the page says whose it is, from the moment its first field changes.
 */
type Mode = 'url-first' | 'slow' | 'page-first' | 'named';
type Visit = { deal: number; stay: number; address: number; page: number; late: number[]; blank: boolean };
type Update = { at: number; visit: number; target: Field | 'address' | 'owned'; value: string | undefined };

const FIELDS: Field[] = ['name', 'amount', 'stage', 'closeDate', 'owner', 'nextStep'];
const delay = fc.integer({ min: 0, max: 600 });

const deals = fc.array(
  fc.record({
    // Few choices, so that neighbours share values; a shared name only where the address leads.
    amount: fc.integer({ min: 1, max: 3 }).map(String),
    stage: fc.constantFrom('Discovery', 'Proposal'),
    closeDate: fc.constantFrom('2027-01-05', '2027-02-06', '2027-03-07'),
    owner: fc.constantFrom('Mara Lind', 'Jon Ree', undefined),
    nextStep: fc.constantFrom('Call Anna', 'Send the plan', ''),
    sharesName: fc.boolean(),
  }),
  { minLength: 2, maxLength: 4 },
);

const visits = fc.array(
  fc.record({
    deal: fc.nat(3),
    stay: fc.integer({ min: 50, max: 4_000 }),
    address: delay,
    page: delay,
    late: fc.array(delay, { minLength: FIELDS.length, maxLength: FIELDS.length }),
    blank: fc.boolean(),
  }),
  { minLength: 2, maxLength: 6 },
);

function updatesOf(mode: Mode, truths: Content[], visits: Visit[]): Update[] {
  const updates: Update[] = [];
  let start = 0;
  for (const [index, visit] of visits.entries()) {
    const truth = truths[visit.deal] ?? {};
    const put = (after: number, target: Update['target'], value: string | undefined) =>
      updates.push({ at: start + after, visit: index, target, value });
    // A click shows somewhere at once, in the address or in the page; nobody can know of one that does not.
    const addressLeads = mode === 'url-first' || mode === 'slow' || (mode === 'named' && visits[0]?.blank === true);
    const slow = mode === 'slow' ? visit.page * 12 : 0;
    const page = mode === 'page-first' || (mode === 'named' && addressLeads) ? visit.page : slow;
    const address = addressLeads ? 0 : mode === 'page-first' ? page + visit.address : visit.address;
    put(address, 'address', String(visit.deal));
    if (mode === 'named') put(page, 'owned', String(visit.deal));
    for (const [at, field] of FIELDS.entries()) {
      const late =
        mode === 'slow' || mode === 'page-first' || (mode === 'named' && field === 'name') ? 0 : (visit.late[at] ?? 0);
      if (visit.blank && mode === 'url-first' && late > 0) put(0, field, at % 2 ? '' : undefined);
      put(page + late, field, truth[field]);
    }
    start += visit.stay;
  }
  return updates.sort((a, b) => a.at - b.at || a.visit - b.visit);
}

describe('any order of arrival', () => {
  for (const mode of ['url-first', 'slow', 'page-first', 'named'] satisfies Mode[]) {
    it(`never mixes two deals and accepts the last one whole: ${mode}`, () => {
      fc.assert(
        // Changed values are read within two frames: sooner than anybody clicks again.
        fc.property(deals, visits, fc.integer({ min: 0, max: 40 }), (seeds, path, lag) => {
          const truths: Content[] = seeds.map(({ sharesName, ...content }, index) => ({
            ...content,
            name: sharesName && mode === 'url-first' ? 'Renewal' : `Deal ${index}`,
          }));
          const walk = path
            .map((visit) => ({ ...visit, deal: visit.deal % truths.length }))
            .filter((visit, index, all) => visit.deal !== all[index - 1]?.deal)
            // A tab's first page has nothing before it to be mixed up with.
            .map((visit, index) => (index === 0 ? { ...visit, stay: visit.stay + 2_000 } : visit))
            // A page that leads its address has its content at hand: every click shows.
            .map((visit) => (mode === 'page-first' ? { ...visit, page: path[0]?.page ?? 0 } : visit));
          const settler = createSettler();
          const page: { address: string; owned: string | null; content: Content } = {
            address: '',
            owned: null,
            content: {},
          };
          const newest = new Map<string, number>();
          const latest = new Map<string, Content>();
          let due: number | null = null;
          let isUnread = true;
          let readAt: number | null = null;
          let settledAt = '';
          const read = (at: number) => {
            isUnread = Object.keys(page.content).length === 0;
            const now =
              page.address && !isUnread
                ? reading(page.address, page.content, { pageRecordId: mode === 'named' ? page.owned : null })
                : null;
            const { accept, again } = settler.offer({ at, reading: now });
            due = again === null ? null : at + again;
            const id = accept?.deals[0]?.recordId;
            readAt = null;
            if (!accept || !id) return;
            settledAt = page.address;
            const truth = truths[Number(id)] ?? {};
            const content = texts(accept) ?? {};
            for (const field of FIELDS) {
              if (content[field] !== undefined)
                expect([at, id, field, content[field]]).toEqual([at, id, field, truth[field]]);
            }
            latest.set(id, content);
          };
          const updates = updatesOf(mode, truths, walk);
          const end = (updates.at(-1)?.at ?? 0) + LEFTOVER_MS + 3_000;
          for (let at = 0; at <= end; ) {
            const batch = updates.filter((update) => update.at === at);
            for (const { visit, target, value } of batch) {
              // What an earlier click asked for does not overwrite what a later one has brought.
              if ((newest.get(target) ?? -1) > visit) continue;
              // Nor does what comes seconds late for a deal that was left meanwhile.
              if (mode === 'slow' && target !== 'address' && (newest.get('address') ?? -1) > visit) continue;
              newest.set(target, visit);
              const { address } = page;
              if (target === 'address') page.address = value ?? '';
              else if (target === 'owned') page.owned = value ?? null;
              else page.content = { ...page.content, [target]: value };
              // A navigation is told at once, a mutation when a busy page comes round to it.
              if (target !== 'address') {
                isUnread = true;
                readAt ??= at + lag;
              } else {
                if (isUnread && settledAt !== address) settler.doubt('leftover');
                read(at);
              }
            }
            if (readAt === at || due === at) read(at);
            const next = [updates.find((update) => update.at > at)?.at, due, readAt].filter(
              (one) => one != null && one > at,
            );
            if (next.length === 0) break;
            at = Math.ceil(Math.min(...(next as number[])));
          }
          const last = String(walk.at(-1)?.deal);
          const whole = Object.fromEntries(
            Object.entries(truths[Number(last)] ?? {}).filter(([, raw]) => raw !== undefined),
          );
          expect(latest.get(last)).toEqual(whole);
        }),
        { numRuns: 1_000 },
      );
    });
  }
});
