import type { App } from '../../src/app.ts';
import type { Document } from '../../src/model/document.ts';
import { type ExpectedLetter, readExpected } from '../support/expected-letter.ts';
import { readFixture, today } from '../support/make-app.ts';
import { addNoise } from './add-noise.ts';
import type { CaseScore } from './score-case.ts';
import { scoreRow } from './score-row.ts';

type Read = { readonly file: string; readonly expected: ExpectedLetter; readonly document: Document };

/** How well whole letters are read: the fixture files, by how they came, and the same words with a scanner's noise. */
export async function evalLetters(app: App): Promise<readonly string[]> {
  const reads: Read[] = [];
  const scores: { readonly read: Read; readonly score: CaseScore }[] = [];
  for (const expected of readExpected('fixtures/letters')) {
    for (const file of expected.files) {
      const { document, report } = await readFixture(app, `fixtures/letters/${file}`);
      const read = { file, expected, document };
      reads.push(read);
      scores.push({ read, score: scoreLetter(expected, report.grounds) });
    }
  }
  const rows = ['text', 'scan', 'photo'].map((way) =>
    scoreRow(
      `  ${way}`,
      scores.filter(({ read }) => wayOf(read) === way).map(({ score }) => score),
    ),
  );
  const languages = ['en', 'fr'].map((language) =>
    scoreRow(
      `  language ${language}`,
      scores.filter(({ read }) => read.expected.language === language).map(({ score }) => score),
    ),
  );
  return [
    'fixture letters',
    ...rows,
    ...languages,
    scoreRow(
      '  TOTAL',
      scores.map(({ score }) => score),
    ),
    ...noiseCurve(app, reads),
  ];
}

function noiseCurve(app: App, reads: readonly Read[]): readonly string[] {
  const texts = reads.filter((read) => wayOf(read) === 'text' && read.expected.boxes === undefined);
  const made = { at: '', analyzer: 'eval' };
  const rows = [0, 0.01, 0.02, 0.05].map((rate) => {
    const scores = texts.map((read, seed) => {
      const document = rate === 0 ? read.document : addNoise(read.document, rate, seed + 1);
      return scoreLetter(read.expected, app.analyze(document, { answers: {}, today, made }).grounds);
    });
    return scoreRow(`  ${rate * 100} % of characters`, scores);
  });
  return ['text letters with a scanner’s noise', ...rows];
}

function wayOf({ file, document }: Read): 'text' | 'scan' | 'photo' {
  if (file.endsWith('.jpg')) return 'photo';
  return document.pages.some((page) => page.origin === 'ocr') ? 'scan' : 'text';
}

function scoreLetter(
  expected: ExpectedLetter,
  grounds: readonly { readonly ground: string; readonly strength: string }[],
): CaseScore {
  const wanted = Object.keys(expected.grounds);
  const reported = grounds.filter((each) => each.strength !== 'possible').map((each) => each.ground);
  const wrong = reported.filter((id) => !wanted.includes(id) && !expected.neutral.includes(id));
  return {
    found: wanted.filter((id) => reported.includes(id)),
    missed: wanted.filter((id) => !reported.includes(id)),
    wrong,
    traps: wrong.filter((id) => expected.notGrounds.includes(id)),
  };
}
