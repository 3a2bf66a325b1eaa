import { foldLabel } from '../crm/fold-label.ts';
import { fieldOfLabel } from '../crm/labels.ts';
import type { ColumnUse, FileKind } from './uses.ts';

type Words = { readonly [U in ColumnUse]?: string };

/**
 * Headers of exports, folded, the better one first where several say the same. The words of fields on pages
 * (`lib/crm/labels.ts`) are known besides, in nine languages; here stand those that only exports have.
 */
const DEAL_KEY: Words = {
  recordId:
    'opportunity id|deal id|record id|case safe id|opportunity id 18|do not modify opportunity|opportunityid|dealid|id de la oportunidad|' +
    'opportunity id case safe|opportunity|external id|id externe|id externo|externe id|id esterno|id|database id|datensatz id|' +
    'opportunity-id|id opportunite|id de l opportunite|opportunite id|id d enregistrement|id enregistrement|id de la transaction|id de oportunidad|id de registro|' +
    'id del negocio|id da oportunidade|id do registro|id do registo|id do negocio|id opportunita|id record|id trattativa|' +
    'id der opportunity|uuid|opportunity number',
  name:
    'opportunity name|deal name|deal title|topic|opportunity|name|title|deal|subject|potential name|' +
    'opportunityname|name der opportunity|name des deals|dealname|verkaufschance|nom de l opportunite|nom opportunite|nom de la transaction|' +
    'nom de l affaire|nombre de la oportunidad|nombre de oportunidad|nombre del negocio|nome da oportunidade|nome oportunidade|nome do negocio|' +
    'naam opportunity|opportunitynaam|dealnaam|naam van deal|nome opportunita|nome trattativa|nome della trattativa|nome dell opportunita|' +
    'related to|regarding|thema|sujet|onderwerp|opportunite|oportunidad|oportunidade|opportunita|trattativa',
  account:
    'account name|account|company name|company|organization name|organization|associated company|primary associated company|potential customer|customer|' +
    'associated company primary|organisation|kunde|client|cliente|klant|unternehmensname|entreprise associee|entreprise associee principale|zugeordnetes unternehmen|empresa asociada|empresa associada|azienda associata|nom de la societe|nom du compte|nombre de la cuenta|' +
    'nombre de la empresa|nome da conta|nome da empresa|nome dell account|nome azienda|accountnaam|bedrijfsnaam|potenzieller kunde|' +
    'related to account|company account',
  owner:
    'opportunity owner|deal owner|owner|owner name|owner full name|sales agent|sales rep|sales representative|salesperson|' +
    'opportunity owner alias|account executive|inhaber der opportunity|opportunity inhaber|zustandiger mitarbeiter|verkaufer|vertriebsmitarbeiter|' +
    'proprietaire de l opportunite|proprietaire de la transaction|commercial|vendeur|propietario de la oportunidad|propietario del negocio|' +
    'vendedor|comercial|proprietario da oportunidade|proprietario do negocio|eigenaar van opportunity|verkoper|titolare opportunita|' +
    'proprietario della trattativa|venditore|commerciale',
};

