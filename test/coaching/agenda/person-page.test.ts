import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { personFile, readPersonFile } from '../../../lib/coaching/agenda/person-file.ts';
import { personPage } from '../../../lib/coaching/agenda/person-page.ts';
import { talk } from '../../deal/make-talk.ts';
import { at, stage, textsIn } from '../make-history.ts';
import { dealOf, ended, inputOf } from './make-agenda.ts';

const hash = async (text: string) => createHash('sha256').update(text).digest('hex');
const ours = (what: string, who: string, part = {}) => ({ id: what, what, who, side: 'ours' as const, ...part });
const settled = { as: 'kept' as const, at: at('2026-10-29'), reason: null };

function page() {
  const deals = [
    dealOf('Larkfield', [{}], {
      promises: [
        ours('terms', 'Kim Olsen', { proof: 'mail' }),
        ours('demo', 'Ben Okoro'),
        ours('old', 'Kim Olsen', { settled }),
        { id: 'redlines', what: 'redlines', who: 'Ana', side: 'theirs' as const },
      ],
    }),
    dealOf('Filed'),
    dealOf('Over', [{ stage: stage('Closed Lost') }]),
    dealOf('Bens', [{ owner: 'Ben Okoro' }]),
  ];
  const record = (id: string) => [id, { crm: 'odoo', tenant: 'acme', recordId: `r-${id}` }] as const;
  const records = new Map([record('larkfield'), record('over'), record('bens')]);
  const now = talk({ notes: { topic: 'The terms' }, picked: 'larkfield', practice: 'Ask who signs' });
  return personPage(inputOf(deals, { talk: now, talks: [ended('2026-10-30'), now] }), records);
}

it('holds the person’s open deals that have a record, what was promised on them, and the notes', () => {
  const { deals, promises, talk: shared } = page();
  expect(deals).toEqual([
    {
      ...{ crm: 'odoo', tenant: 'acme', recordId: 'r-larkfield', name: 'Larkfield' },
      url: 'https://acme.example.com/deal/larkfield',
      about: '$50,000 · Proposal · closes 28 Jan',
      nextStep: 'Send the security answers',
    },
  ]);
  expect(promises.map(({ what, deal, courier }) => [what, deal, courier])).toEqual([
    ['terms', 0, 'Kim Olsen (seller): terms by 4 Nov 2026; proof: mail'],
    ['redlines', 0, 'Ana (buyer): redlines by 4 Nov 2026'],
  ]);
  expect(shared).toMatchObject({ person: 'Kim Olsen', picked: 0, notes: { topic: 'The terms' } });
  expect(textsIn(page()).some(([, text]) => /Ben|demo/.test(text))).toBe(false);
});

it('goes into a file and comes back the same', async () => {
  expect(await readPersonFile(await personFile(page(), hash), hash)).toEqual(page());
});

it('is refused whole where a letter was changed, a part is missing, or it is another file', async () => {
  const file = await personFile(page(), hash);
  const bad = 'This is no person’s page that Sideline wrote';
  for (const text of [file.replace('Larkfield', 'Larkfielt'), file.slice(0, -40), '{}', 'null', '[]', '', '7'])
    await expect(readPersonFile(text, hash)).rejects.toThrow(bad);
  await expect(readPersonFile(file.replace('"version": 1', '"version": 9'), hash)).rejects.toThrow('another version');
  await expect(readPersonFile('x'.repeat(5_000_000), hash)).rejects.toThrow('too large');
});

it('is refused where it is whole but not of our form, whoever wrote its checksum', async () => {
  const made = page();
  const [first] = made.promises;
  for (const wrong of [
    { ...made, promises: [{ ...first, deal: 7 }] },
    { ...made, promises: [{ ...first, by: 'soon' }] },
    { ...made, talk: { ...made.talk, person: 'Ben Okoro' } },
    { ...made, talk: { ...made.talk, picked: 4 } },
    { ...made, more: 1 },
  ]) {
    await expect(readPersonFile(await personFile(wrong as never, hash), hash)).rejects.toThrow('no person’s page');
  }
});
