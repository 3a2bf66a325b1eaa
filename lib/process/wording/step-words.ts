/** Words that a next step is checked by, in the languages that we know; whole words, as regular expressions. */

/** Who acts, without a name, by language: "on" is one of them in French alone. */
export const ACTORS: Readonly<Record<string, string>> = {
  en: 'i|we|they|he|she|you|everyone',
  de: 'ich|wir|sie|er',
  fr: 'je|nous|on|ils|elles|il|elle',
  es: 'yo|nosotros|ellos|ellas|él|ella',
  it: 'io|noi|loro|lui|lei',
  nl: 'ik|wij|we|zij|hij|ze',
  pt: 'eu|nós|eles|elas|ele|ela',
};

/** Anybody on the buyer's side, without a name. */
export const BUYERS =
  'buyer|customer|client|prospect|they|their|procurement|purchasing|käufer|kunde|kunden|kundin|einkauf|ihre|acheteur|cliente|achats|leur|leurs|ils|elles|comprador|compras|acquirente|acquisti|loro|koper|klant|inkoop|hun|comprador|köpare|kund';

/** Departments and offices that may be either side's: somebody acts, whose is not said. */
export const OFFICES =
  'legal|finance|security|board|cfo|ceo|cio|cto|ciso|coo|vp|director|management|rechtsabteilung|vorstand|geschäftsführung|betriebsrat|juridique|daf|dsi|comité|direction|legales|finanzas|direzione|directie|diretoria';

/** What stands right behind the name of somebody who acts: "Ana sends", "Herr Lorenz wird", "Mme Morel renvoie". */
export const DEEDS =
  'will|to|must|has|needs|wants|and|sends?|signs?|returns?|books?|brings?|calls?|confirms?|reviews?|approves?|decides?|shares?|presents?|invites?|introduces?|checks?|gets?|gives?|asks?|tells?|meets?|delivers?|prepares?|reads?|tests?|pays?|wird|muss|soll|schickt|sendet|unterschreibt|bestätigt|prüft|bringt|klärt|entscheidet|meldet|liefert|lädt|stellt|gibt|holt|va|doit|envoie|renvoie|signe|confirme|valide|présente|apporte|décide|invite|donne|prépare|relit|rappelle|envía|firma|confirma|debe|invia|deve|stuurt|tekent|bevestigt|moet|assina';

/** Days that are named by the week or by their distance from today: which day it is depends on when it was written. */
export const NEAR_DAYS =
  "today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:next|this|end of the|end of) (?:week|month|quarter|year)|eow|eom|eoq|heute|morgen|übermorgen|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|(?:nächste[rsn]?|diese[rsn]?|kommende[rsn]?) (?:woche|monats?|quartals?|jahr(?:es)?)|ende (?:der woche|des monats|des quartals|des jahres)|q[1-4]|aujourd[’']hui|demain|après-demain|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:la |cette )?semaine(?: prochaine)?|(?:le |ce )?mois(?: prochain)?|fin (?:de |du )?(?:semaine|mois|trimestre)|mañana|lunes|martes|miércoles|jueves|viernes|domani|lunedì|martedì|mercoledì|giovedì|venerdì|maandag|dinsdag|woensdag|donderdag|vrijdag|amanhã|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?";
