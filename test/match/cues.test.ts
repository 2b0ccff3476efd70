import { describe, expect, test } from 'vitest';
import { createExplain, preparePacks } from '../../src/analyze.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';

const explain = createExplain(preparePacks(loadPacks('patterns', 'dist/packs.json')));

/** The grounds of one subject that a text gives, by their names: those that count, those that are set aside. */
function read(text: string, subject: RegExp): { readonly counts: boolean; readonly aside: boolean } {
  const found = explain(text).found.filter((each) => subject.test(each.ground));
  return {
    counts: found.some((each) => each.because === undefined),
    aside: found.some((each) => each.because !== undefined),
  };
}

const money = /funds|assets|support/;
const work = /employment/;
const travel = /travel-history/;
const paper = /documents|authenticity|not-provided|insufficient-documentation/;
const plan = /study-plan|program/;
const purpose = /purpose|itinerary/;
const couple = /relationship/;
const ties = /ties|establishment|will-not-leave/;
const truth = /misrepresentation|truthfulness/;
const income = /sponsor-income/;

type Row = readonly [why: string, text: string, subject: RegExp];

const counting: readonly Row[] = [
  [
    'a rule named in the finding',
    'I am not satisfied that you have been truthful with this office as the Act requires.',
    truth,
  ],
  [
    'a rule before the finding',
    'The Regulations require that you leave, and I am not satisfied that you will leave Canada.',
    ties,
  ],
  [
    'weighed and found wanting',
    'I have considered your bank statements and I am not satisfied that you have sufficient funds.',
    money,
  ],
  ['the finding after the concession', 'Although your school is a known one, your study plan is vague.', plan],
  ['the finding after praise', 'Your travel history is good, but you have insufficient funds.', money],
  ['praise turned around by what follows', 'I am satisfied that you do not have sufficient funds.', money],
  [
    'despite, then nothing',
    'Despite two reminders, nothing was submitted: the requested documents were not provided.',
    paper,
  ],
  [
    'what may be done stands beside the finding',
    'You may reapply, but I am not satisfied that you will leave Canada.',
    ties,
  ],
  ['not sufficient', 'The funds are not sufficient.', money],
  ['no praise in doubt', 'I doubt that the funds are sufficient for the trip.', money],
  ['a student who', 'You are a student who has not shown sufficient funds for tuition.', money],
  ['worked while', 'You have insufficient funds and travelled while unemployed.', money],
  [
    'a demand and its answer',
    'You are required to show sufficient funds and you have not shown sufficient funds.',
    money,
  ],
  ['un constat', 'Je ne suis pas convaincu que vous pouvez payer le voyage, vos fonds étant insuffisants.', money],
  ['une dette', 'Vous devez 14 200 $ et vos fonds sont insuffisants pour le séjour.', money],
  ['après la concession', "Bien que votre école soit connue, votre plan d'études est vague.", plan],
  ['après l’éloge', 'Votre emploi est stable, mais vos fonds sont insuffisants pour le séjour.', money],
  ['le contraire d’un éloge', 'Je suis convaincu que vos fonds ne sont pas suffisants.', money],
  ['pas suffisants', 'Vos fonds ne sont pas suffisants pour le séjour.', money],
  ['un étudiant qui', "Vous êtes un étudiant qui n'a pas démontré disposer de fonds suffisants.", money],
  ['soupesé puis jugé', "J'ai examiné vos relevés et je ne suis pas convaincu que vos fonds sont suffisants.", money],
  ['permis annulé', "Votre plan d'études est vague et votre emploi a été annulé.", plan],
  ['malgré, puis rien', "Malgré deux rappels, aucun des documents demandés n'a été fourni.", paper],
];

