/** What a step says when it says nothing: chasing, waiting, keeping in touch. Whole texts, in the languages we know. */
const EMPTY_WORDS =
  /\b(follow(ing)?[ -]?up|check(ing)?[ -]?in|touch(ing)? base|keep in touch|stay in touch|chase|chasing|wait(ing)?|pending|ping|nudge|tbd|tbc|call( back)?|email|mail|contact|nachfassen|nachhaken|dranbleiben|warten|melden|anrufen|relancer|relance|attendre|rappeler|seguimiento|esperar|llamar|acompanhar|aguardar|ligar|sollecitare|attendere|richiamare|opvolgen|wachten|bellen|följa upp|vänta|ringa)\b/iu;
/** Words that only join: they make no step of it. */
const BESIDE =
  /\b(them|him|her|client|customer|prospect|again|soon|next|week|month|with|the|a|an|on|for|to|and|will|later|asap|kunde|kunden|bald|wieder|mit|dem|den|le|la|les|el|los|il|de|het|er|og|och|si|se)\b/giu;
/** Short of this many letters that say something, a step cannot name who does what. */
export const SAYS_LEAST = 4;

/** True where a next step names no deed of anybody: "follow up", "call again next week". */
export function isVagueStep(text: string): boolean {
  if (!EMPTY_WORDS.test(text)) return letters(text) < SAYS_LEAST;
  return letters(text.replace(new RegExp(EMPTY_WORDS, 'giu'), ' ').replace(BESIDE, ' ')) < SAYS_LEAST;
}

export const letters = (text: string): number => (text.match(/\p{L}/gu) ?? []).length;
