import { describe, expect, test } from 'vitest';
import { FIELD_NAMES } from '../../lib/deal/fields.ts';
import { canonicalRecordId } from '../../lib/import/crm-shape.ts';
import { currencyOf } from '../../lib/import/currency-name.ts';
import { usesOfHeader } from '../../lib/import/header-words.ts';
import { matchColumns } from '../../lib/import/match-columns.ts';
import { periodOf } from '../../lib/import/period.ts';
import { COLUMN_USES, USES_OF } from '../../lib/import/uses.ts';
import { inspected, textFile } from './found.ts';

const HEADERS: Record<string, string[]> = {
  de: [
    'Name der Opportunity',
    'Betrag',
    'Phase',
    'Schlusstermin',
    'Inhaber der Opportunity',
    'Accountname',
    'Wahrscheinlichkeit (%)',
    'Nächster Schritt',
    'Erstellungsdatum',
    'Letzte Aktivität',
    'Währung',
  ],
  fr: [
    'Nom de l’opportunité',
    'Montant',
    'Étape',
    'Date de clôture',
    'Propriétaire de l’opportunité',
    'Nom du compte',
    'Probabilité (%)',
    'Prochaine étape',
    'Date de création',
    'Dernière activité',
    'Devise',
  ],
  es: [
    'Nombre de la oportunidad',
    'Importe',
    'Etapa',
    'Fecha de cierre',
    'Propietario de la oportunidad',
    'Nombre de la cuenta',
    'Probabilidad (%)',
    'Próximo paso',
    'Fecha de creación',
    'Última actividad',
    'Moneda',
  ],
  pt: [
    'Nome da oportunidade',
    'Quantia',
    'Fase',
    'Data de fechamento',
    'Proprietário da oportunidade',
    'Nome da conta',
    'Probabilidade (%)',
    'Próximo passo',
    'Data de criação',
    'Última atividade',
    'Moeda',
  ],
  nl: [
    'Opportunitynaam',
    'Bedrag',
    'Fase',
    'Sluitingsdatum',
    'Eigenaar van opportunity',
    'Accountnaam',
    'Waarschijnlijkheid (%)',
    'Volgende stap',
    'Aanmaakdatum',
    'Laatste activiteit',
    'Valuta',
  ],
  it: [
    'Nome opportunità',
    'Importo',
    'Fase',
    'Data di chiusura',
    'Titolare opportunità',
    'Nome account',
    'Probabilità (%)',
    'Prossimo passo',
    'Data di creazione',
    'Ultima attività',
    'Valuta',
  ],
};
const USES = [
  'name',
  'amount',
  'stage',
  'closeDate',
  'owner',
  'account',
  'probability',
  'nextStep',
  'createdOn',
  'lastActivity',
  'currency',
];

test.each(Object.entries(HEADERS))('a report’s own headers in %s', (_, headers) => {
  const matches = matchColumns(
    headers,
    headers.map(() => []),
    'deals',
    'salesforce',
  );
  expect(matches.map(({ use }) => use)).toEqual(USES);
});

test.each([
  ['de', ['Opportunity-ID', 'Feld/Ereignis', 'Alter Wert', 'Neuer Wert', 'Bearbeitungsdatum']],
  ['fr', ['Nom de l’opportunité', 'Champ', 'Ancienne valeur', 'Nouvelle valeur', 'Date de modification']],
  ['es', ['Nombre de la oportunidad', 'Campo', 'Valor anterior', 'Valor nuevo', 'Fecha']],
  ['pt', ['Nome da oportunidade', 'Campo', 'Valor antigo', 'Novo valor', 'Data']],
  ['nl', ['Opportunitynaam', 'Veld', 'Oude waarde', 'Nieuwe waarde', 'Datum']],
  ['it', ['Nome opportunità', 'Campo', 'Vecchio valore', 'Nuovo valore', 'Data di modifica']],
])('a history in %s', async (_, headers) => {
  const row = ['006Qx00000AbCdE', 'Stage', 'Offer', 'Talk', '25.12.2025'];
  const { found } = await inspected(textFile(`${headers.join(';')}\n${row.join(';')}\n`));
  expect(found.kind).toBe('history');
  expect(found.columns.map(({ use }) => use).slice(1)).toEqual(['field', 'old', 'new', 'when']);
});

