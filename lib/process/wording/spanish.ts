import type { HedgeList } from './hedge-list.ts';

export const SPANISH: HedgeList = {
  hedges: {
    belief: [
      '(?:no )?(?:creo|pienso|supongo|imagino|diría)',
      '(?:creemos|pensamos|suponemos)',
      'en mi opinión',
      'a mi juicio',
      'que yo sepa',
      'no estoy segur[oa]',
    ],
    hope: ['espero', 'esperamos', 'ojalá', 'con (?:un poco de )?suerte', 'si todo va bien'],
    probability: [
      'deber(?:ía|ían|íamos)',
      'podr(?:ía|ían|íamos)',
      'quizás?',
      'tal vez',
      'probablemente',
      'posiblemente',
      'seguramente',
      'puede que',
      'a lo mejor',
      'en principio',
      'en teoría',
      'normalmente',
      'es (?:posible|probable)',
    ],
    appearance: ['parecen?', 'parecía', 'al parecer', 'aparentemente', 'por lo visto', 'da la impresión'],
    time: [
      'pronto',
      'en breve',
      'próximamente',
      'cuanto antes',
      'lo antes posible',
      'en los próximos (?:días|meses)',
      'en las próximas semanas',
      'algún día',
      'más adelante',
      'tarde o temprano',
    ],
    quantity: [
      'un(?:os|as) cuant[oa]s',
      'más o menos',
      'aproximadamente',
      'un par de',
      'alrededor de',
      'casi list[oa]',
    ],
  },
  plain: [
    '(?<!\\b(?:ellos|ellas|él|ella|nosotros) )deber(?:ía|ían)(?: también)? (?:incluir|cubrir|contener|soportar|permitir|integrar|tener)',
    '¿[^?]*\\?',
  ],
  common:
    'el la los las un una de del y o a al en con por para que se su sus es son está están ha han no nos le les lo como pero antes después cliente contrato oferta reunión jueves viernes lunes',
};
