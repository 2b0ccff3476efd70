import type { Advice, Deadline, Figure, LawRef, Route } from '../model/advice.ts';
import { type Document, wordsOf } from '../model/document.ts';
import type { Evidence, Fact } from '../model/evidence.ts';
import type { GroundMatch, Matches } from '../model/ground.ts';
import type { Letter, TickBox } from '../model/letter.ts';
import type { Localized } from '../model/locale.ts';
import type { Note } from '../model/note.ts';
import type { Ground } from '../pack/ground-schema.ts';
import { lawRefOf } from '../pack/law-ref.ts';
import type { CountrySources } from '../pack/pack-sources.ts';
import type { Report } from './report-schema.ts';

export type ReportParts = {
  readonly document: Document;
  readonly letter: Letter;
  readonly matches: Matches;
  readonly advice: Advice;
  /** The country that the letter was read with. */
  readonly country: CountrySources;
  readonly notes: readonly Note[];
  readonly made: { readonly at: string; readonly analyzer: string; readonly packSha256: string };
  /** The language of texts that stand in one language only. */
  readonly language: keyof Localized;
};

function reportFigure({ onLetterDay, ...figure }: Figure): Report['checklist'][number]['figures'][number] {
  const now = { ...figure, rows: [...figure.rows] };
  return onLetterDay === undefined ? now : { ...now, onLetterDay: { ...onLetterDay, rows: [...onLetterDay.rows] } };
}

/** Stage 5: all that was found as the plain JSON of the contract. Same parts, same report, byte for byte. */
export function buildReport(parts: ReportParts): Report {
  const { document, letter, matches, advice, country } = parts;
  const grounds = new Map(country.grounds.map((ground) => [ground.id, ground]));
  return {
    format: 1,
    made: parts.made.at,
    madeWith: { analyzer: parts.made.analyzer, pack: country.id, packSha256: parts.made.packSha256 },
    document: {
      name: document.name,
      sha256: document.sha256,
      mediaType: document.mediaType,
      pages: document.pages.map(({ number, width, height, origin, confidence }) => {
        return {
          number,
          width: round(width),
          height: round(height),
          origin,
          confidence: Math.round(confidence * 1000) / 1000,
        };
      }),
    },
    letter: reportLetter(letter, country),
    grounds: matches.grounds.flatMap((match) => reportGround(match, grounds, country, letter.application) ?? []),
    dismissed: matches.dismissed.map(({ ground, because, clue, zone, pattern, evidence }) => {
      const title = grounds.get(ground)?.title ?? { en: ground, fr: ground };
      return { ground, title, because, clue, zone, pattern, evidence: reportEvidence(evidence) };
    }),
    unrecognised: matches.unrecognised.map(({ evidence, nearest }) => ({
      evidence: reportEvidence(evidence),
      nearest: [...nearest],
    })),
    boxes: letter.boxes.map((box) => reportBox(box, document)),
    remedies: advice.remedies.map((remedy) => ({
      ...remedy,
      documents: [...remedy.documents],
      mistakes: [...remedy.mistakes],
    })),
    checklist: advice.checklist.map((item) => ({
      ...item,
      for: [...item.for],
      mistakes: [...item.mistakes],
      situations: [...item.situations],
      figures: item.figures.map(reportFigure),
    })),
    routes: advice.routes.map((route) => reportRoute(route, parts.language)),
    questions: advice.questions.map(reportQuestion),
    notes: parts.notes.map(({ code, detail, place }) => ({ code, detail, ...(place === undefined ? {} : { place }) })),
  };
}

