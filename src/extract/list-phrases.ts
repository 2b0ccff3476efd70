import type { KindsFile } from '../pack/kind-schema.ts';
import type { LanguageFile } from '../pack/language-schema.ts';
import type { PackFile } from '../pack/pack-schema.ts';
import type { ZonesFile } from '../pack/zone-schema.ts';
import type { CueType } from './cue.ts';

/** One phrase of a pattern file and what it tells. */
export type CuePhrase = { readonly text: string; readonly type: CueType; readonly id: string };

type ByLanguage = Readonly<Record<string, readonly string[]>>;
type Files = { readonly pack: PackFile; readonly kinds: KindsFile; readonly zones: ZonesFile };

/** Every phrase of a country's files in one language. */
export function listPhrases(files: Files, language: LanguageFile): readonly CuePhrase[] {
  const own = (phrases: ByLanguage, type: CueType, id = ''): readonly CuePhrase[] =>
    (phrases[language.id] ?? []).map((text) => ({ text, type, id }));
  const shared = (texts: readonly string[], type: CueType): readonly CuePhrase[] =>
    texts.map((text) => ({ text, type, id: '' }));
  return [
    ...packPhrases(files.pack, own),
    ...kindPhrases(files.kinds, own),
    ...zonePhrases(files.zones, own),
    ...shared(language.leadIns, 'lead-in'),
    ...shared(language.findings, 'any-finding'),
  ];
}

type Own = (phrases: ByLanguage, type: CueType, id?: string) => readonly CuePhrase[];

function packPhrases(pack: PackFile, own: Own): readonly CuePhrase[] {
  return [
    ...own(pack.letterheads, 'letterhead'),
    ...own(pack.reference.labels, 'reference-label'),
    ...own(pack.clientId.labels, 'client-label'),
    ...own(pack.dates.labels, 'date-label'),
    ...own(pack.dates.others, 'other-date-label'),
    ...pack.offices.flatMap((office) => own(office.phrases, 'office', office.id)),
  ];
}

function kindPhrases(kinds: KindsFile, own: Own): readonly CuePhrase[] {
  return [
    ...kinds.applications.flatMap((each) => own(each.phrases, 'application', each.id)),
    ...own(kinds.otherApplications, 'other-application'),
    ...kinds.decisions.flatMap((each) => [
      ...own(each.phrases, 'decision', each.id),
      ...own(each.unless, 'decision-unless', each.id),
    ]),
    ...own(kinds.addressed, 'addressed'),
    ...own(kinds.notes, 'notes'),
    ...kinds.elsewhere.flatMap((each) => [
      // In a letter to one person a word about everybody takes nothing from its sentence.
      ...own(each.phrases, Object.keys(each.unless).length === 0 ? 'elsewhere' : 'everybody', each.id),
      ...own(each.unless, 'one-person', each.id),
    ]),
  ];
}

function zonePhrases(zones: ZonesFile, own: Own): readonly CuePhrase[] {
  return [
    ...own(zones.greetings, 'greeting'),
    ...own(zones.signatures, 'signature'),
    ...zones.furniture.flatMap((each) => own(each.phrases, 'furniture', String(each.words))),
    ...zones.headings.flatMap((each) => own(each.phrases, 'heading', each.id)),
    ...zones.rules.flatMap((each) => [
      ...own(each.phrases, 'rule', each.id),
      ...own(each.unless, 'rule-unless', each.id),
    ]),
    ...own(zones.conditions, 'condition'),
    ...own(zones.findings, 'finding'),
    ...own(zones.redactions, 'redaction'),
    ...own(zones.suspicious, 'suspicious'),
    ...own(zones.ticks.instructions, 'tick-instruction'),
    ...own(zones.ticks.applies, 'tick-applies'),
    ...own(zones.ticks.appliesNot, 'tick-applies-not'),
    ...zones.consequences.flatMap((each) => [
      ...own(each.phrases, 'consequence', each.id),
      ...own(each.unless, 'consequence-unless', each.id),
    ]),
    ...own(zones.deadlines.opens, 'deadline-opens'),
    ...own(zones.deadlines.until, 'deadline-until'),
    ...zones.deadlines.about.flatMap((each) => own(each.phrases, 'deadline-about', each.is)),
  ];
}
