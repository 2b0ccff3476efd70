import { opening, skilled, spouse, student, visiteuse, visitor, worker } from './trap-letters.ts';

/** A text that leads a matcher of keywords astray, and what a careful reader says of it. */
export type TrapCase = {
  /** The trap's number in the list of traps that refusal letters set; texts with one number are variants. */
  readonly trap: number;
  readonly name: string;
  readonly text: string;
  readonly has?: readonly string[];
  /** Grounds that must not be reported; `any` allows none but those of `has`. */
  readonly hasNot?: readonly string[] | 'any';
  readonly outcome?: string;
  readonly kind?: string;
  /** Codes of notes that the report must hold, and that it must not. */
  readonly notes?: readonly string[];
  readonly notesWithout?: readonly string[];
  /** What the letter says of itself; `undefined` where nothing may be taken. */
  readonly facts?: Readonly<Partial<Record<'issued' | 'reference' | 'clientId', string | undefined>>>;
  /** Days that the letter prints, in their order. */
  readonly days?: readonly number[];
  /** Grounds that are at most a possibility, shown with their quote. */
  readonly possible?: readonly string[];
  /** Words that a quote of a reason holds, and words that no advice may hold. */
  readonly quotes?: readonly string[];
  readonly figuresWithout?: readonly string[];
};

