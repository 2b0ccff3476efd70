import type { Answers } from '../../src/model/advice.ts';
import { type Document, wordsOf } from '../../src/model/document.ts';
import { evidenceOf } from '../../src/model/evidence.ts';
import type { Report } from '../../src/report/report-schema.ts';

type Evidence = Report['grounds'][number]['sightings'][number]['evidence'];

/** The evidence for words that the letter holds. */
function find(document: Document, text: string): Evidence {
  const words = wordsOf(document);
  const wanted = text.split(' ');
  const from = words.findIndex((_, at) => wanted.every((word, index) => words[at + index]?.text === word));
  if (from < 0) throw new RangeError(`the sample letter doesn't say: ${text}`);
  const { quote, places } = evidenceOf(document, { from, to: from + wanted.length });
  return { quote, places: [...places] };
}

const law = (id: string, en: string, fr: string) => ({
  id,
  title: { en, fr },
  url: { en: 'https://laws-lois.justice.gc.ca/eng/', fr: 'https://laws-lois.justice.gc.ca/fra/' },
});
const leaveLaw = law(
  'irpr/216/1/b',
  'IRPR 216(1)(b): will leave at the end of the stay',
  'RIPR 216(1)b) : quittera à la fin du séjour',
);
const courtLaw = law(
  'irpa/72/2/b',
  'IRPA 72(2)(b): time for judicial review',
  'LIPR 72(2)b) : délai du contrôle judiciaire',
);

const grounds = [
  {
    id: 'family-ties',
    title: { en: 'Family ties outside Canada', fr: 'Liens familiaux hors du Canada' },
    summary: {
      en: 'The officer thinks that too few people or duties in your home country would bring you back.',
      fr: 'L’agent estime que trop peu de personnes ou d’obligations vous feraient revenir dans votre pays.',
    },
    quote: 'You do not have significant family ties outside Canada.',
    strength: 'stated',
  },
  {
    id: 'purpose-of-visit',
    title: {
      en: 'Purpose of visit does not fit a temporary stay',
      fr: 'But de la visite incompatible avec un séjour temporaire',
    },
    summary: {
      en: 'Your reasons for coming did not convince the officer that you plan to stay only for a time.',
      fr: 'Vos raisons n’ont pas convaincu l’agent que vous comptez rester seulement un temps.',
    },
    quote:
      'The purpose of your visit to Canada is not consistent with a temporary stay given the details you have provided in your application.',
    strength: 'stated',
  },
  {
    id: 'assets-financial-situation',
    title: { en: 'Not enough money for the trip', fr: 'Moyens financiers insuffisants' },
    summary: {
      en: 'The officer was not convinced that you can pay for the trip and the stay.',
      fr: 'L’agent n’était pas convaincu que vous pouvez payer le voyage et le séjour.',
    },
    quote:
      'Your assets and financial situation are insufficient to support the stated purpose of travel for yourself and any accompanying family members.',
    strength: 'stated',
  },
  {
    id: 'study-plan-not-reasonable',
    title: { en: 'The study plan does not seem reasonable', fr: 'Le plan d’études ne semble pas raisonnable' },
    summary: {
      en: 'The officer did not see how these studies follow from what you have studied and worked at so far.',
      fr: 'L’agent n’a pas vu comment ces études découlent de votre parcours.',
    },
    quote: 'Your stated plan does not seem reasonable given your employment and education history.',
    strength: 'likely',
  },
] as const;

const documents = [
  ['family-ties-proof', 'Proof of close family at home', 'Preuve de proches dans votre pays', ['family-ties'], true],
  [
    'dependants-needs-proof',
    'Proof that someone depends on you',
    'Preuve qu’une personne dépend de vous',
    ['family-ties'],
    false,
  ],
  [
    'study-plan',
    'Study plan with the career it leads to',
    'Plan d’études avec la carrière visée',
    ['purpose-of-visit', 'study-plan-not-reasonable'],
    true,
  ],
  [
    'career-evidence',
    'Proof of the jobs the programme opens at home',
    'Preuve des emplois que le programme ouvre chez vous',
    ['study-plan-not-reasonable'],
    false,
  ],
  [
    'bank-statements',
    'Bank statements of the last six months',
    'Relevés bancaires des six derniers mois',
    ['assets-financial-situation'],
    true,
  ],
  [
    'source-of-funds-proof',
    'Proof of where large deposits came from',
    'Preuve de l’origine des dépôts importants',
    ['assets-financial-situation'],
    true,
  ],
  [
    'funds-table',
    'One-page table of costs and money',
    'Tableau d’une page : coûts et argent',
    ['assets-financial-situation'],
    false,
  ],
  [
    'letter-of-explanation',
    'Letter that answers each reason in turn',
    'Lettre qui répond à chaque motif',
    ['family-ties', 'purpose-of-visit', 'assets-financial-situation', 'study-plan-not-reasonable'],
    true,
  ],
] as const;

