import { describe, expect, it } from 'vitest';
import { fieldOfLabel, foldLabel } from '../../lib/crm/labels.ts';
import type { FieldName } from '../../lib/deal/fields.ts';

const LABELS: Record<string, Partial<Record<FieldName, string[]>>> = {
  en: {
    name: ['Opportunity Name', 'Deal name'],
    amount: ['Amount', 'Value', 'Deal value'],
    stage: ['Stage', 'Deal stage'],
    closeDate: ['Close Date', 'Expected close date'],
    owner: ['Opportunity Owner', 'Deal owner', 'Owner'],
    account: ['Account Name', 'Organization', 'Company'],
    probability: ['Probability (%)', 'Deal probability'],
    forecastCategory: ['Forecast Category'],
    nextStep: ['Next Step'],
    createdOn: ['Created Date', 'Deal created', 'Create date'],
    lastActivity: ['Last Activity', 'Last contacted', 'Last activity date'],
  },
  de: {
    name: ['Name der Opportunity', 'Titel'],
    amount: ['Betrag', 'Wert'],
    stage: ['Phase'],
    closeDate: ['Schlusstermin', 'Schlußtermin', 'Erwartetes Abschlussdatum'],
    owner: ['Inhaber der Opportunity', 'Besitzer', 'Eigentümer'],
    account: ['Accountname', 'Organisation'],
    probability: ['Wahrscheinlichkeit (%)'],
    nextStep: ['Nächster Schritt'],
    createdOn: ['Erstellungsdatum', 'Deal erstellt'],
  },
  fr: {
    name: ["Nom de l'opportunité", 'Nom de la transaction'],
    amount: ['Montant', 'Valeur'],
    stage: ['Étape'],
    closeDate: ['Date de clôture', 'Date de clôture prévue'],
    owner: ['Propriétaire de l’opportunité', 'Propriétaire'],
    account: ['Nom du compte', 'Entreprise'],
    forecastCategory: ['Catégorie de prévision'],
    nextStep: ['Prochaine étape'],
    createdOn: ['Date de création'],
  },
  es: {
    name: ['Nombre de la oportunidad', 'Nombre del negocio'],
    amount: ['Importe', 'Valor'],
    closeDate: ['Fecha de cierre', 'Fecha de cierre prevista'],
    owner: ['Propietario del negocio', 'Propietario de la oportunidad'],
    account: ['Nombre de la cuenta', 'Organización'],
    nextStep: ['Siguiente paso'],
  },
  pt: {
    amount: ['Quantia', 'Valor'],
    stage: ['Estágio', 'Etapa do negócio'],
    closeDate: ['Data de fechamento', 'Data de fechamento esperada'],
    owner: ['Proprietário da oportunidade', 'Responsável'],
    account: ['Nome da conta', 'Organização'],
    nextStep: ['Próxima etapa'],
  },
  nl: {
    amount: ['Bedrag', 'Waarde'],
    closeDate: ['Sluitingsdatum', 'Verwachte sluitingsdatum'],
    owner: ['Eigenaar van opportunity', 'Eigenaar'],
    account: ['Accountnaam', 'Organisatie'],
    probability: ['Waarschijnlijkheid'],
  },
  it: {
    amount: ['Ammontare', 'Importo', 'Valore'],
    closeDate: ['Data di chiusura', 'Data di chiusura prevista'],
    owner: ['Titolare opportunità', 'Proprietario'],
    account: ['Nome account', 'Organizzazione'],
    forecastCategory: ['Categoria di previsione'],
  },
  sv: {
    amount: ['Belopp', 'Värde'],
    closeDate: ['Stängningsdatum', 'Förväntat slutdatum'],
    owner: ['Ägare', 'Affärsägare'],
    account: ['Kontonamn', 'Organisation'],
    nextStep: ['Nästa steg'],
  },
  ja: {
    name: ['商談名'],
    amount: ['金額', '値'],
    stage: ['フェーズ', 'ﾌｪｰｽﾞ'],
    closeDate: ['完了予定日'],
    owner: ['商談所有者'],
    account: ['取引先名'],
    probability: ['確度 (%)'],
  },
};

const cases = Object.entries(LABELS).flatMap(([language, fields]) =>
  Object.entries(fields).flatMap(([field, labels]) => labels.map((label) => ({ language, field, label }))),
);

describe('labels', () => {
  it.each(cases)('$language "$label" names the field $field', ({ field, label }) => {
    expect(fieldOfLabel(label)).toBe(field);
    expect(fieldOfLabel(` ${label.toUpperCase()}\u200b : *`)).toBe(field);
  });

  it.each(['Description', 'Deal', 'Opportunity', 'Type', 'Label', 'Close', '', '***', 'Amount lost', 'Owner role'])(
    'leaves "%s" alone',
    (label) => expect(fieldOfLabel(label)).toBeNull(),
  );

  it('looks at no more than the beginning of a long text', () => {
    expect(fieldOfLabel(`Amount${' '.repeat(1_000_000)}`)).toBe('amount');
    expect(foldLabel('x'.repeat(1_000_000)).length).toBeLessThan(100);
  });
});
