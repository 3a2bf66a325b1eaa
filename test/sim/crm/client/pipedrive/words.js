const WORDS = {
  en: {
    value: 'Value',
    probability: 'Probability',
    close: 'Expected close date',
    owner: 'Owner',
    created: 'Deal created',
    next: 'Next activity date',
    step: 'Next step',
    days: 'days',
    deal: 'deals',
  },
  de: {
    value: 'Wert',
    probability: 'Wahrscheinlichkeit',
    close: 'Erwartetes Abschlussdatum',
    owner: 'Besitzer',
    created: 'Deal erstellt',
    next: 'Datum der nächsten Aktivität',
    step: 'Nächster Schritt',
    days: 'T',
    deal: 'Deals',
  },
  fr: {
    value: 'Valeur',
    probability: 'Probabilité',
    close: 'Date de clôture prévue',
    owner: 'Propriétaire',
    created: 'Date de création',
    next: 'Date de la prochaine activité',
    step: 'Prochaine étape',
    days: 'j',
    deal: 'affaires',
  },
};

export const wordsOf = (fmt) => WORDS[fmt.lang.slice(0, 2)] ?? WORDS.en;

export const EMPTY = '-';

/** Cents are shown where there are any. */
export const money = (fmt, { amount, currency }) =>
  amount === null ? '' : fmt.money(amount, currency, Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {});
