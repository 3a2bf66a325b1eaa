import type { HedgeList } from './hedge-list.ts';

export const ITALIAN: HedgeList = {
  hedges: {
    belief: [
      '(?:non )?(?:credo|penso|suppongo|immagino|direi|ritengo)',
      '(?:crediamo|pensiamo|supponiamo)',
      '(?:secondo|a) (?:me|mio parere|noi)',
      'per quanto ne so',
      'non sono sicur[oa]',
    ],
    hope: ['spero', 'speriamo', 'si spera', "con un po[’'] di fortuna", 'se tutto va bene'],
    probability: [
      'dovrebbe(?:ro)?',
      'dovremmo',
      'potrebbe(?:ro)?',
      'forse',
      'probabilmente',
      'magari',
      'eventualmente',
      'in teoria',
      'in linea di massima',
      'può darsi',
      'è (?:possibile|probabile)',
    ],
    appearance: ['sembra(?:no)?', 'sembrava(?:no)?', 'pare', 'a quanto pare', 'apparentemente', "dà l[’']impressione"],
    time: [
      'presto',
      'a breve',
      'prossimamente',
      'appena possibile',
      'il prima possibile',
      'nei prossimi (?:giorni|mesi)',
      'nelle prossime settimane',
      'prima o poi',
      'più avanti',
    ],
    quantity: ['qualche', 'più o meno', 'circa', 'un paio di', "all[’']incirca", 'quasi (?:pronto|pronta|fatto)'],
  },
  plain: [
    '(?<!\\b(?:loro|lui|lei|noi) )dovrebbe(?:ro)?(?: anche)? (?:includere|comprendere|coprire|contenere|supportare|permettere|avere)',
    '(?:potrebbe|dovrebbe)(?:ro)? [^.!?]*\\?',
  ],
  common:
    'il lo la gli le un uno una di del della e o a al in con per che si è sono ha hanno non ci nel alla prima dopo cliente contratto offerta riunione giovedì venerdì lunedì entro',
};
