import type { Letter } from '../model/letter.ts';
import type { Note } from '../model/note.ts';
import type { CountryChoice } from './choose-country.ts';
import type { Verdict } from './verdict/decide-kind.ts';

export type NoteSituation = {
  readonly choice: CountryChoice;
  readonly languageSure: boolean;
  readonly words: number;
  readonly verdict: Verdict;
  readonly letter: Pick<Letter, 'readAs' | 'outcome' | 'issued' | 'issuedReadings'>;
  readonly unreadable: number;
  readonly references: number;
  /** How many greetings stand in the file. */
  readonly letters: number;
  readonly redacted: boolean;
  /** Whether it asks for what no office asks for. */
  readonly suspicious: boolean;
  readonly today: string | undefined;
};

/** What the reader must know about how the letter was read. */
export function writeNotes(situation: NoteSituation): readonly Note[] {
  return [...countryNotes(situation), ...readingNotes(situation), ...kindNotes(situation), ...dateNotes(situation)];
}

function note(code: Note['code'], en: string, fr: string): Note {
  return { code, detail: { en, fr } };
}

function countryNotes({ choice }: NoteSituation): readonly Note[] {
  if (choice.how === 'recognised') return [];
  const { en, fr } = choice.name;
  if (choice.how === 'assumed') {
    return [
      note(
        'country-assumed',
        `The letter does not say which country it comes from. It was read as a letter from: ${en}.`,
        `La lettre n'indique pas de quel pays elle vient. Elle a été lue comme une lettre de ce pays : ${fr}.`,
      ),
    ];
  }
  return [
    note(
      'country-not-covered',
      `This looks like a letter from: ${en}. We do not cover that country yet, so no grounds and no ways forward are shown.`,
      `Cette lettre semble venir de : ${fr}. Nous ne couvrons pas encore ce pays; aucun motif ni aucune démarche n'est donc indiqué.`,
    ),
  ];
}

function readingNotes({ languageSure, words, unreadable, redacted, suspicious }: NoteSituation): readonly Note[] {
  const notes: Note[] = [];
  if (suspicious) {
    notes.push(
      note(
        'sender-suspicious',
        'This letter asks for something that the office never asks for, or gives an address that is not the office’s. It may be a fraud. Pay nothing, and check with the office through its own website. We cannot tell whether a letter is real.',
        'Cette lettre demande une chose que le bureau ne demande jamais, ou donne une adresse qui n’est pas la sienne. C’est peut-être une fraude. Ne payez rien et vérifiez auprès du bureau par son propre site. Nous ne pouvons pas dire si une lettre est vraie.',
      ),
    );
  }
  if (redacted) {
    notes.push(
      note(
        'redacted',
        'Parts of the text were removed before it was given out. What is missing may change its meaning.',
        'Des parties du texte ont été retirées avant sa communication. Ce qui manque peut en changer le sens.',
      ),
    );
  }
  if (!languageSure || words < 5) {
    notes.push(
      note(
        'language-unsure',
        'We are not sure which language the letter is written in. Check that the quotes make sense.',
        'Nous ne sommes pas certains de la langue de la lettre. Vérifiez que les citations ont du sens.',
      ),
    );
  }
  if (unreadable > 0) {
    notes.push(
      note(
        'ticks-unreadable',
        `We could not tell whether ${unreadable === 1 ? 'one box is' : `${unreadable} boxes are`} ticked. Look at the letter yourself; send a clearer copy that shows the whole page, edges included.`,
        `Nous n'avons pas pu voir si ${unreadable === 1 ? 'une case est cochée' : `${unreadable} cases sont cochées`}. Regardez la lettre vous-même; envoyez une copie plus nette qui montre toute la page, bords compris.`,
      ),
    );
  }
  return notes;
}

function kindNotes({ verdict, letter, references, letters }: NoteSituation): readonly Note[] {
  const notes: Note[] = [];
  if (letter.outcome === 'unknown' && letter.readAs === 'letter') {
    notes.push(
      note(
        'kind-unknown',
        'We could not tell what was decided in this letter. Treat what follows with care.',
        "Nous n'avons pas pu voir ce qui est décidé dans cette lettre. Lisez la suite avec prudence.",
      ),
    );
  }
  if (
    letter.outcome === 'granted' ||
    letter.outcome === 'undecided' ||
    letter.outcome === 'withdrawn' ||
    letter.outcome === 'returned'
  ) {
    notes.push(
      note(
        'not-a-refusal',
        'This is not a refusal: no final negative decision on the application is stated.',
        "Ceci n'est pas un refus : aucune décision négative définitive sur la demande n'y figure.",
      ),
    );
  }
  if (references > 1 && (verdict.mixed || letters > 1)) {
    notes.push(
      note(
        'several-decisions',
        'This file seems to hold more than one decision. Read each one on its own.',
        'Ce fichier semble contenir plus d’une décision. Lisez chacune séparément.',
      ),
    );
  }
  return notes;
}

function dateNotes({ letter, today }: NoteSituation): readonly Note[] {
  const { issued, issuedReadings, readAs } = letter;
  if (issuedReadings !== undefined) {
    return [
      note(
        'date-ambiguous',
        `The date on the letter can be read in more than one way (${issuedReadings.map((each) => each.value).join(', ')}). Tell us which is right: deadlines depend on it.`,
        `La date de la lettre peut se lire de plus d'une façon (${issuedReadings.map((each) => each.value).join(', ')}). Dites-nous laquelle est la bonne : les délais en dépendent.`,
      ),
    ];
  }
  if (issued === undefined) {
    if (readAs !== 'letter') return [];
    return [
      note(
        'date-missing',
        'We found no date on the letter. Deadlines cannot be counted until you enter one.',
        "Nous n'avons trouvé aucune date sur la lettre. Les délais ne peuvent pas être calculés tant que vous n'en indiquez pas une.",
      ),
    ];
  }
  if (today === undefined || issued.value <= today) return [];
  return [
    note(
      'date-in-future',
      `The date on the letter (${issued.value}) has not come yet. Check that it was read correctly.`,
      `La date de la lettre (${issued.value}) n'est pas encore arrivée. Vérifiez qu'elle a été bien lue.`,
    ),
  ];
}
