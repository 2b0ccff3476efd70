import type { Report } from '../../src/report/report-schema.ts';

type Localized = { readonly en: string; readonly fr: string };
type Evidence = Report['unrecognised'][number]['evidence'];

const both = (en: string, fr: string): Localized => ({ en, fr });

function evidence(quote: string, top: number, page = 1): Evidence {
  return { quote, places: [{ page, box: { left: 72, top, right: 520, bottom: top + 12 } }] };
}

const law = (id: string, en: string, fr: string) => ({
  id,
  title: both(en, fr),
  url: both(`https://laws-lois.justice.gc.ca/eng/${id}`, `https://laws-lois.justice.gc.ca/fra/${id}`),
});

const leave = law('irpr/216/1/b', 'Regulations, paragraph 216(1)(b)', 'Règlement, alinéa 216(1)b)');
const court = law('irpa/72/2/b', 'Act, paragraph 72(2)(b)', 'Loi, alinéa 72(2)b)');

type SampleChange = {
  readonly name?: string;
  readonly quote?: string;
  readonly grounds?: readonly string[];
  readonly stop?: boolean;
  readonly issued?: string;
};

const titles: Readonly<Record<string, Localized>> = {
  'ca.assets-financial-situation': both('Not enough money for the trip', 'Moyens financiers insuffisants'),
  'ca.purpose-of-visit': both('Purpose of the visit in doubt', 'But de la visite mis en doute'),
  'ca.family-ties-home': both('Weak family ties at home', 'Liens familiaux faibles dans le pays d’origine'),
  'ca.travel-history': both('Little travel history', 'Peu de voyages antérieurs'),
};

const quotes: Readonly<Record<string, string>> = {
  'ca.assets-financial-situation':
    'Your assets and financial situation are insufficient to support the stated purpose of travel for yourself (and any accompanying family member(s), if applicable).',
  'ca.purpose-of-visit':
    'The purpose of your visit to Canada is not consistent with a temporary stay given the details you have provided in your application.',
  'ca.family-ties-home': 'You do not have significant family ties outside Canada.',
  'ca.travel-history': 'Your travel history.',
};

