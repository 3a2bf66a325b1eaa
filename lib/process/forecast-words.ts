/** What CRMs call the category that the forecast counts on, in the languages of their screens. */
const COMMIT =
  /^(commit(ted|ment)?|zugesagt|zusage|fest zugesagt|engag[ée]e?|comprom\p{L}*|impegn\p{L}*|toegezegd|bekräfta\p{L}*)$/iu;

export function isCommit(category: string): boolean {
  return COMMIT.test(category.trim());
}