const terms = {
  newEvidence: {
    en: 'Not for new documents: the judge looks at the file as it was.',
    fr: 'Pas de nouveaux documents : le juge regarde le dossier tel qu’il était.',
  },
  whoMayAct: { en: 'A lawyer, or you yourself.', fr: 'Un avocat, ou vous-même.' },
  doesNotStop: {
    en: 'It does not give you status while you wait.',
    fr: 'Elle ne vous donne pas de statut pendant l’attente.',
  },
};

function courtRoute(answers: Answers): Report['routes'][number] {
  const from = answers.notified ?? '2026-11-12';
  const days = answers.decided === 'inside' ? 15 : 60;
  const on = new Date(Date.parse(`${from}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const steps = [
    {
      en: `The day you were told: ${from}. It is not counted.`,
      fr: `Le jour où vous avez été informé : ${from}. Il ne compte pas.`,
    },
    { en: `${days} days later: ${on}.`, fr: `${days} jours plus tard : ${on}.` },
  ];
  const ifNot = {
    on: '2026-11-27',
    when: { en: 'if the decision was made in Canada.', fr: 'si la décision a été prise au Canada.' },
  };
  return {
    id: 'ca.judicial-review',
    title: {
      en: 'Ask the Federal Court to review the decision',
      fr: 'Demander à la Cour fédérale de contrôler la décision',
    },
    state: 'open',
    why: {
      en: 'For decisions that are unreasonable or unfair. The court can send the file back, not grant the permit.',
      fr: 'Pour les décisions déraisonnables ou inéquitables. La Cour peut renvoyer le dossier, pas accorder le permis.',
    },
    law: [courtLaw],
    fee: {
      what: { en: 'Filing', fr: 'Dépôt' },
      amount: 50,
      currency: 'CAD',
      since: '2024-01-01',
      source: 'https://www.fct-cf.ca/',
      checkBy: '2026-06-01',
      check: true,
    },
    needs: ['decided'],
    deadline: {
      on,
      countedFrom: from,
      within: `P${days}D`,
      working: steps.map(({ en }) => en),
      steps,
      law: courtLaw,
      daysLeft: 0,
      passed: false,
      ...(answers.decided === undefined ? { ifNot } : {}),
    },
    ...terms,
  };
}

function routesOf(answers: Answers): Report['routes'] {
  return [
    {
      id: 'ca.reapply',
      title: { en: 'Apply again with a better file', fr: 'Présenter une nouvelle demande' },
      state: 'open',
      why: {
        en: 'Nothing in the letter bars a new application. Send one only with what was missing.',
        fr: 'Rien dans la lettre n’empêche une nouvelle demande. Envoyez-la seulement avec ce qui manquait.',
      },
      law: [leaveLaw],
      fee: {
        what: { en: 'Study permit', fr: 'Permis d’études' },
        amount: 150,
        currency: 'CAD',
        since: '2025-12-01',
        source: 'https://www.canada.ca/',
        checkBy: '2026-12-01',
        check: false,
      },
      needs: [],
      ...terms,
      newEvidence: {
        en: 'Yes, this is the way for new documents.',
        fr: 'Oui, c’est la voie pour de nouveaux documents.',
      },
      doesNotStop: {
        en: 'It does not stop the time for judicial review.',
        fr: 'Elle n’arrête pas le délai du contrôle judiciaire.',
      },
      link: { en: 'https://www.canada.ca/en.html', fr: 'https://www.canada.ca/fr.html' },
    },
    courtRoute(answers),
    {
      id: 'ca.reconsideration',
      title: { en: 'Ask the office to look again', fr: 'Demander au bureau de réexaminer' },
      state: 'unknown',
      why: {
        en: 'Only for a clear error on the face of the decision.',
        fr: 'Seulement pour une erreur évidente dans la décision.',
      },
      law: [],
      needs: ['notified'],
      ...terms,
    },
    {
      id: 'ca.restoration',
      title: { en: 'Restore your status', fr: 'Rétablir votre statut' },
      state: 'closed',
      why: {
        en: 'Only for people who are in Canada and lost their status.',
        fr: 'Seulement pour les personnes au Canada qui ont perdu leur statut.',
      },
      law: [],
      needs: [],
      ...terms,
    },
  ];
}

function checklistOf(answers: Answers): Report['checklist'] {
  return documents.map(([document, en, fr, answered, required]) => ({
    document,
    name: { en, fr },
    how: {
      en: 'Ask the office or bank that issues it; keep the original and a scan.',
      fr: 'Demandez-le au bureau ou à la banque qui le délivre ; gardez l’original et une copie numérisée.',
    },
    mustShow: { en: 'Your name, the date, and who signed it.', fr: 'Votre nom, la date et le signataire.' },
    validity: { en: 'Not older than three months.', fr: 'Pas plus de trois mois.' },
    for: answered.map((ground) => `ca.${ground}`),
    required,
    mistakes: [{ en: 'A screenshot without your name.', fr: 'Une capture d’écran sans votre nom.' }],
    decides: required ? 'answers' : 'supports',
    situations: [],
    figures: [],
    ...(answers.submitted?.includes(document) === true
      ? {
          submitted: {
            en: 'You sent this before. It must be better now.',
            fr: 'Vous l’aviez envoyé. Il doit être meilleur.',
          },
        }
      : {}),
  }));
}

const questions: Report['questions'] = [
  {
    id: 'decided',
    text: { en: 'Where was the decision made?', fr: 'Où la décision a-t-elle été prise ?' },
    changes: ['ca.judicial-review'],
    answer: {
      type: 'choice',
      options: [
        { value: 'inside', label: { en: 'In Canada', fr: 'Au Canada' } },
        { value: 'outside', label: { en: 'Outside Canada', fr: 'Hors du Canada' } },
      ],
    },
  },
  {
    id: 'notified',
    text: { en: 'On what day were you told of the decision?', fr: 'Quel jour avez-vous été informé de la décision ?' },
    changes: ['ca.judicial-review', 'ca.reconsideration'],
    answer: { type: 'day' },
  },
];

const remedies: Report['remedies'] = grounds.map(({ id }) => ({
  ground: `ca.${id}`,
  show: {
    en: 'That what the officer doubted is so, with papers from people who have no stake in it.',
    fr: 'Que ce dont l’agent doutait est vrai, avec des papiers de personnes sans intérêt dans l’affaire.',
  },
  documents: documents
    .filter(([, , , answered]) => answered.some((one) => one === id))
    .map(([document, en, fr, , required]) => ({
      id: document,
      name: { en, fr },
      why: { en: 'It answers the doubt directly.', fr: 'Il répond directement au doute.' },
      required,
    })),
  mistakes: [
    {
      en: 'Sending the same file again with a better cover letter.',
      fr: 'Renvoyer le même dossier avec une meilleure lettre.',
    },
  ],
}));

/** A report on the letter of `sampleDocument`, hand-made: what a page has to show at its fullest. */
export function demoReport(document: Document, answers: Answers = {}): Report {
  return {
    format: 1,
    made: '2026-11-25T12:00:00.000Z',
    madeWith: { analyzer: 'test', pack: 'ca', packSha256: 'b'.repeat(64) },
    document: {
      name: document.name,
      sha256: document.sha256,
      mediaType: document.mediaType,
      pages: document.pages.map(({ number, width, height, origin, confidence }) => ({
        number,
        width,
        height,
        origin,
        confidence,
      })),
    },
    letter: {
      kind: 'study-permit-refusal',
      title: { en: 'Study permit refusal', fr: 'Refus de permis d’études' },
      outcome: 'refused',
      readAs: 'letter',
      language: 'en',
      country: 'ca',
      application: 'study',
      issued: { value: '2026-11-12', evidence: find(document, 'November 12, 2026') },
      reference: { value: 'S000000001', evidence: find(document, 'S000000001') },
      clientId: { value: '00-0000-0001', evidence: find(document, '00-0000-0001') },
    },
    grounds: grounds.map(({ id, title, summary, quote, strength }) => ({
      ground: `ca.${id}`,
      strength,
      title,
      summary,
      class: 'discretionary',
      law: [leaveLaw],
      sightings: [
        {
          clue: strength === 'stated' ? 'wording' : 'phrase',
          zone: 'reasons',
          pattern: quote,
          evidence: find(document, quote),
        },
      ],
    })),
    dismissed: [
      {
        ground: 'ca.will-not-leave',
        title: { en: 'Will not leave', fr: 'Ne quittera pas' },
        because: { en: 'The general rule, not a reason of its own.', fr: 'La règle générale, pas un motif à part.' },
        clue: 'citation',
        zone: 'reasons',
        pattern: 'irpr/216/1/b',
        evidence: find(document, 'by paragraph 216(1)(b) of the IRPR.'),
      },
    ],
    unrecognised: [
      {
        evidence: find(document, "The sponsor's letter was noted but carries little weight."),
        nearest: ['ca.assets-financial-situation'],
      },
    ],
    boxes: [],
    remedies,
    checklist: checklistOf(answers),
    routes: routesOf(answers),
    questions,
    notes: [
      {
        code: 'law-changed',
        detail: {
          en: 'The rule cited was amended after the letter was written.',
          fr: 'La règle citée a été modifiée après la lettre.',
        },
      },
    ],
  };
}