const DEALS: Words = {
  ...DEAL_KEY,
  amount:
    'amount|deal amount|deal value|total value|value|est revenue|estimated revenue|close value|amount usd|amount in company currency|' +
    'amount converted|actual revenue|expected revenue|total amount|opportunity amount|betrag|erwarteter umsatz|geschatzter umsatz|wert|montant|valeur|' +
    'revenu espere|revenu attendu|importe|ingreso esperado|ingresos estimados|cantidad|valor|receita esperada|quantia|verwachte omzet|geschatte omzet|bedrag|' +
    'ricavo previsto|ricavi stimati|importo|ammontare',
  stage:
    'stage|deal stage|sales stage|stage name|pipeline phase|process stage|step|phase|opportunity stage|stufe|phase der opportunity|deal phase|' +
    'verkaufsphase|etape|etape de la transaction|phase de vente|etapa|etapa del negocio|etapa do negocio|fase|fase del negocio|estagio|' +
    'stadium|verkoopfase|fase della trattativa|stadio',
  pipeline:
    'pipeline|deal pipeline|sales pipeline|pipeline name|sales process|vertriebspipeline|embudo|funil|sales team',
  closeDate:
    'close date|closing date|expected close date|expected closing date|expected closing|est close date|estimated close date|' +
    'actual close date|deal close date|close|expected close|schlusstermin|abschlussdatum|erwartetes abschlussdatum|erwarteter abschluss|' +
    'geschatztes abschlussdatum|voraussichtlicher abschluss|date de cloture|date de fermeture|cloture prevue|date de cloture prevue|fecha de cierre|' +
    'fecha de cierre prevista|cierre esperado|cierre previsto|data de fechamento|data de fecho|data prevista de fechamento|fechamento esperado|' +
    'sluitingsdatum|verwachte sluitingsdatum|verwachte afsluiting|data di chiusura|chiusura prevista|data chiusura prevista',
  probability:
    'probability|deal probability|win probability|success probability|wahrscheinlichkeit|probabilite|probabilidad|probabilidade|' +
    'waarschijnlijkheid|kans|probabilita|closing probability',
  forecastCategory:
    'forecast category|forecast category name|manual forecast category|forecast type|prognosekategorie|prognose kategorie',
  nextStep:
    'next step|next steps|next activity summary|next activity subject|next action|nachster schritt|prochaine etape|proximo paso|proximo passo|volgende stap|prossimo passo',
  nextStepDue:
    'next activity date|next step date|next step due|next step due date|next activity deadline|next activity due date|next action date|' +
    'nachste aktivitat|datum der nachsten aktivitat|prochaine activite|date de la prochaine activite|fecha de la proxima actividad|' +
    'data da proxima atividade|datum volgende activiteit|data della prossima attivita',
  createdOn:
    'created date|create date|created on|created time|creation date|created at|deal created|created|add time|engage date|date created|' +
    'erstellungsdatum|erstelldatum|erstellt am|erstellt|date de creation|cree le|fecha de creacion|creado el|data de criacao|criado em|' +
    'aanmaakdatum|gemaakt op|aangemaakt op|data di creazione|creato il',
  lastActivity:
    'last activity date|last activity|last activity time|last contacted|date of last activity|last contact|letzte aktivitat|' +
    'datum der letzten aktivitat|derniere activite|date de la derniere activite|ultima actividad|fecha de la ultima actividad|ultima atividade|' +
    'data da ultima atividade|laatste activiteit|datum laatste activiteit|ultima attivita|data dell ultima attivita',
  outcome:
    'status|deal status|won lost|outcome|result|opportunity status|statut|estado|ergebnis|stato|resultaat|resultado|situacao|statuscode',
  isClosed: 'closed|is closed|is deal closed|geschlossen|cloture|cerrada|fechada|gesloten|chiusa|abgeschlossen',
  isWon: 'won|is won|is closed won|gewonnen|gagnee|ganada|ganha|vinta',
  link: 'url|link|record url|deal url|record link|deal link|adresse|enlace|lien|hyperlink|collegamento|koppeling',
  currency:
    'currency|amount currency|deal currency|opportunity currency|currency of value|currency code|currency iso code|value currency|deal currency of value|wahrung|' +
    'betrag wahrung|devise|montant devise|moneda|moeda|valuta|importo valuta|divisa',
};

const HISTORY: Words = {
  ...DEAL_KEY,
  recordId: `${DEAL_KEY.recordId}|parent id|object id|deal`,
  field:
    'field event|field|changed field|field name|property|property name|attribute|feld ereignis|feld|geandertes feld|eigenschaft|champ|' +
    'champ evenement|propriete|campo|campo evento|propiedad|propriedade|veld|veld gebeurtenis|eigenschap|campo modificado|campo modificato|proprieta|attribut',
  old:
    'old value|from stage|previous value|from|old|old stage|previous stage|alter wert|von phase|vorheriger wert|von|ancienne valeur|valeur precedente|de|' +
    'etape precedente|valor anterior|valor antiguo|valor antigo|oude waarde|vorige waarde|van|vecchio valore|valore precedente|da|old value char',
  new:
    'new value|to stage|value|to|new|new stage|neuer wert|nach phase|nach|wert|nouvelle valeur|valeur|nouvelle etape|valor nuevo|nuevo valor|novo valor|' +
    'valor|nieuwe waarde|waarde|naar|nuovo valore|valore|a|new value char|stage|phase|etape|etapa|fase|deal stage',
  when:
    'edit date|changed date|change date|date of change|timestamp|date|when|last modified|last modified date|modified time|modified on|created date|' +
    'created on|create date|date changed|date entered|change time|datum|bearbeitungsdatum|anderungsdatum|geandert am|date de modification|modifie le|' +
    'fecha de edicion|fecha de modificacion|fecha|data de edicao|data de modificacao|data da alteracao|data|wijzigingsdatum|bewerkingsdatum|' +
    'data di modifica|data modifica|start date',
  currency: DEALS.currency ?? '',
};

