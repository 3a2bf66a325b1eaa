import type { HedgeKind } from '../../../lib/process/wording/hedge-list.ts';

/**
 * Sentences as sellers write them, made up for this and labelled by hand before any list was tuned: `{b:I think}` is a
 * hedge and of which kind. `UNSEEN` was written once the lists stood still, and no list was changed for it.
 */
export type Labelled = { text: string; hedges: { from: number; to: number; kind: HedgeKind }[] };

const KINDS: Record<string, HedgeKind> = {
  b: 'belief',
  h: 'hope',
  p: 'probability',
  a: 'appearance',
  t: 'time',
  q: 'quantity',
};

function labelled(lines: string): Labelled[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const hedges: Labelled['hedges'] = [];
      let text = '';
      for (const [, kind, marked, plain] of line.trim().matchAll(/\{(\w):([^}]+)\}|([^{]+)/g)) {
        const name = KINDS[kind ?? ''];
        if (marked && name) hedges.push({ from: text.length, to: text.length + marked.length, kind: name });
        text += marked ?? plain ?? '';
      }
      return { text, hedges };
    });
}

export const SEEN: Record<'en' | 'de' | 'fr', Labelled[]> = {
  en: labelled(`
    They {p:should} sign by 14 Nov.
    {p:Should} be fine with legal.
    {b:I think} the budget is approved.
    {h:Hopefully} Priya brings her CFO on Thursday.
    They {a:seem} happy with the pilot.
    Procurement will {p:probably} come back {t:soon}.
    The board {p:might} decide in December.
    {a:Looks like} they go with the annual plan.
    {a:It looks like} their lawyer is on leave.
    We {p:should} call Ana again.
    {b:I guess} Tom has the last word.
    Tom {p:may} need another approval.
    {b:I believe} the champion is on our side.
    {h:I hope} to hear from them after the holidays.
    {h:Fingers crossed} for the committee.
    {p:Maybe} a second demo helps.
    {p:Perhaps} their IT wants a call first.
    Signature is {p:likely} this month.
    They are {p:unlikely} to move the date.
    {a:Apparently} the competitor dropped out.
    The new director {a:appears to} like the offer.
    Contract goes out {t:shortly}.
    We will send the numbers {t:at some point}.
    She needs {q:a few} changes in the order form.
    {q:A couple of} users still test it.
    Pricing is {q:more or less} agreed.
    The scope is {q:pretty much} done.
    They are {q:kind of} interested in the larger package.
    {b:We expect} the redlines this week.
    {b:I assume} their security team has signed off.
    {b:I'm pretty sure} Marek decides.
    {b:As far as I know} there is no tender.
    {b:My feeling is} that they wait for our discount.
    It {p:could} close before Christmas.
    {p:Potentially} 40 more seats in spring.
    {a:Sounds like} the project lead is on board.
    {p:Presumably} legal looks at it {t:sometime} next week.
    We are {h:hoping} for a yes in the steering meeting.
    {h:With a bit of luck} we get the order on Friday.
    They {p:should} be able to confirm {t:in the coming days}.
    The CFO {a:seemed} convinced, so it {p:should} go through.
    {b:I don't think} price is the issue.
    {p:In theory} the paper process takes two weeks.
    {b:In my opinion} we lead against the other vendor.
    Will follow up {t:asap}.
    They'll get back to us {t:in due course}.
    Ana (buyer): redlines by 14 Nov 2026; proof: mail
    The deal should include SSO.
    The contract should cover support for two years.
    Priya sends the signed order form on 4 Dec 2026.
    They must sign before 30 Nov or the price changes.
    Marek books the security review for 12 January.
    Should you need anything else, call Lena Brandt.
    What should we send to procurement?
    Could you send us the vendor form?
    They could not open the attachment.
    Meeting with legal on 6 May.
    The pilot starts in May.
    Lena from purchasing asked for a revised quote on Tuesday.
    Ana Roth, 12 Nov: "I think we can sign on the 20th."
    "We should have budget in January", said Tom Weir on 3 Nov 2026.
    The tool should support Azure login.
    Their CTO appears on the signature page.
    They think the price is too high and asked for 10 % off.
    I will think through the rollout plan with Jo on Monday.
    The hope of a quick win is gone; they sign in March.
    Decision on 2 December, Karin Wolf presents it to the board.
    Send the order form to Priya, she returns it by Friday.
    Kick-off was held, eleven people from their side came.
    It looks the same in the second environment, tests passed on Monday.
  `),
  de: labelled(`
    Sie {p:sollten} bis 14. November unterschreiben.
    Das {p:müsste} für den Einkauf passen.
    Der Vorstand {p:dürfte} im Dezember entscheiden.
    Die Freigabe kommt {p:wohl} nächste Woche.
    {h:Hoffentlich} bringt Frau Adler den Finanzchef mit.
    {b:Ich glaube}, das Budget ist durch.
    {b:Ich denke}, Herr Lorenz entscheidet allein.
    Der Kunde {a:scheint} mit dem Pilot zufrieden zu sein.
    {a:Anscheinend} ist der Wettbewerber raus.
    Die Unterschrift kommt {p:wahrscheinlich} im März.
    {p:Vielleicht} hilft ein zweiter Termin mit der IT.
    Sie melden sich {t:bald}.
    Das Angebot geht {t:demnächst} raus.
    {b:Wir gehen davon aus}, dass die Rechtsabteilung zustimmt.
    Der Vertrag ist {q:mehr oder weniger} fertig.
    Es fehlen noch {q:ein paar} Angaben.
    {p:Eventuell} braucht der Einkauf noch ein Angebot.
    {h:Wir hoffen} auf eine Zusage am Freitag.
    {a:Sieht so aus}, als würde Frau Berger mitgehen.
    Er {p:könnte} das noch in diesem Quartal freigeben.
    {b:Vermute}, dass der Preis passt.
    {p:Vermutlich} prüft die IT erst im Januar.
    {t:Irgendwann} nächste Woche meldet sich der Einkauf.
    {b:Meiner Meinung nach} liegen wir vorn.
    {a:Offenbar} hat die Geschäftsführung gewechselt.
    Frau Adler schickt den unterschriebenen Vertrag am 4. Dezember 2026.
    Das Angebot sollte SSO enthalten.
    Die Lösung sollte auch Azure unterstützen.
    Herr Lorenz muss bis Freitag freigeben.
    Sollten Sie Fragen haben, rufen Sie Lena Brandt an.
    Könnten Sie uns bitte das Formular schicken?
    Frau Adler, 12. November: „Ich denke, wir unterschreiben am 20.“
    Termin mit der Rechtsabteilung am 6. Mai um zehn.
    Der Einkauf fühlt sich mit dem Rabatt wohl.
    Elf Personen vom Kunden waren beim Auftakt dabei.
  `),
  fr: labelled(`
    Ils {p:devraient} signer avant le 14 novembre.
    {b:Je pense} que le budget est validé.
    {h:J'espère} avoir une réponse vendredi.
    Le directeur {a:semble} convaincu.
    {p:Peut-être} une deuxième démo avec la DSI.
    {p:Normalement} le contrat part lundi.
    {b:Je crois} que Mme Morel décide seule.
    Le comité tranchera {p:probablement} en décembre.
    {a:Apparemment} le concurrent a été écarté.
    Ils reviennent vers nous {t:bientôt}.
    On envoie le devis {t:dès que possible}.
    Il reste {q:quelques} points à voir avec le juridique.
    Le périmètre est {q:plus ou moins} figé.
    {p:En principe} les achats valident cette semaine.
    {h:Nous espérons} une signature avant Noël.
    {b:À mon avis} nous sommes devant.
    Le client {a:a l'air} satisfait du pilote.
    Elle {p:pourrait} signer sans passer par le comité.
    {p:Sans doute} une remise sera demandée.
    {a:On dirait} que le projet est reporté.
    {b:Je suppose} que la sécurité a donné son accord.
    Ça {p:devrait} passer avec les achats.
    Retour attendu {t:dans les prochains jours}.
    {h:Avec un peu de chance} la commande arrive jeudi.
    {a:Il paraît} que le DAF a changé.
    Mme Morel renvoie le bon de commande signé le 4 décembre 2026.
    Le contrat devrait inclure le SSO.
    La solution devrait prendre en charge Azure.
    M. Garnier doit valider avant vendredi.
    Pourriez-vous nous envoyer le formulaire fournisseur ?
    Mme Morel, le 12 novembre : « Je pense que nous signerons le 20. »
    Réunion avec le juridique le 6 mai à dix heures.
    Onze personnes du client étaient au lancement.
    Le comité a dit non à la remise.
    Les achats ont demandé un devis corrigé mardi.
  `),
};