test('every field has a header, and each use is offered for some kind of file', () => {
  const words: Record<string, string> = {
    outcome: 'Deal status',
    nextStepDue: 'Next activity date',
    lastActivity: 'Last activity date',
  };
  for (const field of FIELD_NAMES) {
    const header = words[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter}`);
    expect(
      usesOfHeader(header, 'deals').map(({ use }) => use),
      header,
    ).toContain(field);
  }
  const offered = new Set(Object.values(USES_OF).flat());
  expect(COLUMN_USES.filter((use) => !offered.has(use))).toEqual([]);
});

test('a use goes to one column, the better word wins, and a column that cannot hold it is passed over', () => {
  const headers = ['Total', 'Value', 'Amount', 'Close Date', 'ID'];
  const samples = [['5'], ['6'], ['by agreement'], ['2026-09-14'], ['0015g00000XyZ12']];
  const uses = matchColumns(headers, samples, 'deals', 'salesforce').map(({ use }) => use);
  expect(uses).toEqual([null, 'amount', null, 'closeDate', null]);
});

describe('record ids are those of the CRM’s pages', () => {
  test.each([
    ['salesforce', '006Qx00000AbCdE', '006Qx00000AbCdEIAV'],
    ['salesforce', '0015g00000XyZ12', null],
    ['dynamics', '{7C9E6679-7425-40DE-944B-E07FC1F90AE7}', '7c9e6679-7425-40de-944b-e07fc1f90ae7'],
    ['zoho', 'zcrm_5843104000000412001', '5843104000000412001'],
    ['odoo', '__export__.crm_lead_42_19bc77de', '42'],
    ['odoo', '42', '42'],
    ['odoo', 'crm.some_lead', null],
    ['hubspot', '9912345601', '9912345601'],
    ['pipedrive', '417', '417'],
    ['other', ' A-17 ', 'A-17'],
    ['other', 'x'.repeat(121), null],
  ])('%s: %s', (crm, text, id) => expect(canonicalRecordId(crm, text)).toBe(id));
});

test('currencies by code, by code with a name, by name in English and the file’s language', () => {
  expect(currencyOf('EUR', 'en')).toBe('EUR');
  expect(currencyOf('USD - US Dollar', 'en')).toBe('USD');
  expect(currencyOf('US Dollar', 'fr')).toBe('USD');
  expect(currencyOf('Schweizer Franken', 'de')).toBe('CHF');
  expect(currencyOf('XQZ', 'en')).toBeNull();
  expect(currencyOf('', 'en')).toBeNull();
});

test('periods by year, quarter and month; a fiscal year is named after the year in which it ends', () => {
  expect(periodOf('2026', 1, 'en')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(periodOf('FY2026', 4, 'en')).toEqual({ from: '2025-04-01', to: '2026-03-31' });
  expect(periodOf('Q4 2026', 1, 'en')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(periodOf('2026-Q1', 4, 'en')).toEqual({ from: '2025-04-01', to: '2025-06-30' });
  expect(periodOf('T2 2026', 1, 'fr')).toEqual({ from: '2026-04-01', to: '2026-06-30' });
  expect(periodOf('2026-02', 1, 'en')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(periodOf('09/2026', 1, 'en')).toEqual({ from: '2026-09-01', to: '2026-09-30' });
  expect(periodOf('März 2026', 1, 'de')).toEqual({ from: '2026-03-01', to: '2026-03-31' });
  expect(periodOf('setembro de 2026', 1, 'pt')).toEqual({ from: '2026-09-01', to: '2026-09-30' });
  expect(periodOf('13/2026', 1, 'en')).toBeNull();
  expect(periodOf('next year', 1, 'en')).toBeNull();
});

test('title lines and a report’s filters stand above the header and are left out', async () => {
  const { found } = await inspected(
    textFile(
      'Report: Open pipeline\n"As of 2026-09-14, filtered by owner"\n\nDeal Name,Stage,Amount\nA,Talk,5\nB,Talk,6\nGrand Total,,11\n',
    ),
  );
  expect(found).toMatchObject({ headerRow: 4, rows: 2, leftOut: { titles: 2, totals: 1 } });
});

test('a deal that is called Total is a deal', async () => {
  const { found } = await inspected(textFile('Deal Name,Stage,Amount\nTotal Haulage renewal,Talk,5\nB,Talk,6\n'));
  expect(found).toMatchObject({ rows: 2, leftOut: { totals: 0 } });
});