const ACTIVITIES: Words = {
  ...DEAL_KEY,
  name: 'opportunity name|opportunity|deal name|deal title|deal|regarding|related to|verkaufschance|bezug|opportunite|oportunidad|oportunidade|opportunita|trattativa|what',
  recordId:
    'opportunity id|deal id|related to id|related record id|what id|associated deal ids|associated deal id|regarding id|id der opportunity',
  account:
    'account name|company account|account|company|organization name|organization|firma|unternehmen|compte|cuenta|conta|azienda|bedrijf',
  owner: 'opportunity owner|deal owner|inhaber der opportunity',
  when:
    'activity date|date|marked as done time|done time|completed date|completed on|start date time|start time|start|activity created at|created date|created on|' +
    'created time|create date|datum|aktivitatsdatum|date d activite|fecha|fecha de la actividad|data|data da atividade|activiteitsdatum|data attivita|timestamp',
  due: 'due date|due|deadline|due on|task due date|falligkeitsdatum|fallig am|falligkeit|echeance|date d echeance|fecha de vencimiento|vencimiento|data de vencimento|vencimento|vervaldatum|scadenza|data di scadenza',
  text: 'subject|activity subject|title|activity title|summary|task title|betreff|titel|objet|sujet|asunto|assunto|onderwerp|oggetto|description|note|comments',
  what: 'type|activity type|task subtype|task type|kind|event type|typ|aktivitatstyp|art|type d activite|tipo|tipo de actividad|tipo de atividade|tipo attivita|soort|activiteitstype',
  status:
    'status|task status|done|activity status|state|completed|erledigt|statut|estado|stato|gereed|termine|situacao|concluido|hecho',
  direction: 'direction|call type|richtung|sens|direccion|direcao|direzione',
  who: 'assigned|assigned to|owner|activity owner|user|created by|zugewiesen an|zugewiesen|assigne a|attribue a|asignado a|atribuido a|toegewezen aan|assegnato a',
};

const ROSTER: Words = {
  person:
    'name|full name|user full name|user|person|sales agent|employee|rep|salesperson|owner|vollstandiger name|mitarbeiter|nom complet|nom|nombre completo|nombre|' +
    'nome completo|nome|volledige naam|naam|benutzer|utilisateur|usuario|utente|gebruiker|verkaufer',
  alias:
    'alias|username|user name|login|email|e mail|mail|nickname|benutzername|nom d utilisateur|nombre de usuario|nome de usuario|nome utente|gebruikersnaam|user alias|adresse e mail',
  team:
    'team|sales team|region|regional office|department|group|territory|manager|role|abteilung|gruppe|equipe|equipo|equipe commerciale|afdeling|squadra|reparto|gebiet|' +
    'regiao|departamento|business unit',
};

const QUOTAS: Words = {
  person: `${ROSTER.person}|assigned to|quota owner|sales rep|zugewiesen an`,
  team: 'team|sales team|region|regional office|territory|department|equipe|equipo|gebiet|squadra|afdeling',
  target:
    'quota|quota amount|target|goal|amount|target amount|goal amount|quote|ziel|zielwert|vorgabe|betrag|objectif|quota|cuota|objetivo|meta|cota|doel|doelbedrag|obiettivo|montant|importe|valor|bedrag|importo',
  currency: DEALS.currency ?? '',
  period:
    'period|quarter|month|year|fiscal period|zeitraum|quartal|monat|periode|trimestre|mois|annee|periodo|mes|ano|kwartaal|maand|jaar|mese|anno|jahr|fiscal quarter',
  periodFrom:
    'start date|from|period start|start|begin|beginn|startdatum|von|debut|date de debut|inicio|fecha de inicio|data de inicio|begindatum|data di inizio|inizio',
  periodTo:
    'end date|to|period end|end|ende|enddatum|bis|fin|date de fin|fecha de fin|fim|data de fim|einddatum|data di fine|fine',
};

const WORDS: Record<FileKind, Words> = {
  deals: DEALS,
  history: HISTORY,
  activities: ACTIVITIES,
  roster: ROSTER,
  quotas: QUOTAS,
};

/** `rank`: 0 for the best word of a use; what is known from pages alone comes behind. */
export type HeaderMatch = { use: ColumnUse; rank: number };

