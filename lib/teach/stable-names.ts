/** Style libraries put their mark before what they generate. */
const GENERATED =
  /^(?:css|sc|jss|emotion|svelte|ng|_ngcontent|_nghost|v|makestyles|mui|chakra|ember|react|radix|headlessui)[-_]/i;
const VOWEL = /[aeiouy]/i;

/** A part such as `amount` or `dealValue`, and none such as `bdVaJa`, `x7Gq2` or `ktqwxz`. */
function isWord(part: string): boolean {
  const humps = part.replace(/([a-z])(?=[A-Z])/g, '$1 ').split(' ');
  return humps.every(
    (hump) =>
      /^[A-Z]*[a-z]*$/.test(hump) &&
      (humps.length === 1 || hump.length >= 3) &&
      (hump.length < 4 || (VOWEL.test(hump) && !/[^aeiouy]{5}/i.test(hump))),
  );
}

/** Whether a name in the page was given by a person: a generated one is another after the CRM's next release. */
export function isStableName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || GENERATED.test(name)) return false;
  const parts = name.split(/[-_.:\s]+/).filter(Boolean);
  return parts.length > 0 && parts.every(isWord) && parts.some((part) => part.length >= 3);
}
