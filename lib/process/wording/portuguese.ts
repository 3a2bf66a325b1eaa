import type { HedgeList } from './hedge-list.ts';

export const PORTUGUESE: HedgeList = {
  hedges: {
    belief: [
      '(?:não )?(?:acho|creio|penso|suponho|imagino|diria|acredito)',
      '(?:achamos|cremos|pensamos|acreditamos)',
      'na minha opinião',
      'a meu ver',
      'que eu saiba',
      'não tenho certeza',
    ],
    hope: ['espero', 'esperamos', 'tomara', 'oxalá', 'com (?:um pouco de )?sorte', 'se tudo correr bem'],
    probability: [
      'dever(?:ia|iam|íamos)',
      'poder(?:ia|iam|íamos)',
      'talvez',
      'provavelmente',
      'possivelmente',
      'pode ser que',
      'em princípio',
      'em teoria',
      'normalmente',
      'é (?:possível|provável)',
    ],
    appearance: ['parecem?', 'parecia', 'ao que parece', 'aparentemente', 'pelos vistos', 'dá a impressão'],
    time: [
      'em breve',
      'brevemente',
      'logo que possível',
      'assim que possível',
      'o quanto antes',
      'nos próximos (?:dias|meses)',
      'nas próximas semanas',
      'algum dia',
      'mais adiante',
      'mais cedo ou mais tarde',
    ],
    quantity: ['alguns', 'algumas', 'mais ou menos', 'aproximadamente', 'cerca de', 'um par de', 'quase pront[oa]'],
  },
  plain: [
    '(?<!\\b(?:eles|elas|ele|ela|nós) )dever(?:ia|iam)(?: também)? (?:incluir|cobrir|conter|suportar|permitir|ter)',
    '(?:poderia|poderiam) [^.!?]*\\?',
  ],
  common:
    'o os as um uma de do da dos das e ou em no na com por para que se seu sua é são está estão foi não nos lhe eles elas ele ela antes depois cliente contrato proposta reunião até quinta sexta segunda',
};