/** Headers that a CRM's own noun stands before: "Deal - Title", "Organization - Name". */
const PREFIXED =
  /^(deal|geschaft|affaire|trato|negocio|organization|organisation|person|activity|lead|product)\s+-\s+(.+)$/i;

const tables = new Map<FileKind, Map<string, HeaderMatch[]>>();

function tableOf(kind: FileKind): Map<string, HeaderMatch[]> {
  let table = tables.get(kind);
  if (table) return table;
  table = new Map();
  for (const [use, words] of Object.entries(WORDS[kind]) as [ColumnUse, string][]) {
    for (const [rank, word] of words.split('|').entries()) {
      const key = foldLabel(word);
      const matches = table.get(key) ?? [];
      if (!matches.some((one) => one.use === use)) table.set(key, [...matches, { use, rank }]);
    }
  }
  tables.set(kind, table);
  return table;
}

/** Words with the CRM's noun or a currency about them rank behind whole ones, those that only pages know behind all. */
const BEHIND = 50;
const FROM_PAGES = 100;

/** What a header may mean in such a file, all of it; empty where nothing is known of it. */
export function usesOfHeader(header: string, kind: FileKind): HeaderMatch[] {
  const prefixed = PREFIXED.exec(header.trim());
  if (prefixed) return usesOfPrefixed(foldLabel(prefixed[1] ?? ''), prefixed[2] ?? '', kind);
  const folded = foldLabel(header);
  const found = tableOf(kind).get(folded) ?? [];
  if (found.length > 0) return found;
  const bare = folded.replace(/^(?:opportunity|deal|sales|potential) /, '').replace(/ (?:usd|eur|gbp|chf)$/, '');
  const general = bare === folded ? [] : (tableOf(kind).get(bare) ?? []);
  if (general.length > 0) return general.map(({ use, rank }) => ({ use, rank: rank + BEHIND }));
  if (kind !== 'deals') return [];
  const field = fieldOfLabel(header);
  return field ? [{ use: field, rank: FROM_PAGES }] : [];
}

function usesOfPrefixed(noun: string, header: string, kind: FileKind): HeaderMatch[] {
  if (noun === 'organization' || noun === 'organisation') {
    return foldLabel(header) === 'name' ? [{ use: 'account', rank: 0 }] : [];
  }
  const isDeal = !/^(activity|person|lead|product)$/.test(noun);
  if (kind === 'activities' ? noun === 'activity' : isDeal) return usesOfHeader(header, kind);
  if (kind !== 'activities' || !isDeal) return [];
  const key = foldLabel(header);
  if (key === 'id') return [{ use: 'recordId', rank: 0 }];
  return key === 'title' ? [{ use: 'name', rank: 0 }] : [];
}

/** Whether a cell reads as the header of any kind of file: what finds the header row. */
export function isKnownHeader(text: string): boolean {
  return text.length <= 80 && (Object.keys(WORDS) as FileKind[]).some((kind) => usesOfHeader(text, kind).length > 0);
}

/** Languages by words that only one of them has in headers. */
const LANGUAGES: readonly [string, RegExp][] = [
  [
    'de',
    /\b(betrag|inhaber|schlusstermin|abschlussdatum|erstellt|erstellungsdatum|wahrung|wahrscheinlichkeit|datum der|unternehmen|neuer wert|alter wert|verkaufschance)\b/,
  ],
  ['fr', /\b(montant|etape|proprietaire|cloture|devise|probabilite|nom de|nom du|societe|nouvelle valeur|fermeture)\b/],
  ['es', /\b(importe|propietario|cierre|moneda|probabilidad|nombre|cuenta|valor nuevo|oportunidad)\b/],
  [
    'pt',
    /\b(quantia|proprietario da|proprietario do|fechamento|fecho|moeda|probabilidade|nome da|nome do|novo valor|estagio)\b/,
  ],
  ['nl', /\b(bedrag|eigenaar|sluitingsdatum|waarschijnlijkheid|naam|nieuwe waarde|fase van|aanmaakdatum|verwachte)\b/],
  ['it', /\b(importo|titolare|chiusura|probabilita|nome opportunita|nuovo valore|trattativa|creazione)\b/],
];

/** The language of a file's headers, for the names of months in its dates; English where no other is plain. */
export function languageOf(headers: readonly string[]): string {
  const folded = headers.map(foldLabel);
  let best = { language: 'en', hits: 0 };
  for (const [language, words] of LANGUAGES) {
    const hits = folded.filter((header) => words.test(header)).length;
    if (hits > best.hits) best = { language, hits };
  }
  return best.language;
}
