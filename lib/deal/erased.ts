/** What stands where the name of a person stood who had it erased. */
export const ERASED_PERSON = 'erased person';
