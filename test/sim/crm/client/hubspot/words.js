const WORDS = {
  en: {
    amount: 'Amount',
    closedate: 'Close date',
    dealstage: 'Deal stage',
    pipeline: 'Pipeline',
    hubspot_owner_id: 'Deal owner',
    hs_next_step: 'Next step',
    notes_next_activity_date: 'Next activity date',
    hs_deal_stage_probability: 'Deal probability',
    hs_manual_forecast_category: 'Forecast category',
    createdate: 'Create date',
    notes_last_contacted: 'Last contacted',
    dealname: 'Deal name',
  },
  de: {
    amount: 'Betrag',
    closedate: 'Abschlussdatum',
    dealstage: 'Deal-Phase',
    pipeline: 'Pipeline',
    hubspot_owner_id: 'Zuständiger Mitarbeiter',
    hs_next_step: 'Nächster Schritt',
    notes_next_activity_date: 'Datum der nächsten Aktivität',
    hs_deal_stage_probability: 'Deal-Wahrscheinlichkeit',
    hs_manual_forecast_category: 'Prognosekategorie',
    createdate: 'Erstellungsdatum',
    notes_last_contacted: 'Zuletzt kontaktiert',
    dealname: 'Deal-Name',
  },
  fr: {
    amount: 'Montant',
    closedate: 'Date de fermeture',
    dealstage: 'Phase de la transaction',
    pipeline: 'Pipeline',
    hubspot_owner_id: 'Propriétaire de la transaction',
    hs_next_step: 'Étape suivante',
    notes_next_activity_date: 'Date de la prochaine activité',
    hs_deal_stage_probability: 'Probabilité',
    hs_manual_forecast_category: 'Catégorie de prévision',
    createdate: 'Date de création',
    notes_last_contacted: 'Dernier contact',
    dealname: 'Nom de la transaction',
  },
};

export const wordsOf = (fmt) => WORDS[fmt.lang.slice(0, 2)] ?? WORDS.en;

export const EMPTY = '--';

/** Property → how the page writes it, and the deal's field when it can be edited. */
export function shown({ deal, fmt }, property) {
  switch (property) {
    case 'amount':
      return deal.amount === null ? '' : fmt.money(deal.amount, deal.currency);
    case 'closedate':
      return fmt.padded(deal.closeDate);
    case 'dealstage':
      return deal.stageLabel;
    case 'pipeline':
      return deal.pipeline;
    case 'hubspot_owner_id':
      return deal.owner;
    case 'hs_next_step':
      return deal.nextStep ?? '';
    case 'notes_next_activity_date':
      return fmt.padded(deal.nextStepDue);
    case 'hs_deal_stage_probability':
      return fmt.percent(deal.probability);
    case 'hs_manual_forecast_category':
      return deal.forecastCategory;
    case 'createdate':
      return fmt.padded(deal.createdOn);
    case 'notes_last_contacted':
      return fmt.padded(deal.lastActivity);
    default:
      return deal.name;
  }
}
