import { describe, expect, it } from 'vitest';
import { foldLabel } from '../../lib/crm/fold-label.ts';
import { fieldOfLabel } from '../../lib/crm/labels.ts';
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
    nextStepDue: ['Next Step Date', 'Next Step Due Date', 'Next step due', 'Next step on', 'Next activity date'],
    createdOn: ['Created Date', 'Created on', 'Deal created', 'Create date'],
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
    nextStepDue: [
      'Nächster Schritt am',
      'Nächster Schritt bis',
      'Nächster Schritt fällig am',
      'Datum nächster Schritt',
      'Datum des nächsten Schritts',
      'Fälligkeit nächster Schritt',
      'Datum der nächsten Aktivität',
    ],
    createdOn: ['Erstellungsdatum', 'Deal erstellt', 'Erstellt am'],
    lastActivity: ['Letzte Aktivität am', 'Datum der letzten Aktivität'],
  },
  fr: {
    name: ["Nom de l'opportunité", 'Nom de la transaction'],
    amount: ['Montant', 'Valeur'],
    stage: ['Étape'],
    closeDate: ['Date de clôture', 'Date de clôture prévue'],
    owner: ['Propriétaire de l’opportunité', 'Propriétaire'],
    account: ['Nom du compte', 'Entreprise'],
    forecastCategory: ['Catégorie de prévision'],
    nextStep: ['Prochaine étape', 'Étape suivante'],
    nextStepDue: ['Date de la prochaine étape', 'Date de l’étape suivante', 'Date de la prochaine activité'],
    createdOn: ['Date de création', 'Créé le'],
    lastActivity: ['Date de la dernière activité'],
  },
  es: {
    name: ['Nombre de la oportunidad', 'Nombre del negocio'],
    amount: ['Importe', 'Valor'],
    closeDate: ['Fecha de cierre', 'Fecha de cierre prevista'],
    owner: ['Propietario del negocio', 'Propietario de la oportunidad'],
    account: ['Nombre de la cuenta', 'Organización'],
    nextStep: ['Siguiente paso'],
    nextStepDue: ['Fecha del siguiente paso', 'Fecha de la próxima actividad'],
    createdOn: ['Fecha de creación', 'Creado el'],
    lastActivity: ['Fecha de la última actividad'],
  },
  pt: {
    amount: ['Quantia', 'Valor'],
    stage: ['Estágio', 'Etapa do negócio'],
    closeDate: ['Data de fechamento', 'Data de fechamento esperada'],
    owner: ['Proprietário da oportunidade', 'Responsável'],
    account: ['Nome da conta', 'Organização'],
    nextStep: ['Próxima etapa'],
    nextStepDue: ['Data da próxima etapa', 'Data do próximo passo'],
    createdOn: ['Criado em'],
  },
  nl: {
    amount: ['Bedrag', 'Waarde'],
    closeDate: ['Sluitingsdatum', 'Verwachte sluitingsdatum'],
    owner: ['Eigenaar van opportunity', 'Eigenaar'],
    account: ['Accountnaam', 'Organisatie'],
    probability: ['Waarschijnlijkheid'],
    nextStepDue: ['Datum volgende stap', 'Datum van volgende activiteit'],
    createdOn: ['Aangemaakt op', 'Gemaakt op'],
    lastActivity: ['Datum laatste activiteit'],
  },
  it: {
    amount: ['Ammontare', 'Importo', 'Valore'],
    closeDate: ['Data di chiusura', 'Data di chiusura prevista'],
    owner: ['Titolare opportunità', 'Proprietario'],
    account: ['Nome account', 'Organizzazione'],
    forecastCategory: ['Categoria di previsione'],
    nextStepDue: ['Data del prossimo passaggio'],
    createdOn: ['Creato il'],
  },
  sv: {
    amount: ['Belopp', 'Värde'],
    closeDate: ['Stängningsdatum', 'Förväntat slutdatum'],
    owner: ['Ägare', 'Affärsägare'],
    account: ['Kontonamn', 'Organisation'],
    nextStep: ['Nästa steg'],
    nextStepDue: ['Datum för nästa steg', 'Datum för nästa aktivitet'],
    createdOn: ['Skapat den'],
  },
  ja: {
    name: ['商談名'],
    amount: ['金額', '値'],
    stage: ['フェーズ', 'ﾌｪｰｽﾞ'],
    closeDate: ['完了予定日'],
    owner: ['商談所有者'],
    account: ['取引先名'],
    probability: ['確度 (%)'],
    nextStepDue: ['次のステップの日付', '次回活動日'],
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

  it.each([
    ...['Description', 'Deal', 'Opportunity', 'Type', 'Label', 'Close', '', '***', 'Amount lost', 'Owner role'],
    ...['Date', 'Due date', 'Stage date', 'Amount on', 'Created by', 'Next step by', 'Next step owner', 'Datum'],
  ])('leaves "%s" alone', (label) => expect(fieldOfLabel(label)).toBeNull());

  it('looks at no more than the beginning of a long text', () => {
    expect(fieldOfLabel(`Amount${' '.repeat(1_000_000)}`)).toBe('amount');
    expect(foldLabel('x'.repeat(1_000_000)).length).toBeLessThan(100);
  });
});
