import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../lib/coaching/catalogue/fill.ts';
import { LANGUAGES, type Language } from '../../../lib/coaching/catalogue/languages.ts';
import { FORBIDDEN } from '../forbidden.ts';
import { PROMPTS, promptsIn } from '../packaged-prompts.ts';
import { likeness } from './likeness.ts';

const TEXTS = ['question', 'proof', 'followUp', 'purpose'] as const;

/** What a rep never reads, and what asks a person instead of the process. */
const NEVER: Record<Language, RegExp> = {
  en: FORBIDDEN,
  de: /rechenschaft|verantwortlich|risikowert|risiko-?score|verpasst|versäum|schwäche|hygiene|gerügt|überfällig|gecoacht|warum (hast|hat|habt|bist) (du|er|sie|ihr)|du (hast|hättest) (vergessen|nie|nicht)|hättest|wieso/i,
  fr: /responsab|redevab|score de risque|manqué|raté|faiblesse|hygiène|signalé|coaché|en retard|retardataire|pourquoi (as|a|avez|es)[- ](tu|il|elle|vous)|tu (as|aurais dû) (oublié|jamais)|aurais dû/i,
};
/** A formal address, which nobody uses among colleagues who ask one another such things. */
const FORMAL: Partial<Record<Language, RegExp>> = {
  // In German "sie" is the buyer; written large inside a sentence it would be the reader.
  de: /[a-zäöüß,] (Sie|Ihnen|Ihre?[nmrs]?)\b/,
  fr: /(?<!« [^»]*)\b(votre|vos)\b(?![^«]*»)/i,
};

const PURPOSE: Record<Language, RegExp> = { en: /^Tells \w/, de: /^Zeigt, \p{L}/u, fr: /^Dit \p{L}/u };

describe('the languages of the questions', () => {
  it('are the files that are packaged', () => {
    expect(
      readdirSync('public/prompts')
        .map((file) => file.replace('.json', ''))
        .sort(),
    ).toEqual([...LANGUAGES].sort());
  });
});

describe.each(LANGUAGES)('the questions in %s', (language) => {
  const prompts = promptsIn(language);

  it('are the same questions, in the same order, for the same signals, roles, stages and situations', () => {
    const shape = ({ id, signal, role, stages, situation }: (typeof prompts)[number]) => ({
      ...{ id, signal, role, stages, situation },
    });
    expect(prompts.map(shape)).toEqual(PROMPTS.map(shape));
  });

  it('hold the same figures, text by text, and none in what is said to a vague answer', () => {
    const figures = (text: string) => [...new Set(figuresIn(text))].sort();
    for (const [at, prompt] of prompts.entries()) {
      const english = PROMPTS[at];
      for (const part of TEXTS)
        expect(figures(prompt[part]), `${prompt.id} ${part}`).toEqual(figures(english?.[part] ?? ''));
      expect(figures(prompt.followUp), prompt.id).toEqual([]);
    }
  });

  it('are complete: no text is empty, and none but figures and names stayed English', () => {
    for (const [at, prompt] of prompts.entries()) {
      for (const part of TEXTS) {
        expect(prompt[part].length, `${prompt.id} ${part}`).toBeGreaterThan(4);
        if (language !== 'en') expect(prompt[part], prompt.id).not.toBe(PROMPTS[at]?.[part]);
      }
    }
  });

  it('say each text once', () => {
    for (const part of TEXTS) {
      const said = prompts.map((prompt) => prompt[part]);
      expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
    }
  });

  it.each(['question', 'followUp'] as const)('have no two that say nearly the same: %s', (part) => {
    const alike: string[] = [];
    for (const [at, one] of prompts.entries()) {
      for (const other of prompts.slice(at + 1)) {
        const share = likeness(one[part], other[part]);
        if (share >= 0.42) alike.push(`${one.id} and ${other.id}: ${share.toFixed(2)}`);
      }
    }
    expect(alike).toEqual([]);
  });

  it('keep to the words, and blame nobody', () => {
    for (const prompt of prompts) {
      for (const part of TEXTS) {
        const text = prompt[part];
        expect(text, prompt.id).not.toMatch(NEVER[language]);
        expect(text, prompt.id).not.toMatch(/!|%| {2}|\bscore\b/i);
        const formal = FORMAL[language];
        if (formal) expect(text, prompt.id).not.toMatch(formal);
      }
    }
  });

  it('can be said in one breath or two; a vague answer gets one plain question', () => {
    for (const { id, question, proof, followUp, purpose } of prompts) {
      expect(question.length, id).toBeLessThanOrEqual(175);
      expect(followUp.length, id).toBeLessThanOrEqual(90);
      expect(followUp, id).toMatch(/^[^?.]+\?$/);
      expect(proof, id).toMatch(/\.$/);
      expect(purpose, id).not.toMatch(/[.?]$/);
      expect(purpose, id).toMatch(PURPOSE[language]);
    }
  });
});

describe('likeness', () => {
  it('is 1 for the same words whatever the figures, and small for other words', () => {
    expect(likeness('From {from} on, who signs?', 'From {to} on, who signs?')).toBe(1);
    expect(likeness('Who signs, and when?', 'Who signs and when?')).toBeGreaterThan(0.8);
    expect(likeness('Who signs, and when?', 'Which day did they give?')).toBeLessThan(0.2);
  });
});
