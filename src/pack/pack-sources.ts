import type { DocumentFile } from './document-schema.ts';
import type { FigureFile } from './figure-schema.ts';
import type { Ground } from './ground-schema.ts';
import type { HolidayFile } from './holiday-schema.ts';
import type { KindsFile } from './kind-schema.ts';
import type { LanguageFile } from './language-schema.ts';
import type { LawFile } from './law-schema.ts';
import type { LetterFile } from './letter-schema.ts';
import type { CountriesFile, PackFile } from './pack-schema.ts';
import type { QuestionFile } from './question-schema.ts';
import type { RouteFile } from './route-schema.ts';
import type { ZonesFile } from './zone-schema.ts';

/** Everything that `patterns/<country>/` says, as data. */
export type CountrySources = {
  readonly id: string;
  readonly pack: PackFile;
  readonly kinds: KindsFile;
  readonly zones: ZonesFile;
  readonly letters: LetterFile;
  readonly laws: LawFile;
  readonly documents: DocumentFile;
  readonly routes: RouteFile;
  readonly figures: FigureFile;
  readonly questions: QuestionFile;
  readonly holidays: HolidayFile;
  /** Word lists by language, then by name. */
  readonly lists: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly grounds: readonly Ground[];
  /** Words of the grounds' examples by language, folded: right as they stand, so never taken for a misread other word. */
  readonly knownWords: Readonly<Record<string, readonly string[]>>;
};

/** Everything that `patterns/` says. `sha256` is of all its files. */
export type PackSources = {
  readonly sha256: string;
  readonly languages: readonly LanguageFile[];
  /** How letters of countries without a pack give themselves away. */
  readonly elsewhere: CountriesFile;
  readonly countries: readonly CountrySources[];
};
