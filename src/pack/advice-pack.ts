import type { DocumentFile } from './document-schema.ts';
import type { FigureFile } from './figure-schema.ts';
import type { HolidayFile } from './holiday-schema.ts';
import type { LawFile } from './law-schema.ts';
import type { QuestionFile } from './question-schema.ts';
import type { RouteFile } from './route-schema.ts';

/** Everything of a country that advice needs besides its grounds. */
export type AdvicePack = {
  readonly laws: LawFile;
  readonly documents: DocumentFile;
  readonly routes: RouteFile;
  readonly questions: QuestionFile;
  readonly figures: FigureFile;
  readonly holidays: HolidayFile;
};
