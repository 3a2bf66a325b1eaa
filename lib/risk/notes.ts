import type { SignalName } from './types.ts';

// Apart from the figures, which the background carries and scores by: these are for whoever looks at them or changes them.

/** Where the figures of each limit come from. */
export const LIMIT_NOTES: Record<SignalName, string> = {
  'close-date-past':
    'A date in the past is wrong in any stage; some days are left to correct it, one where signing is near.',
  pushed: 'Practitioners call three moves the end of a date, or colour them from three on; the days are judgement.',
  stalled:
    'Vendors mark 14 to 30 days in a stage, 60 without an action of the buyer; twice the usual time is critical.',
  'stage-back': 'Counted in stages, from where the deal stood before it moved back.',
  'no-next-step':
    'Practitioners want a step planned within 14 days and call none critical. In early stages for big deals alone.',
  'next-step-past': 'Time to log what happened, shorter where signing is near.',
  'no-activity': 'A vendor marks 14 days low and 30 high, another 30; long cycles allow for more.',
  'date-too-early': 'Due this month and still qualifying is a published red flag; the days per stage are judgement.',
  'amount-cut': 'A vendor marks a fall of 10 percent; amounts still settle in the middle of a pipeline.',
  'unusual-size':
    'In published data the largest fifth is won far less often; a practitioner marks twice the usual size.',
  'buyer-silent': 'Offers that the buyer had not answered after 14 days were lost in 70 %, answered ones in 26 %.',
  'seller-alone': "Days with an act of ours since theirs. Measured, the seller's own calls say nothing by themselves.",
  'due-this-period': 'Due this month and still in qualification or earlier is a published red flag.',
  'older-than-won': 'Loss 0.56 at the usual winning time, 0.68 at one and a half times, 0.77 at twice, then flat.',
  'stage-skipped': 'Counted in stages passed over. Shown, not counted: no figure is published.',
  'stage-unproven': 'Counted in proofs answered with no. Proofs that nobody asked about do not count.',
  'vague-step': 'Off at first: shown once your own deals say that it counts.',
  'step-unchanged': 'Between two looks that showed the same step; a step whose day lies ahead is no old one.',
  'step-too-far': 'A practitioner wants a step planned within 14 days; an agreed wait takes the signal away.',
  'amount-unrefined':
    'Stages passed with the first round figure. Round figures were won half as often, but only at the very end.',
  'few-contacts':
    'One contact is critical with practitioners; one firm won 58 % with four or more. Above the median amount alone.',
  'no-decision-maker':
    'A vendor gives the decision-maker 10 of 100 points; where roles are shown, or the checklist answers.',
  'qualification-gaps': 'A vendor marks two or three gaps yellow, four red; early on there may be one more.',
  competitor: 'Known competitor: won 19 against 70 % in one set of deals, 19 against 32 % in another.',
  'owner-changed': 'Shown, not counted: a handover is a thing to ask about, not a mark.',
  reopened: 'For a quarter after it was opened again; no figure is published.',
  'commit-unproven': 'Counted in families of signs against it; in an early stage one is enough.',
  'buyer-acted': 'Offers answered by day 14 were lost in 26 %, the others in 70 %.',
  'moved-on': 'Moved within a week: lost in about 30 %, against 51 to 84 % of those that had stood longer.',
  'offer-revised': 'Lost in 74 % with one offer, 59 % with two, 40 % with three.',
  'promise-kept': 'Not in any public data.',
};

/** Where each weight comes from. */
export const WEIGHT_NOTES: Record<SignalName, string> = {
  stalled: 'The stage clock is the best single sign: 1.6 to 2.4 log-odds between a moving and a standing deal.',
  'stage-back': 'Practitioners name it as the first cause of long cycles; no figure is published.',
  'close-date-past': 'A date nobody corrected is a deal nobody looked at.',
  pushed: 'No study with figures by number of moves was found.',
  'date-too-early': 'A published red flag without a figure.',
  'no-next-step': 'No study of deals with and without a step was found.',
  'next-step-past': 'As for a missing step.',
  'no-activity':
    "Silence of any kind says little, because the seller's own calls count as activity: about 0.4 log-odds.",
  'amount-cut': 'Not in any public data.',
  'unusual-size':
    'Lost more often by 1 to 1.9 log-odds in the largest fifth; taken lower, since size goes with long horizons.',
  'buyer-silent':
    'What the buyer did is about as good a sign as the stage clock (0.26 against 0.70 lost); taken lower, as acts are not all seen.',
  'seller-alone':
    "The seller's follow-up calls carried nothing by themselves; what counts is the silence that they tell of.",
  'due-this-period': 'A published red flag without a figure.',
  'older-than-won': '0.5 log-odds at one and a half times the usual winning time, 1.0 at twice, flat from there.',
  'stage-skipped': 'No figure was found.',
  'stage-unproven': 'Second-hand: criteria of what the buyer did made forecasts better.',
  'vague-step': 'No figure was found.',
  'step-unchanged': 'No figure was found; a step that does not change is half a missing one.',
  'step-too-far': 'No figure was found.',
  'amount-unrefined': 'Measured on final amounts alone, which give the end away.',
  'few-contacts': 'One firm: 58 % won with four contacts or more; vendors give contacts a fifth of their points.',
  'no-decision-maker': 'A vendor gives the decision-maker a tenth of its points.',
  'qualification-gaps': 'A vendor marks two gaps yellow and four red; the weight is judgement.',
  competitor: '0.7 log-odds in the larger set, 2.3 in the smaller; at its limit two thirds of the smaller figure.',
  'owner-changed': 'A handover says nothing against a deal, nor against anybody.',
  reopened: 'No figure was found.',
  'commit-unproven': 'It stands on signs that are counted already.',
  'buyer-acted': 'Answered offers were lost in 26 %, the others in 70 %; an act of any kind says less.',
  'moved-on': 'Lost in 30 % within a week of a move, in 55 to 66 % on average: 1.1 to 1.4 log-odds.',
  'offer-revised': '0.7 log-odds for the second offer, 1.4 for the third.',
  'promise-kept': 'Not in any public data.',
};