const setAside: readonly Row[] = [
  ['nobody disputes', 'Nobody disputes that you have no employment abroad.', work],
  ['no concerns with', 'There are no concerns with the lack of travel history.', travel],
  ['not in question', 'The absence of travel history is not in question.', travel],
  ['no obstacle', 'Limited travel history is no obstacle.', travel],
  ['no bearing', 'The lack of travel history has no bearing on this decision.', travel],
  ['did not enter into', 'Your lack of travel history did not enter into this decision.', travel],
  ['not the difficulty', 'Insufficient funds are not the difficulty.', money],
  ['raises no concern', 'Your limited funds raise no concern.', money],
  ['a concession', 'Even though you have insufficient funds of your own, your uncle pays.', money],
  ['agreed', 'I readily agree that you have limited travel history.', travel],
  ['while with a subject', 'While your travel history is limited, you are a young person.', travel],
  ['weighed', 'I have taken into account limited travel history.', travel],
  ['what officers look at', 'Officers look at whether a person has a weak study plan or no travel history.', plan],
  ['what many do', 'Many refusals come from insufficient funds.', money],
  ['a good application', 'A strong application explains why you have no travel history.', travel],
  ['advice', 'Worried about insufficient funds for your trip?', money],
  ['tips', 'Tips from our desk: insufficient funds can be answered with a letter.', money],
  ['a request', 'Please explain why you have no travel history.', travel],
  ['a request with “kindly”', 'Kindly account for the lack of travel history.', travel],
  ['what you should send', 'You should explain your lack of travel history.', travel],
  [
    'counsel',
    'Counsel submits that the finding of insufficient funds, like that of no travel history, was made in haste.',
    money,
  ],
  [
    'a party on the officer',
    'The applicant complains that, with no travel history at all, the officer called her a flight risk.',
    travel,
  ],
  ['a judge', 'The judge disagreed: a lack of travel history says nothing about intent.', travel],
  ['no reasonable officer', 'No reasonable officer could have found insufficient funds on this record.', money],
  ['what the officer did wrong', 'The officer was wrong to find insufficient funds.', money],
  ['a finding called unreasonable', 'The conclusion that the funds were insufficient is unreasonable.', money],
  ['it was not open', 'It was not open to the officer to point to a lack of travel history.', travel],
  ['a condition', 'If you have insufficient funds, the visa office says so.', money],
  ['a possibility', 'You may be refused for insufficient funds.', money],
  [
    'a rule for couples',
    'A couple whose marriage is not genuine may be refused; every sponsor must show a shared life.',
    couple,
  ],
  ['personne ne conteste', "Personne ne conteste l'absence de voyages antérieurs.", travel],
  ['ne soulève pas', "L'absence de voyages antérieurs ne soulève pas de préoccupation.", travel],
  ['sans incidence', "L'absence de voyages antérieurs est sans incidence.", travel],
  ['ne joue pas contre', "L'absence de voyages antérieurs ne joue pas contre vous.", travel],
  ['pas la question', 'Des fonds insuffisants ne sont pas la question.', money],
  ['une concession', 'Quand bien même vos fonds seraient insuffisants, votre oncle paie.', money],
  ['je conviens', "Je conviens que l'absence de voyages antérieurs s'explique.", travel],
  ['soupesé', "J'ai tenu compte de l'absence de voyages antérieurs.", travel],
  ['ce que regardent les agents', 'Les agents vérifient si les fonds sont insuffisants.', money],
  ['beaucoup de refus', 'Beaucoup de refus tiennent à des fonds insuffisants.', money],
  ['un bon dossier', "Un bon dossier explique l'absence de voyages antérieurs.", travel],
  ['un conseil', 'Inquiet parce que vos fonds sont insuffisants?', money],
  ['une demande', "Veuillez expliquer l'absence de voyages antérieurs.", travel],
  ['une demande avec « devez »', "Vous devez expliquer l'absence de voyages antérieurs.", travel],
  ['nous aimerions', "Nous aimerions savoir ce qui explique l'absence de voyages antérieurs.", travel],
  ['un avocat', "L'avocate soutient que, malgré des fonds dits insuffisants, son client devait être cru.", money],
  [
    'une partie sur l’agent',
    "La demanderesse reproche à l'agent d'avoir vu des fonds insuffisants là où il y en avait.",
    money,
  ],
  ['l’agent a eu tort', "L'agente a eu tort de parler de fonds insuffisants.", money],
  ['aucun agent raisonnable', 'Aucun agent raisonnable ne parlerait ici de fonds insuffisants.', money],
  ['une conclusion écartée', 'La conclusion voulant que les fonds soient insuffisants est déraisonnable.', money],
  ['une condition', 'Si vos fonds sont insuffisants, le bureau vous le dira.', money],
];

describe('cues that set a finding aside', () => {
  test.each(counting)('%s counts: %s', (_why, text, subject) => {
    expect(read(text, subject).counts).toBe(true);
  });

  test.each(setAside)('%s is set aside: %s', (_why, text, subject) => {
    expect(read(text, subject)).toEqual({ counts: false, aside: true });
  });

  test('praise of one thing leaves the finding about another', () => {
    expect(read('Relationship verified; income short of the MNI for 2022.', income).counts).toBe(true);
    expect(read('Means are ample, yet the purpose of the visit is not established.', purpose).counts).toBe(true);
  });
});
