/**
 * Words that stand before a person's data, and words of addresses, folded (see src/phrase/fold.ts). They are looked for
 * in both languages at once: letters mix them. To mask one word too many is better than one too few.
 */
const byLanguage = {
  names: {
    en: [
      'name',
      'full name',
      'applicant',
      'applicant name',
      'name of applicant',
      'client name',
      'given name',
      'given names',
      'surname',
      'family name',
      'last name',
      'first name',
      'principal applicant',
      'sponsor',
    ],
    fr: [
      'nom',
      'nom complet',
      'prenom',
      'prenoms',
      'nom de famille',
      'demandeur',
      'demandeuse',
      'demanderesse',
      'demandeur principal',
      'nom du demandeur',
      'nom du client',
      'parrain',
      'repondant',
    ],
  },
  salutations: { en: ['dear', 'hello'], fr: ['bonjour', 'cher', 'chere', 'chers', 'cheres'] },
  titles: {
    en: ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam'],
    fr: ['m', 'mme', 'mlle', 'monsieur', 'madame', 'mademoiselle', 'maitre', 'me'],
  },
  nobody: {
    en: ['applicant', 'client', 'sponsor', 'sir', 'madam', 'student', 'and', 'or', 'representative', 'counsel'],
    fr: [
      'demandeur',
      'demanderesse',
      'client',
      'cliente',
      'et',
      'ou',
      'etudiant',
      'etudiante',
      'representant',
      'a',
      'de',
    ],
  },
  birth: {
    en: ['date of birth', 'dob', 'birth date', 'birthdate', 'born', 'born on'],
    fr: ['date de naissance', 'ddn', 'ne le', 'nee le', 'ne e le', 'naissance'],
  },
  passport: {
    en: ['passport', 'passport no', 'passport number', 'travel document no', 'travel document number'],
    fr: ['passeport', 'passeport no', 'no de passeport', 'numero de passeport', 'titre de voyage'],
  },
  phone: {
    en: ['telephone', 'phone', 'tel', 'mobile', 'cell', 'fax'],
    fr: ['telephone', 'tel', 'cellulaire', 'portable', 'telecopieur', 'telec'],
  },
  address: {
    en: ['address', 'mailing address', 'home address', 'residential address'],
    fr: ['adresse', 'adresse postale', 'adresse du domicile'],
  },
  number: {
    en: [
      'uci',
      'client id',
      'unique client identifier',
      'application number',
      'application no',
      'file number',
      'file no',
      'id number',
    ],
    fr: [
      'iuc',
      'id client',
      'identificateur unique de client',
      'numero de demande',
      'no de demande',
      'numero de dossier',
      'no de dossier',
    ],
  },
  officer: {
    en: ['officer', 'officer id', 'visa officer', 'decision maker', 'agent id'],
    fr: ['agent', 'agente', 'numero de l agent', 'code de l agent', 'decideur'],
  },
  subjects: { en: ['re', 'subject', 'about', 'attention', 'attn'], fr: ['objet', 'concerne', 'attention', 'ref'] },
  streets: {
    en: [
      'street',
      'st',
      'avenue',
      'ave',
      'road',
      'rd',
      'drive',
      'lane',
      'close',
      'court',
      'crescent',
      'boulevard',
      'blvd',
      'terrace',
      'square',
      'apt',
      'apartment',
      'unit',
      'suite',
      'flat',
      'po box',
      'p o box',
      'layout',
      'estate',
    ],
    fr: [
      'rue',
      'avenue',
      'boulevard',
      'boul',
      'chemin',
      'allee',
      'impasse',
      'route',
      'rang',
      'cote',
      'appartement',
      'app',
      'case postale',
      'c p',
      'villa',
      'cite',
      'quartier',
    ],
  },
} as const;

type LabelKind = keyof typeof byLanguage;

function both(kind: LabelKind): readonly (readonly string[])[] {
  const { en, fr } = byLanguage[kind];
  return [...en, ...fr].map((label) => label.split(' ')).sort((one, other) => other.length - one.length);
}

/** By kind, the longest label first. */
export const personalLabels = {
  names: both('names'),
  birth: both('birth'),
  passport: both('passport'),
  phone: both('phone'),
  address: both('address'),
  number: both('number'),
  streets: both('streets'),
  officer: both('officer'),
} as const;

export const salutations: ReadonlySet<string> = new Set(both('salutations').flat());
export const subjects: ReadonlySet<string> = new Set(both('subjects').flat());
export const titles: ReadonlySet<string> = new Set(both('titles').flat());
export const nobody: ReadonlySet<string> = new Set(both('nobody').flat());
