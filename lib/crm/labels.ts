import type { FieldName } from '../deal/fields.ts';
import { foldLabel, LONGEST } from './fold-label.ts';

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
    'next step|next steps|nachster schritt|nachsten schritts|nachste schritte|prochaine etape|etape suivante|' +
    'siguiente paso|proximo paso|proximo passo|proxima etapa|volgende stap|passaggio successivo|prossimo passaggio|nasta steg|' +
    '次のステップ',
  nextStepDue:
    'next activity date|datum nachsten aktivitat|date prochaine activite|fecha proxima actividad|' +
    'data proxima atividade|datum volgende activiteit|data prossima attivita|datum nasta aktivitet|' +
    '次回活動日|次のステップの日付|次のステップ日|次のステップ期日|次のステップの期日',
  createdOn:
    'created|create date|erstellungsdatum|erstelldatum|erstellt|date creation|cree|fecha creacion|creado|data criacao|' +
    'criado|aanmaakdatum|aangemaakt|gemaakt|data creazione|creato|skapad|skapat|skapandedatum|作成日|作成日時',
  lastActivity:
    'last activity|last contacted|letzte aktivitat|letzten aktivitat|zuletzt kontaktiert|derniere activite|' +
    'ultima actividad|ultima atividade|laatste activiteit|ultima attivita|senaste aktivitet|最終活動日|最終連絡日',
};

/** What a label with a word for a date beside it means: "Next step" is a text, "Next step due on" its day. */
const DATED: { readonly [F in FieldName]?: FieldName } = {
  nextStep: 'nextStepDue',
  createdOn: 'createdOn',
  lastActivity: 'lastActivity',
};

/** The CRM's own noun, articles, and "expected": they stand or stand not without another meaning. */
const NOISE = new Set(
  (
    'opportunity deal opportunite transaction affaire oportunidad negocio oportunidade opportunita trattativa ' +
    'affarsmojlighet affar affars expected erwartetes erwarteter voraussichtliches prevue prevista previsto ' +
    'esperada esperado verwachte forvantat forvantad of the der des de du del el la l d da do di van pa for'
  ).split(' '),
);

const DATE_WORDS = new Set(
  'date due on datum termin frist fallig falligkeit am bis zum fecha data le pour em op il den'.split(' '),
);

function without(words: ReadonlySet<string>, folded: string): string {
  return folded
    .split(' ')
    .filter((word) => !words.has(word))
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

function fieldOf(folded: string): FieldName | null {
  fieldByWords ??= table();
  const bare = without(NOISE, folded);
  const field = fieldByWords.get(folded) ?? fieldByWords.get(bare);
  if (field) return field;
  const undated = fieldByWords.get(without(DATE_WORDS, bare));
  return (undated && DATED[undated]) ?? null;
}

const remembered = new Map<string, FieldName | null>();
/** Labels come from pages: the memory of them is bounded. */
const MOST_REMEMBERED = 500;

/** The field that a visible label names; null where it names none that we know. */
export function fieldOfLabel(label: string): FieldName | null {
  const short = label.slice(0, LONGEST);
  let field = remembered.get(short);
  if (field === undefined) {
    field = fieldOf(foldLabel(short));
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(short, field);
  }
  return field;
}
