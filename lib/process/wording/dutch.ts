import type { HedgeList } from './hedge-list.ts';

export const DUTCH: HedgeList = {
  hedges: {
    belief: [
      '(?:ik|wij|we) (?:denk|denken|geloof|geloven|vermoed|vermoeden|neem aan|nemen aan|verwacht|verwachten)',
      'volgens mij',
      'naar mijn mening',
      'voor zover ik weet',
      'niet zeker',
    ],
    hope: ['hopelijk', '(?:ik|wij|we) (?:hoop|hopen)', 'hopen', 'met een beetje geluk', 'als alles goed gaat'],
    probability: [
      'zou(?:den)? (?:moeten|kunnen)',
      'zou(?:den)?',
      'misschien',
      'waarschijnlijk',
      'wellicht',
      'vermoedelijk',
      'mogelijk',
      'eventueel',
      'in principe',
      'in theorie',
      'normaal gesproken',
    ],
    appearance: ['lijk(?:t|en)', 'leek', 'leken', 'schijn(?:t|en)', 'blijkbaar', 'kennelijk', 'het ziet ernaar uit'],
    time: [
      'binnenkort',
      'spoedig',
      'zo snel mogelijk',
      'ooit',
      'op termijn',
      'de komende (?:dagen|weken|maanden)',
      'vroeg of laat',
      'te zijner tijd',
    ],
    quantity: ['een paar', 'enkele', 'min of meer', 'ongeveer', "zo[’']n", 'een beetje', 'vrijwel'],
  },
  plain: [
    '(?<!\\b(?:zij|ze|hij|we|wij) )zou(?:den)? [^.!?;]*?(?:bevatten|omvatten|ondersteunen|dekken|hebben)',
    'zou(?:dt|den)? (?:u|jij|je|jullie) [^.!?]*\\?',
    'hebben [^.!?]*ooit',
  ],
  common:
    'de het een en of van in op met voor aan bij te is zijn was wordt worden heeft hebben zij ze hij we wij ik niet nog naar dat die als ook uit ons klant contract offerte voor na maandag donderdag vrijdag moet',
};