/** Traps 1 to 25: forms, boilerplate, pasted law, negation, and words that stand in many grounds. */
export const wordTraps: readonly TrapCase[] = [
  {
    trap: 1,
    name: 'only the ticked box of a printed list counts',
    text: `${visitor}I am not satisfied that you meet the requirements, based on the factors marked below:\n[X] travel history\n[ ] family ties in Canada and in your country of residence\n[ ] purpose of visit\n[ ] limited employment prospects in your country of residence\n`,
    has: ['travel-history'],
    hasNot: 'any',
  },
  {
    trap: 2,
    name: 'a tick of a symbol font is still a tick',
    text: `${visitor}I am not satisfied that you will leave Canada, based on:\n\uf0fe purpose of visit\n\uf0a8 travel history\n`,
    has: ['purpose-of-visit'],
    hasNot: ['travel-history'],
  },
  {
    trap: 3,
    name: 'several factors that officers consider are no reasons',
    text: `${visitor}In reaching a decision, an officer considers several factors; these may include the applicant's travel and identity documents, reason for travel to Canada, contacts in Canada, financial means for the trip and ties to country of residence.\n\nYour travel history is insufficient.\n`,
    has: ['travel-history'],
    hasNot: ['assets-financial-situation', 'insufficient-funds-visit', 'purpose-of-visit', 'weak-establishment-home'],
  },
  {
    trap: 4,
    name: 'subsection 11(1) is printed in every letter',
    text: `${visitor}In accordance with Section A11(1) of the Immigration and Refugee Protection Act, any person wishing to become a temporary resident of Canada must satisfy an officer that he or she is not inadmissible to Canada and will leave Canada by the end of the period authorized for his or her stay.\n\nThe purpose of your visit is not consistent with a temporary stay.\n`,
    has: ['purpose-of-visit'],
    hasNot: ['criminality', 'misrepresentation', 'noncompliance-a41'],
  },
  {
    trap: 5,
    name: 'of a pasted section only the paragraph found unmet counts',
    text: `${worker}Subsection 200(3) of the Regulations states that an officer shall not issue a work permit to a foreign national if (a) there are reasonable grounds to believe that the foreign national is unable to perform the work sought; (e) the foreign national has engaged in unauthorized study or work in Canada.\n\nSpecifically, I am not satisfied that you are able to perform the work sought.\n`,
    has: ['unable-to-perform-work'],
    hasNot: ['unauthorized-work-r200'],
  },
  {
    trap: 6,
    name: 'a finding in the person’s favour is none',
    text: `${visitor}I have no concerns regarding your travel history. I am satisfied that you have sufficient funds. I am not satisfied that you will leave Canada at the end of your stay.\n`,
    has: ['will-not-leave-canada'],
    hasNot: ['travel-history', 'insufficient-funds-visit', 'assets-financial-situation'],
  },
  {
    trap: 6,
    name: 'une conclusion favorable n’en est pas une',
    text: `${visiteuse}Je suis convaincu que vos fonds sont suffisants. Je ne suis pas convaincu que vous quitterez le Canada à la fin de votre séjour.\n`,
    has: ['will-not-leave-canada'],
    hasNot: ['insufficient-funds-visit', 'assets-financial-situation'],
  },
  {
    trap: 7,
    name: 'what is conceded is no reason',
    text: `${visitor}While I acknowledge that you have sufficient funds, I am not satisfied that you will leave Canada at the end of your stay.\n`,
    has: ['will-not-leave-canada'],
    hasNot: ['insufficient-funds-visit', 'assets-financial-situation'],
  },
  {
    trap: 8,
    name: 'facts with which officers’ notes open are no grounds',
    text: 'PA, 27, single, applying for SP. Tuition paid, POF provided. Family in COR. Study plan vague and does not explain choice of program. Refused.',
    has: ['study-plan-unreasonable'],
    hasNot: ['study-funds-r220', 'assets-financial-situation', 'family-ties-outside-canada'],
  },
  {
    trap: 9,
    name: 'a fairness letter refuses nothing',
    text: `${opening}I have concerns that your bank letter is not authentic and that you may be inadmissible under A40(1)(a). Before I make a final decision, you have 30 days from the date of this letter to respond.\n`,
    hasNot: 'any',
    outcome: 'undecided',
    kind: 'procedural-fairness',
  },
  {
    trap: 10,
    name: 'rejected for being incomplete is no refusal',
    text: `${opening}Your application does not meet the requirements of a complete application as described in section 10 of the Regulations. Your application is rejected for being incomplete and therefore was not put into processing.\n`,
    outcome: 'returned',
    kind: 'returned-incomplete',
  },
  {
    trap: 12,
    name: 'untruthful answers are not yet a misrepresentation',
    text: `${visitor}I am not satisfied that you have answered all questions truthfully, as required by subsection 16(1).\n`,
    has: ['truthfulness-a16'],
    hasNot: ['misrepresentation'],
  },
  {
    trap: 12,
    name: 'a finding under paragraph 40(1)(a) is one',
    text: `${visitor}You have been found inadmissible to Canada in accordance with paragraph 40(1)(a) of the Act for misrepresentation.\n`,
    has: ['misrepresentation'],
  },
  {
    trap: 13,
    name: 'a warning accuses nobody',
    text: `${visitor}Your travel history is insufficient.\n\nYou are reminded that misrepresentation may make you inadmissible to Canada for five years.\n`,
    has: ['travel-history'],
    hasNot: ['misrepresentation', 'within-misrep-bar'],
  },
  {
    trap: 14,
    name: 'an inadmissible employer is not an inadmissible person',
    text: 'L’employeur est inadmissible en vertu du paragraphe 200(3)h) du Règlement et ne peut embaucher de travailleurs étrangers.',
    hasNot: ['criminality', 'security', 'noncompliance-a41', 'misrepresentation'],
  },
  {
    trap: 15,
    name: 'stamps of the access law are no sections of the immigration law',
    text: 'PA seeks TRV. s.21(1) s.15(1) s.16(1)(c) 19(1). Funds insufficient for the trip. Refused.',
    hasNot: ['truthfulness-a16', 'documents-not-provided', 'security'],
  },
  {
    trap: 16,
    name: 'family ties are named with their direction',
    text: `${visitor}You have significant family ties in Canada.\n`,
    hasNot: ['family-ties-outside-canada'],
  },
  {
    trap: 17,
    name: 'money to settle is not money to travel',
    text: `${skilled}I am not satisfied that you have transferable and available settlement funds, unencumbered by debts or other obligations.\n`,
    has: ['settlement-funds'],
    hasNot: ['financial-inadmissible', 'insufficient-funds-visit', 'study-funds-r220', 'sponsor-income'],
  },
  {
    trap: 18,
    name: 'the purpose of a marriage is not the purpose of a visit',
    text: `${spouse}Your marriage was entered into primarily for the purpose of acquiring status under the Act.\n`,
    has: ['relationship-not-genuine'],
    hasNot: ['purpose-of-visit', 'business-purpose'],
  },
  {
    trap: 19,
    name: 'genuine is said of students, offers and couples',
    text: `${student}I am not satisfied that you are a genuine student.\n`,
    has: ['genuine-student'],
    hasNot: ['relationship-not-genuine', 'job-offer-not-genuine', 'document-authenticity'],
  },
  {
    trap: 20,
    name: '216(1)(e) is about the school, not about leaving',
    text: `${student}You do not meet R216(1)(e): you have not been accepted to undertake a program of study at a designated learning institution.\n`,
    hasNot: ['will-not-leave-canada'],
  },
  {
    trap: 21,
    name: '200(3)(a) is decided with its words',
    text: `${worker}Under R200(3)(a) I have reasonable grounds to believe that you are unable to perform the work sought.\n`,
    has: ['unable-to-perform-work'],
    hasNot: ['unauthorized-work-r200'],
  },
  {
    trap: 25,
    name: 'notes in English behind a letter in French are read too',
    text: `${visiteuse}Vos antécédents de voyage sont insuffisants.\n\nNotes de l'agent\n\nNot satisfied that PA will leave Canada at the end of the authorized stay.\n`,
    has: ['travel-history', 'will-not-leave-canada'],
  },
];
