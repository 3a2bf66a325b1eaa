import type { HedgeKind } from '../../../lib/process/wording/hedge-list.ts';

/**
 * Sentences as sellers write them, made up for this and labelled by hand before any list was tuned: `{b:I think}` is a
 * hedge and of which kind. The lists were made by `FIRST`. Then they met sentences
 * that they had not been made by, three times: in `SECOND` they found 71.1 % of the hedges (precision 97.0 %), in `THIRD`
 * 80.0 % (97.0 %), and were widened after each; for `FOURTH` no list was changed.
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

export function labelled(lines: string): Labelled[] {
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

export const FIRST: Record<'en' | 'de' | 'fr', Labelled[]> = {
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

export const SECOND: Record<'en' | 'de' | 'fr', Labelled[]> = {
  en: labelled(`
    {b:We believe} the rollout date holds.
    Their CISO {p:might} ask for a penetration test.
    {a:Seems} the tender was cancelled.
    {b:I suspect} that Dana has no budget of her own.
    {p:Odds are} they renew in January.
    The order {p:ought to} arrive {t:any day now}.
    {h:Praying} that the audit is over by then.
    {q:Around half} of the team has logged in.
    We are {q:almost there} on price.
    {b:I feel like} the new CIO wants his own vendor.
    {a:It sounds as though} the merger eats all their time.
    {p:Conceivably} they split the order in two.
    Ravi {p:may well} take it to the board himself.
    Talk to finance {t:in a few weeks}.
    {t:Sooner or later} they need the second site.
    {h:Let's hope} the new buyer keeps the date.
    {p:Should} close {t:early next year}.
    They {a:gave the impression} of being in a hurry.
    {b:We reckon} two approvals are left.
    The offer should contain the migration for 12 sites.
    Ravi Menon signs the order on 18 December, by DocuSign.
    "Maybe in March", wrote Dana Cole on 9 Nov.
    They said {p:maybe} in March.
    Where could the order get stuck?
    Dana likes the kind of report that we showed.
    Legal returned the redlines with four comments.
    Workshop in May with both plant managers.
    If the CFO says no, Dana drops the project.
    Their board meets on 2 December and votes on it.
    Ravi asked for references in retail, sent two on Monday.
  `),
  de: labelled(`
    {b:Ich vermute}, dass Herr Kranz kein eigenes Budget hat.
    Die Bestellung {p:sollte} {t:in den nächsten Tagen} kommen.
    {a:Klingt so}, als wäre der Wettbewerb günstiger.
    {h:Hoffe}, der neue Einkäufer hält den Termin.
    {p:Möglicherweise} teilen sie den Auftrag.
    Der Bereichsleiter {a:wirkte} überzeugt.
    Wir sind uns beim Preis {q:fast} einig.
    {t:Zeitnah} beim Finanzchef nachfragen.
    {p:Unter Umständen} geht es erst {t:Anfang nächsten Jahres} los.
    {b:Meines Wissens} gibt es keine Ausschreibung.
    Herr Kranz unterschreibt am 18. Dezember per DocuSign.
    Die Plattform sollte zwölf Standorte abdecken.
    „Vielleicht im März“, schrieb Frau Cole am 9. November.
    Wer könnte die Bestellung aufhalten?
    Der Vorstand tagt am 2. Dezember und stimmt darüber ab.
  `),
  fr: labelled(`
    {b:Nous pensons} que la date tient.
    Le RSSI {p:pourrait} demander un test.
    {a:Il semblerait} que l'appel d'offres soit annulé.
    La commande {p:devrait} arriver {t:sous peu}.
    {h:Espérons} que le nouvel acheteur garde la date.
    {p:Il est possible} qu'ils coupent la commande en deux.
    {q:Environ} la moitié de l'équipe s'est connectée.
    {a:J'ai l'impression} que le DSI veut son propre fournisseur.
    {t:Début d'année prochaine} pour le deuxième site.
    {b:Je ne pense pas} que le prix bloque.
    M. Roussel signe la commande le 18 décembre.
    L'offre devrait couvrir la migration de douze sites.
    « Peut-être en mars », a écrit Mme Cole le 9 novembre.
    Qui pourrait bloquer la commande ?
    Le conseil se réunit le 2 décembre et vote.
  `),
};

export const THIRD: Record<'en' | 'de' | 'fr', Labelled[]> = {
  en: labelled(`
    {b:I think} Nadia is going to push it through her committee.
    Procurement {p:should} have the order by Wednesday.
    {h:Hopefully} the new plant manager agrees.
    They {p:might} want to start with one region.
    {a:It seems} nobody over there owns the project.
    Sent the comparison, she will {p:likely} forward it to her boss.
    {b:We assume} the old contract runs until March.
    The VP {a:seems} positive about the business case.
    They want {q:several} changes to the data agreement.
    Get back to Omar {t:at some point} after the trade fair.
    {p:Probably} needs one more approval from group.
    {q:Most of} the technical questions are closed.
    The deal is {q:basically} done.
    {b:I'm not convinced} that Omar can sign alone.
    They will {t:soon} decide between us and the incumbent.
    {p:Maybe} we offer the second year at a fixed price.
    He {a:sounded} keen when we spoke.
    The answer {p:could} take longer than planned.
    {h:Hoping} to get the signature before the quarter ends.
    {b:I'd expect} a decision from the board on 9 December.
    The report should support export to Excel.
    Omar Haddad returns the signed order by 11 December.
    Nadia, 20 Nov: "We will probably sign next week."
    Who should join the workshop from your side?
    They may not resell the data under the contract.
    Legal reviews clause 7 with Omar on Monday at 10.
    The buyer moved the kick-off to 12 January 2027.
    Three of five plants confirmed the numbers.
    Nadia likes the plan and books the room for May 4.
    Share the rollout plan with the works council by 2 December.
  `),
  de: labelled(`
    {b:Ich denke}, Frau Yilmaz bringt das durch ihr Gremium.
    Die Bestellung {p:müsste} bis Mittwoch da sein.
    {h:Hoffentlich} stimmt der neue Werksleiter zu.
    Der Einkauf {p:könnte} noch eine Runde drehen.
    {a:Es scheint}, dass dort niemand zuständig ist.
    Der alte Vertrag läuft {p:wohl} bis März.
    {p:Vielleicht} fangen sie mit einem Werk an.
    {t:Demnächst} Termin mit der IT machen.
    Die technischen Fragen sind {q:weitestgehend} geklärt.
    {b:Gefühlt} liegen wir vorn.
    Frau Yilmaz schickt die Bestellung am 11. Dezember.
    Der Bericht sollte auch einen Export nach Excel bieten.
    Was sollten wir dem Betriebsrat zeigen?
    Drei von fünf Werken haben die Zahlen bestätigt.
    Der Kunde hat den Start auf den 12. Januar 2027 gelegt.
  `),
  fr: labelled(`
    {b:Je pense} que Mme Benali va défendre le projet.
    La commande {p:devrait} arriver mercredi.
    {h:J'espère} que le nouveau directeur d'usine sera d'accord.
    {p:Peut-être} qu'ils commencent par une seule région.
    {a:Il semble} que personne ne porte le projet chez eux.
    L'ancien contrat court {p:sans doute} jusqu'en mars.
    On en reparle {t:prochainement} avec la DSI.
    Les questions techniques sont {q:quasiment} réglées.
    {b:J'ai tendance à croire} que M. Haddad ne signe pas seul.
    {p:Il y a des chances} que le comité dise oui.
    Mme Benali renvoie la commande signée le 11 décembre.
    Le rapport devrait permettre l'export vers Excel.
    Qui devrait venir à l'atelier de votre côté ?
    Trois usines sur cinq ont confirmé les chiffres.
    Le client a déplacé le lancement au 12 janvier 2027.
  `),
};

export const FOURTH: Record<'en' | 'de' | 'fr', Labelled[]> = {
  en: labelled(`
    Grace {p:should} have the signed copy back by the 9th.
    {b:I think} their controller wants a cheaper plan.
    {a:Looks like} the works council agrees.
    {h:Hopefully} Ivan gets the two approvals on Monday.
    The steering group will {p:probably} pick one vendor {t:soon}.
    {p:Maybe} their new COO restarts the whole thing.
    {b:We think} the decision sits in Oslo.
    Grace {a:seems} to prefer the three-year term.
    We agreed on {q:roughly} the same scope as last year.
    {p:Could} be that the bank needs another form.
    Catch up with Ivan {t:sometime} after the fair.
    He {p:might} be open to a smaller first step.
    {a:Apparently} the freeze ends in February.
    {h:I hope} the reference call did its job.
    They are {q:more or less} decided.
    {b:I'm fairly confident} about the renewal.
    The purchase order {p:should} be on its way.
    {b:My guess is} that Grace wants a discount first.
    {p:Perhaps} a site visit helps.
    {t:Eventually} they will need the premium plan.
    Grace Lund sends the countersigned copy on 9 December.
    The licence should cover contractors as well.
    Ivan, 21 Nov 2026: "It looks like we get the budget."
    Which approvals could hold this up?
    The legal review takes three working days.
    Ivan confirmed the go-live date of 1 March 2027 by mail.
    Call with the works council on 3 December, Ivan leads it.
    The vendor form has to be signed by two directors.
    Grace looks after the contract from January on.
    The team has tested it at 14 sites since May.
  `),
  de: labelled(`
    Frau Lund {p:sollte} den Vertrag bis zum 9. haben.
    {b:Ich glaube}, der Controller will ein kleineres Paket.
    {a:Sieht so aus}, als wäre der Betriebsrat dabei.
    {h:Hoffentlich} kommen die zwei Freigaben am Montag.
    Die Lenkungsgruppe entscheidet sich {p:wahrscheinlich} für einen Anbieter.
    Herr Thorsen meldet sich {t:in Kürze}.
    {p:Vielleicht} hilft ein Besuch im Werk.
    {a:Angeblich} endet der Stopp im Februar.
    Sie sind {q:so gut wie} entschieden.
    {b:Wir denken}, die Entscheidung fällt in Oslo.
    Frau Lund schickt den Vertrag am 9. Dezember zurück.
    Die Lizenz sollte auch externe Kräfte abdecken.
    Herr Thorsen, 21.11.2026: „Ich glaube, wir bekommen das Budget.“
    Die Prüfung dauert drei Arbeitstage.
    Zwei Direktoren müssen das Formular unterschreiben.
  `),
  fr: labelled(`
    Mme Lund {p:devrait} avoir le contrat le 9.
    {b:Je crois} que le contrôleur veut une offre plus petite.
    {a:On dirait} que le comité d'entreprise est d'accord.
    {h:On espère} les deux validations lundi.
    Le groupe choisira {p:probablement} un seul fournisseur.
    M. Thorsen revient vers nous {t:très vite}.
    {p:Peut-être} qu'une visite du site aidera.
    {a:Apparemment} le gel des achats finit en février.
    Ils sont {q:à peu près} décidés.
    {b:À mon avis} la décision se prend à Oslo.
    Mme Lund renvoie le contrat signé le 9 décembre.
    La licence devrait couvrir aussi les prestataires.
    M. Thorsen, le 21 novembre 2026 : « On dirait que nous aurons le budget. »
    La relecture prend trois jours ouvrés.
    Deux directeurs doivent signer le formulaire.
  `),
};
