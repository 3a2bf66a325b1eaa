import type { FieldName } from '../deal/fields.ts';

/**
 * The visible labels of deal fields in the CRMs' own interfaces, folded (`foldLabel`), for pages that carry no machine
 * names. Lines: English, German, French, Spanish, Portuguese, Dutch, Italian, Swedish, Japanese.
 */
const WORDS: { readonly [F in FieldName]?: string } = {
  name: `opportunity name|deal name|deal title|title|name|subject|topic
    opportunity name|dealname|titel|bezeichnung|name der opportunity|verkaufschance
    nom de l opportunite|nom de la transaction|nom de l affaire|titre|nom|opportunite
    nombre de la oportunidad|nombre del negocio|titulo|nombre|oportunidad
    nome da oportunidade|nome do negocio|nome|oportunidade
    naam opportunity|naam van opportunity|dealnaam|naam|verkoopkans
    nome opportunita|nome trattativa|nome affare|titolo|opportunita
    namn pa affarsmojlighet|affarsnamn|namn|affarsmojlighet
    商談名|取引名|タイトル|案件名`,
  amount: `amount|value|deal value|deal amount|expected revenue|estimated revenue|est revenue|total value
    betrag|wert|dealwert|erwarteter umsatz|geschatzter umsatz|erwarteter ertrag
    montant|valeur|montant de l opportunite|revenu espere|revenu estime|revenu attendu
    importe|valor|cantidad|ingresos esperados|ingreso esperado|ingresos estimados
    quantia|receita esperada|receita estimada|valor do negocio
    bedrag|waarde|verwachte omzet|geschatte omzet|verwachte opbrengst
    ammontare|importo|valore|ricavo previsto|entrate previste
    belopp|varde|forvantade intakter|uppskattade intakter
    金額|値|取引額|予想収益|見込収益|売上予想`,
  stage: `stage|deal stage|sales stage
    phase|stufe|dealphase|verkaufsphase|vertriebsphase
    etape|phase de la transaction|etape de la transaction
    etapa|fase|etapa del negocio|etapa de ventas
    estagio|etapa do negocio|fase da oportunidade
    dealfase|verkoopfase
    fase trattativa|stadio
    steg|fas|affarsfas|affarssteg
    フェーズ|ステージ|取引ステージ|段階`,
  pipeline: `pipeline|sales pipeline
    pipeline de ventes|embudo|funil|verkooppijplijn|saljpipeline|パイプライン`,
  closeDate: `close date|expected close date|closing date|expected closing|est close date|estimated close date|expected end date
    schlusstermin|abschlussdatum|erwartetes abschlussdatum|voraussichtliches abschlussdatum|erwarteter abschluss|geschatztes abschlussdatum
    date de cloture|date de fermeture|date de cloture prevue|date de cloture estimee|cloture prevue|fermeture prevue|date de cloture attendue
    fecha de cierre|fecha de cierre prevista|fecha prevista de cierre|fecha de cierre esperada|cierre esperado|cierre previsto|fecha de cierre estimada
    data de fechamento|data de fecho|data de fechamento esperada|data prevista de fechamento|fechamento esperado|data de fechamento prevista
    sluitingsdatum|afsluitdatum|verwachte sluitingsdatum|verwachte afsluitdatum|verwachte sluiting|geschatte sluitingsdatum
    data di chiusura|data chiusura|data di chiusura prevista|chiusura prevista|data di chiusura stimata
    stangningsdatum|avslutsdatum|slutdatum|forvantat avslutsdatum|forvantat slutdatum|forvantad avslutning|beraknat slutdatum
    完了予定日|クローズ日|成約予定日|予想クローズ日|完了予想日|予定クローズ日|完了日|見込完了日`,
  owner: `opportunity owner|opportunity owner alias|owner|deal owner|salesperson|owner name
    inhaber der opportunity|opportunity inhaber|eigentumer|besitzer|inhaber|dealinhaber|deal inhaber|verkaufer|zustandig
    proprietaire de l opportunite|proprietaire|proprietaire de la transaction|vendeur|commercial|responsable
    propietario de la oportunidad|propietario|propietario del negocio|vendedor|comercial
    proprietario da oportunidade|proprietario|proprietario do negocio|responsavel
    eigenaar van opportunity|eigenaar opportunity|eigenaar|dealeigenaar|verkoper
    titolare opportunita|proprietario|titolare|proprietario trattativa|addetto vendite|venditore
    agare av affarsmojlighet|agare|affarsagare|saljare
    商談所有者|所有者|取引担当者|担当者|営業担当者`,
  account: `account name|account|organization|organisation|company|customer|company name
    accountname|unternehmen|firma|kunde|organisation
    nom du compte|compte|entreprise|client|organisation
    nombre de la cuenta|cuenta|empresa|organizacion|cliente
    nome da conta|conta|organizacao
    accountnaam|bedrijf|organisatie|klant
    nome account|azienda|organizzazione
    kontonamn|konto|foretag|kund
    取引先名|取引先|会社|組織|顧客|企業`,
  probability: `probability|deal probability|win probability|probability (%)
    wahrscheinlichkeit|probabilite|probabilidad|probabilidade|waarschijnlijkheid|kans|probabilita|sannolikhet|確度|確率|成約確率`,
  forecastCategory: `forecast category|prognosekategorie|forecastkategorie|categorie de prevision|categorie de previsions
    categoria de pronostico|categoria de prevision|categoria de previsao|prognosecategorie|categoria di previsione
    categoria previsione|prognoskategori|売上予測分類|予測カテゴリ`,
  nextStep: `next step|next steps|next activity|nachster schritt|nachste schritte|nachste aktivitat|prochaine etape|prochaines etapes
    prochaine activite|siguiente paso|proximo paso|proxima etapa|proximos passos|proxima atividade|siguiente actividad
    volgende stap|volgende activiteit|passaggio successivo|prossimo passaggio|prossima attivita|nasta steg|nasta aktivitet
    次のステップ|次のアクション|次回アクティビティ`,
  nextStepDue: `next step due|next step date|next activity date|datum der nachsten aktivitat|datum nachster schritt
    date de la prochaine activite|fecha de la proxima actividad|data da proxima atividade|datum volgende activiteit
    data prossima attivita|datum for nasta aktivitet|次回活動日`,
  createdOn: `created date|create date|created|created on|deal created|creation date
    erstellungsdatum|erstellt am|erstellt|deal erstellt|erstelldatum
    date de creation|cree le|creee le
    fecha de creacion|creado el|creado|negocio creado
    data de criacao|criado em|negocio criado
    aanmaakdatum|aangemaakt op|gemaakt op|deal aangemaakt
    data di creazione|data creazione|creato il
    skapad|skapat|skapandedatum|skapad den|作成日|作成日時`,
  lastActivity: `last activity|last activity date|last contacted|last engagement date
    letzte aktivitat|datum der letzten aktivitat|zuletzt kontaktiert|derniere activite|date de derniere activite|dernier contact
    ultima actividad|fecha de la ultima actividad|ultimo contacto|ultima atividade|data da ultima atividade|ultimo contato
    laatste activiteit|datum laatste activiteit|laatst gecontacteerd|ultima attivita|data ultima attivita|ultimo contatto
    senaste aktivitet|datum for senaste aktivitet|senast kontaktad|最終活動日|最終連絡日`,
  outcome: `status|deal status|statut|etat|estado|stato|ステータス|状況`,
};

/** Lower case, no accents, no punctuation or invisible characters, single spaces. */
export function foldLabel(label: string): string {
  return label
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

let byLabel: Map<string, FieldName[]> | null = null;

function table(): Map<string, FieldName[]> {
  const made = new Map<string, FieldName[]>();
  for (const [field, words] of Object.entries(WORDS)) {
    for (const word of words.split(/[|\n]/)) {
      const key = foldLabel(word);
      const fields = made.get(key) ?? [];
      if (!fields.includes(field as FieldName)) made.set(key, [...fields, field as FieldName]);
    }
  }
  return made;
}

const folded = new Map<string, readonly FieldName[]>();
/** Labels come from pages: the memory of them is bounded. */
const MOST_REMEMBERED = 500;

/** The fields that a visible label names; two where a word is used for both. */
export function fieldsOfLabel(label: string): readonly FieldName[] {
  const known = folded.get(label);
  if (known) return known;
  byLabel ??= table();
  const fields = byLabel.get(foldLabel(label)) ?? [];
  if (folded.size >= MOST_REMEMBERED) folded.clear();
  folded.set(label.slice(0, 200), fields);
  return fields;
}