function reportLetter(letter: Letter, country: CountrySources): Report['letter'] {
  const known = country.letters.letters.find((each) => each.id === letter.kind);
  const { issued, reference, clientId, office, decidedWhere, issuedReadings } = letter;
  return {
    kind: letter.kind,
    title: known?.title ?? { en: letter.kind, fr: letter.kind },
    outcome: letter.outcome,
    readAs: letter.readAs,
    language: letter.language,
    country: letter.country,
    application: letter.application,
    ...(issued === undefined ? {} : { issued: reportFact(issued) }),
    ...(issuedReadings === undefined ? {} : { issuedReadings: issuedReadings.map(reportFact) }),
    ...(reference === undefined ? {} : { reference: reportFact(reference) }),
    ...(clientId === undefined ? {} : { clientId: reportFact(clientId) }),
    ...(office === undefined ? {} : { office: reportFact(office) }),
    ...(decidedWhere === undefined ? {} : { decidedWhere: reportFact(decidedWhere) }),
    ...(letter.printedDeadlines.length === 0 ? {} : { printedDeadlines: letter.printedDeadlines.map(reportFact) }),
    ...(letter.consequences.length === 0 ? {} : { consequences: letter.consequences.map(reportFact) }),
    ...(known?.explanation === undefined ? {} : { explanation: known.explanation }),
  };
}

function reportGround(
  match: GroundMatch,
  grounds: ReadonlyMap<string, Ground>,
  country: CountrySources,
  application: string,
): Report['grounds'][number] | undefined {
  const ground = grounds.get(match.ground);
  if (ground === undefined) return undefined;
  return {
    ground: ground.id,
    strength: match.strength,
    title: ground.title,
    summary: ground.summary,
    class: ground.class,
    law: ground.law
      .filter(({ applications }) => applies(applications, application))
      .map(({ ref }) => lawRefOf(country.laws, ref)),
    sightings: match.sightings.map(({ evidence, ...sighting }) => ({
      ...sighting,
      evidence: reportEvidence(evidence),
    })),
    ...(ground.stop === undefined ? {} : { stop: ground.stop }),
  };
}

/** One ground rests on other provisions in other applications: only those of this one are named, where it is known. */
function applies(applications: readonly string[] | undefined, application: string): boolean {
  return applications === undefined || application === 'any' || applications.includes(application);
}

function reportBox(box: TickBox, document: Document): Report['boxes'][number] {
  const words = wordsOf(document).slice(box.label.from, box.label.to);
  return { label: words.map((word) => word.text).join(' '), state: box.state, evidence: reportEvidence(box.evidence) };
}

function reportRoute(route: Route, language: keyof Localized): Report['routes'][number] {
  const { deadline, earliest, needs, law, ...rest } = route;
  return {
    ...rest,
    law: [...law],
    needs: [...needs],
    ...(deadline === undefined ? {} : { deadline: reportDeadline(deadline, language) }),
    ...(earliest === undefined ? {} : { earliest: reportDeadline(earliest, language) }),
  };
}

function reportDeadline(
  deadline: Deadline,
  language: keyof Localized,
): NonNullable<Report['routes'][number]['deadline']> {
  const { on, actBy, countedFrom, duration, working, daysLeft, passed, ifNot } = deadline;
  const law: LawRef = deadline.law;
  return {
    on,
    ...(actBy === undefined ? {} : { actBy }),
    countedFrom,
    within: duration,
    working: working.map((step) => step[language]),
    steps: [...working],
    law,
    daysLeft,
    passed,
    ...(ifNot === undefined ? {} : { ifNot }),
  };
}

function reportQuestion(question: Advice['questions'][number]): Report['questions'][number] {
  const { id, text, changes, answer } = question;
  return {
    id,
    text,
    changes: [...changes],
    answer: answer.type === 'choice' ? { type: 'choice', options: [...answer.options] } : { type: answer.type },
  };
}

function reportFact<V>(fact: Fact<V>): {
  value: V;
  evidence: Report['grounds'][number]['sightings'][number]['evidence'];
} {
  return { value: fact.value, evidence: reportEvidence(fact.evidence) };
}

function reportEvidence(evidence: Evidence): Report['grounds'][number]['sightings'][number]['evidence'] {
  const places = evidence.places.map(({ page, box }) => {
    return {
      page,
      box: { left: round(box.left), top: round(box.top), right: round(box.right), bottom: round(box.bottom) },
    };
  });
  return { quote: evidence.quote, places };
}

/** A hundredth of a point is finer than any page. */
function round(points: number): number {
  return Math.round(points * 100) / 100;
}
