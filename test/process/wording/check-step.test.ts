import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courierLine } from '../../../lib/process/courier-line.ts';
import { checkStep } from '../../../lib/process/wording/check-step.ts';

const names = { people: ['Kim Olsen', 'Jo Meyer'], contacts: ['Ana Roth', 'Marek Nowak'] };
const check = (text: string, due: string | null = null) => checkStep(text, { ...names, due });
const said = (text: string, due: string | null = null) => {
  const { actor, action, date, side, ask } = check(text, due);
  return { actor: actor?.text, action: action !== null, date: date && [date.text, date.day], side: side?.text, ask };
};

describe('checkStep', () => {
  it('finds actor, action, day and the buyer in a whole step, and asks nothing', () => {
    expect(said('Ana sends the redlines by 14 Nov 2026')).toEqual({
      actor: 'Ana',
      action: true,
      date: ['14 Nov 2026', '2026-11-14'],
      side: 'Ana',
      ask: null,
    });
    expect(said('Ana Roth (buyer): redlines by 14 Nov 2026; proof: mail').ask).toBeNull();
    expect(said('Frau Adler schickt den Vertrag am 4. Dezember 2026, Kunde bestätigt').ask).toBeNull();
    expect(said('Mme Morel renvoie le bon de commande le 4 décembre 2026 aux achats').ask).toBeNull();
  });

  it.each([
    ['Send the contract by 2026-11-14', 'Who does it?'],
    ['Vertrag verschicken bis 2026-11-14', 'Who does it?'],
    ['Send the contract on 14 Nov 2026', 'Who does it?'],
    ['Send it by 14 Nov 2026', 'Who does it?'],
    ['On envoie le devis aux achats demain', 'Which day is “demain”, with month and year?'],
    ['Ana tests the 24/7 line, version 3.5', 'By which day?'],
    ['Kim: follow up', 'What will be done?'],
    ['We call again next week', 'What will be done?'],
    ['Ana books the security review', 'By which day?'],
    ['Ana books the security review on Thursday', 'Which day is “Thursday”, with month and year?'],
    ['Ana signs, 14/11', 'Which day is “14/11”, with month and year?'],
    ['Ana signs on 3/4/2027', 'Which day is “3/4/2027”, with month and year?'],
    ['Ana unterschreibt am 14. November', 'Which day is “14. November”, with month and year?'],
    ['Marek valide le devis jeudi', 'Which day is “jeudi”, with month and year?'],
    ['Kim prepares the quote by November 14, 2026', 'What does the buyer do in it?'],
  ])('asks of "%s": %s', (text, ask) => expect(said(text).ask).toBe(ask));

  it('takes the day of the field beside the text', () => {
    expect(said('Ana books the security review', '2026-11-14').ask).toBeNull();
    expect(said('Ana books the security review on Thursday', '2026-11-14').ask).toBeNull();
  });

  it('reads a date of numbers where it means one day alone', () => {
    expect(said('Ana signs on 24/11/2026').date).toEqual(['24/11/2026', '2026-11-24']);
    expect(said('Ana signs on 24/11/2026').ask).toBeNull();
  });

  it('takes no counted thing for a day', () => {
    expect(said('Ana signs after 3 decisions of 2 marketing boards').date).toBeNull();
    expect(said('Ana signs on 3 Sept 2026').date).toEqual(['3 Sept 2026', '2026-09-03']);
  });

  it('asks nothing more of any line that Sideline writes for the buyer, in any language', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(
        word,
        fc.constantFrom('en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv'),
        fc.integer({ min: 1, max: 28 }),
        (what, locale, day) => {
          const by = `2026-11-${String(day).padStart(2, '0')}`;
          const line = courierLine({ who: 'Ana', side: 'theirs', what, by, proof: null }, locale);
          expect(check(line)).toMatchObject({ ask: null, date: { day: by } });
        },
      ),
    );
  });

  it('points into the text, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const { actor, action, date, side } = check(text);
        for (const span of [actor, action, date, side])
          if (span) expect(text.slice(span.from, span.to)).toBe(span.text);
      }),
    );
  });
});