/** A report of an invented study permit refusal, with every part of a report filled. */
export function sampleReport(change: SampleChange = {}): Report {
  const ids = change.grounds ?? ['ca.assets-financial-situation', 'ca.purpose-of-visit', 'ca.family-ties-home'];
  return {
    format: 1,
    made: '2024-02-01T09:30:00.000Z',
    madeWith: { analyzer: '0.1.0', pack: 'ca', packSha256: 'ab'.repeat(32) },
    document: {
      name: change.name ?? 'c-study-en.pdf',
      sha256: 'cd'.repeat(32),
      mediaType: 'application/pdf',
      pages: [{ number: 1, width: 612, height: 792, origin: 'text-layer', confidence: 1 }],
    },
    letter: {
      kind: 'study-permit-refusal',
      title: both('Study permit refused', 'Permis d’études refusé'),
      outcome: 'refused',
      readAs: 'letter',
      language: 'en',
      country: 'ca',
      application: 'study',
      issued: { value: change.issued ?? '2024-01-22', evidence: evidence('January 22, 2024', 90) },
      reference: { value: 'S300000109', evidence: evidence('S300000109', 104) },
      clientId: { value: '11-2233-4409', evidence: evidence('11-2233-4409', 118) },
      office: {
        value: 'Case Processing Centre – Edmonton',
        evidence: evidence('Case Processing Centre – Edmonton', 90),
      },
      explanation: both(
        'An officer looked at your application and said no. You can apply again, and you can ask a court to look at how the decision was made.',
        'Un agent a étudié votre demande et l’a refusée. Vous pouvez présenter une nouvelle demande, et demander à un tribunal d’examiner la façon dont la décision a été prise.',
      ),
    },
    grounds: ids.map((id, index) => ({
      ground: id,
      strength: index === 2 ? 'likely' : 'stated',
      title: titles[id] ?? both(id, id),
      summary: both(
        'The officer was not convinced that you can pay for the trip and the stay without working in Canada.',
        'L’agent n’était pas convaincu que vous pouvez payer le voyage et le séjour sans travailler au Canada.',
      ),
      class: 'evidence-gap',
      law: [leave],
      sightings: [
        {
          clue: 'wording',
          zone: 'reasons',
          pattern: 'a pattern',
          evidence: evidence((index === 0 ? change.quote : undefined) ?? quotes[id] ?? id, 300 + index * 40),
        },
        ...(index === 1
          ? [
              {
                clue: 'phrase' as const,
                zone: 'officer-notes' as const,
                pattern: 'study plan',
                evidence: evidence('Study plan is vague; program is not in line with past studies.', 480),
              },
            ]
          : []),
      ],
      ...(change.stop === true && index === 0 ? { stop: 'representative-first' as const } : {}),
    })),
    dismissed: [
      {
        ground: 'ca.misrepresentation',
        title: both('Misrepresentation', 'Fausses déclarations'),
        because: both(
          'A warning about the future, not a finding.',
          'Un avertissement pour l’avenir, et non une conclusion.',
        ),
        clue: 'phrase',
        zone: 'closing',
        pattern: 'misrepresentation',
        evidence: evidence(
          'Providing false or misleading information in a future application may result in a finding of misrepresentation.',
          560,
        ),
      },
    ],
    unrecognised: [
      {
        evidence: evidence('Your sponsor’s business letters were not persuasive.', 520),
        nearest: ['ca.assets-financial-situation'],
      },
    ],
    boxes: [],
    remedies: ids.map((id) => ({
      ground: id,
      show: both(
        'Money that is yours to use, where it came from, and that it lasts.',
        'De l’argent dont vous disposez, sa provenance, et le fait qu’il suffit jusqu’à la fin.',
      ),
      documents: [
        {
          id: 'bank-statements',
          name: both('Bank statements', 'Relevés bancaires'),
          why: both('They show the balance over time.', 'Ils montrent le solde au fil du temps.'),
          required: true,
        },
        {
          id: 'study-plan',
          name: both('Study plan', 'Plan d’études'),
          why: both('It links the program to your career.', 'Il relie le programme à votre carrière.'),
          required: false,
        },
      ],
      mistakes: [
        both(
          'A large deposit just before you apply, with no word on where it came from.',
          'Un gros dépôt juste avant la demande, sans explication de sa provenance.',
        ),
      ],
    })),
    checklist: [
      {
        document: 'bank-statements',
        name: both('Bank statements', 'Relevés bancaires'),
        how: both(
          'Ask your bank for stamped statements of the last six months.',
          'Demandez à votre banque des relevés tamponnés des six derniers mois.',
        ),
        mustShow: both(
          'Your name, the currency, each transaction and the closing balance.',
          'Votre nom, la devise, chaque opération et le solde final.',
        ),
        validity: both(
          'The closing balance is from the 30 days before you apply.',
          'Le solde final date des 30 jours précédant la demande.',
        ),
        alternative: both(
          'A bank letter with the average balance.',
          'Une lettre de la banque indiquant le solde moyen.',
        ),
        for: ids.slice(0, 2),
        required: true,
        mistakes: [both('Screenshots of a phone.', 'Des captures d’écran d’un téléphone.')],
        submitted: both(
          'This must be newer, or cover a longer time.',
          'Ils doivent être plus récents ou couvrir une plus longue période.',
        ),
        decides: 'must-have',
        translation: both(
          'If it is not in English or French: a certified translation and a copy.',
          'S’il n’est ni en français ni en anglais : une traduction certifiée et une copie.',
        ),
        situations: [
          {
            when: both('If a parent pays', 'Si un parent paie'),
            text: both(
              'A letter of support and proof of the parent’s income.',
              'Une lettre de soutien et la preuve du revenu du parent.',
            ),
          },
        ],
        figures: [
          {
            id: 'living-costs',
            what: both('Living costs for one year', 'Frais de subsistance pour un an'),
            rows: [
              { label: both('one person', 'une personne'), amount: 22895 },
              { label: both('two people', 'deux personnes'), amount: 28502 },
            ],
            currency: 'CAD',
            since: '2025-09-01',
            source: 'https://www.canada.ca/en/immigration-refugees-citizenship',
            checkBy: '2026-09-01',
            check: true,
          },
        ],
      },
      {
        document: 'study-plan',
        name: both('Study plan', 'Plan d’études'),
        how: both(
          'Write one or two pages, one heading for each reason.',
          'Rédigez une ou deux pages, un titre par motif.',
        ),
        for: ids.slice(1, 2),
        required: false,
        mistakes: [],
        decides: 'answers',
        situations: [],
        figures: [],
      },
    ],
    routes: [
      {
        id: 'ca.reapply',
        title: both('Apply again', 'Présenter une nouvelle demande'),
        state: 'open',
        why: both(
          'Nothing stops you. A new file that repeats the old one will most likely be refused again.',
          'Rien ne vous en empêche. Un dossier qui répète l’ancien sera sans doute refusé de nouveau.',
        ),
        law: [leave],
        fee: {
          what: both('study permit', 'permis d’études'),
          amount: 150,
          currency: 'CAD',
          since: '2024-01-01',
          source: 'https://www.canada.ca',
          checkBy: '2024-12-01',
          check: false,
        },
        needs: [],
        newEvidence: both('All new evidence is welcome.', 'Toute nouvelle preuve est admise.'),
        whoMayAct: both('You, a consultant or a lawyer.', 'Vous, un consultant ou un avocat.'),
        doesNotStop: both('It stops no other time limit.', 'Cela n’arrête aucun autre délai.'),
      },
      {
        id: 'ca.judicial-review',
        title: both(
          'Ask the Federal Court to review the decision',
          'Demander à la Cour fédérale de contrôler la décision',
        ),
        state: 'unknown',
        why: both(
          'It is open, but the time depends on where the decision was made.',
          'C’est possible, mais le délai dépend du lieu de la décision.',
        ),
        law: [court],
        fee: {
          what: both('court filing', 'dépôt à la Cour'),
          amount: 50,
          currency: 'CAD',
          since: '2020-01-01',
          source: 'https://www.fct-cf.ca',
          checkBy: '2023-01-01',
          check: true,
        },
        needs: ['decided'],
        deadline: {
          on: '2024-02-06',
          countedFrom: '2024-01-22',
          within: 'P15D',
          working: [],
          steps: [
            both(
              'Start: 22 January 2024, the date on the letter. That day is not counted.',
              'Départ : le 22 janvier 2024, date de la lettre. Ce jour n’est pas compté.',
            ),
            both('15 days later: 6 February 2024, a Tuesday.', '15 jours plus tard : le 6 février 2024, un mardi.'),
          ],
          law: court,
          daysLeft: 5,
          passed: false,
          ifNot: {
            on: '2024-03-22',
            when: both('if the decision was made outside Canada', 'si la décision a été prise à l’extérieur du Canada'),
          },
        },
        newEvidence: both(
          'The court looks at what the officer had. New evidence is rarely allowed.',
          'La Cour examine ce que l’agent avait. De nouvelles preuves sont rarement admises.',
        ),
        whoMayAct: both('You or a lawyer.', 'Vous ou un avocat.'),
        doesNotStop: both('It does not stop a duty to leave.', 'Cela ne suspend pas l’obligation de partir.'),
      },
      {
        id: 'ca.iad-appeal',
        title: both('Appeal', 'Appel'),
        state: 'closed',
        why: both(
          'There is no appeal from this kind of decision.',
          'Ce type de décision ne peut pas être porté en appel.',
        ),
        law: [],
        needs: [],
        newEvidence: both('—', '—'),
        whoMayAct: both('—', '—'),
        doesNotStop: both('—', '—'),
      },
    ],
    questions: [
      {
        id: 'decided',
        text: both(
          'Was the decision made inside or outside Canada?',
          'La décision a-t-elle été prise au Canada ou à l’extérieur ?',
        ),
        changes: ['ca.judicial-review'],
        answer: {
          type: 'choice',
          options: [
            { value: 'inside', label: both('Inside', 'Au Canada') },
            { value: 'outside', label: both('Outside', 'À l’extérieur') },
          ],
        },
      },
    ],
    notes: [
      {
        code: 'figure-past-check',
        detail: both(
          'One amount may be out of date. Check it at its source.',
          'Un montant n’est peut-être plus à jour. Vérifiez-le à sa source.',
        ),
      },
    ],
  };
}
