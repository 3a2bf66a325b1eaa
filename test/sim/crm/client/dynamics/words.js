export const EMPTY = '---';

const WORDS = {
  en: {
    name: 'Topic',
    account: 'Account',
    contact: 'Contact',
    currency: 'Currency',
    revenue: 'Est. revenue',
    close: 'Est. close date',
    probability: 'Probability',
    rating: 'Rating',
    owner: 'Owner',
    status: 'Status',
    need: 'Customer need',
    forecast: 'Forecast category',
    created: 'Created On',
  },
  de: {
    name: 'Thema',
    account: 'Firma',
    contact: 'Kontakt',
    currency: 'Währung',
    revenue: 'Gesch. Umsatz',
    close: 'Gesch. Abschlussdatum',
    probability: 'Wahrscheinlichkeit',
    rating: 'Bewertung',
    owner: 'Besitzer',
    status: 'Status',
    need: 'Kundenbedarf',
    forecast: 'Prognosekategorie',
    created: 'Erstellt am',
  },
  fr: {
    name: 'Sujet',
    account: 'Compte',
    contact: 'Contact',
    currency: 'Devise',
    revenue: 'Revenu estimé',
    close: 'Date de clôture estimée',
    probability: 'Probabilité',
    rating: 'Évaluation',
    owner: 'Propriétaire',
    status: 'Statut',
    need: 'Besoin du client',
    forecast: 'Catégorie de prévision',
    created: 'Créé le',
  },
};

export const wordsOf = (fmt) => WORDS[fmt.lang.slice(0, 2)] ?? WORDS.en;

export const money = (fmt) => (deal) => (deal.amount === null ? '' : fmt.money(deal.amount, deal.currency));
