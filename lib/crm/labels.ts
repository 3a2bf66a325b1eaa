import type { FieldName } from '../deal/fields.ts';

/**
 * The words of deal fields on the CRMs' own labels in English, German, French, Spanish, Portuguese, Dutch, Italian,
 * Swedish and Japanese, folded and without `NOISE`, for pages that carry no machine names. "Opportunity Owner",
 * "Deal owner" and "Owner" are one entry.
 */
const WORDS: { readonly [F in FieldName]?: string } = {
  name: 'name|title|titel|bezeichnung|nom|titre|nombre|titulo|nome|naam|titolo|namn|商談名|取引名|タイトル',
  amount:
    'amount|value|total value|betrag|wert|montant|valeur|importe|valor|quantia|bedrag|waarde|ammontare|importo|valore|' +
    'belopp|varde|金額|値|取引額',
  stage:
    'stage|sales stage|phase|stufe|verkaufsphase|etape|etapa|fase|estagio|dealfase|stadio|steg|fas|フェーズ|ステージ|取引ステージ',
  pipeline: 'pipeline|sales pipeline|pipeline ventes|embudo|funil|パイプライン',
  closeDate:
    'close date|closing date|schlusstermin|abschlussdatum|abschluss|date cloture|date fermeture|fecha cierre|cierre|' +
    'data fechamento|data fecho|fechamento|sluitingsdatum|afsluitdatum|data chiusura|chiusura|stangningsdatum|' +
    'avslutsdatum|slutdatum|完了予定日|クローズ日|予想クローズ日|成約予定日|完了日',
  owner:
    'owner|owner alias|eigentumer|besitzer|inhaber|zustandig|proprietaire|propietario|proprietario|responsavel|eigenaar|' +
    'dealeigenaar|titolare|agare|affarsagare|商談所有者|所有者|取引担当者|担当者',
  account:
    'account name|account|organization|organisation|company|accountname|unternehmen|firma|nom compte|compte|entreprise|' +
    'nombre cuenta|cuenta|empresa|organizacion|nome conta|conta|organizacao|accountnaam|bedrijf|organisatie|nome account|' +
    'azienda|organizzazione|kontonamn|konto|foretag|取引先名|取引先|会社|組織',
  probability:
    'probability|win probability|wahrscheinlichkeit|probabilite|probabilidad|probabilidade|waarschijnlijkheid|' +
    'probabilita|sannolikhet|確度|確率',
  forecastCategory:
    'forecast category|prognosekategorie|categorie prevision|categorie previsions|categoria pronostico|' +
    'categoria prevision|categoria previsao|prognosecategorie|categoria previsione|prognoskategori|売上予測分類',
  nextStep:
    'next step|next steps|nachster schritt|nachste schritte|prochaine etape|siguiente paso|proximo paso|proxima etapa|' +
    'volgende stap|passaggio successivo|prossimo passaggio|nasta steg|次のステップ',
  nextStepDue:
    'next step date|next activity date|datum nachsten aktivitat|date prochaine activite|fecha proxima actividad|' +
    'data proxima atividade|datum volgende activiteit|data prossima attivita|datum nasta aktivitet|次回活動日',
  createdOn:
    'created date|create date|created|created on|erstellungsdatum|erstelldatum|erstellt|erstellt am|date creation|cree le|' +
    'fecha creacion|creado|creado el|data criacao|criado|criado em|aanmaakdatum|aangemaakt|aangemaakt op|gemaakt op|' +
    'data creazione|creato il|skapad|skapat den|skapandedatum|作成日|作成日時',
  lastActivity:
    'last activity|last activity date|last contacted|letzte aktivitat|datum letzten aktivitat|zuletzt kontaktiert|' +
    'derniere activite|date derniere activite|ultima actividad|fecha ultima actividad|ultima atividade|' +
    'data ultima atividade|laatste activiteit|datum laatste activiteit|ultima attivita|data ultima attivita|' +
    'senaste aktivitet|最終活動日|最終連絡日',
};

/** The CRM's own noun, articles, and "expected": they stand or stand not without another meaning. */
const NOISE = new Set(
  (
    'opportunity deal opportunite transaction affaire oportunidad negocio oportunidade opportunita trattativa ' +
    'affarsmojlighet affar affars expected erwartetes erwarteter voraussichtliches prevue prevista previsto ' +
    'esperada esperado verwachte forvantat forvantad of the der des de du del el la l d da do di van pa for'
  ).split(' '),
);

/** No CRM's label is longer; a longer text is no label. */
const LONGEST = 80;

/** Lower case, no accents, no punctuation or invisible characters, single spaces. */
export function foldLabel(label: string): string {
  return label
    .slice(0, LONGEST)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function withoutNoise(folded: string): string {
  return folded
    .split(' ')
    .filter((word) => !NOISE.has(word))
    .join(' ');
}

let fieldByWords: Map<string, FieldName> | null = null;

function table(): Map<string, FieldName> {
  const made = new Map<string, FieldName>();
  for (const [field, words] of Object.entries(WORDS)) {
    for (const word of words.split('|')) made.set(foldLabel(word), field as FieldName);
  }
  return made;
}

const remembered = new Map<string, FieldName | null>();
/** Labels come from pages: the memory of them is bounded. */
const MOST_REMEMBERED = 500;

/** The field that a visible label names; null where it names none that we know. */
export function fieldOfLabel(label: string): FieldName | null {
  const short = label.slice(0, LONGEST);
  let field = remembered.get(short);
  if (field === undefined) {
    fieldByWords ??= table();
    const folded = foldLabel(short);
    field = fieldByWords.get(folded) ?? fieldByWords.get(withoutNoise(folded)) ?? null;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(short, field);
  }
  return field;
}
