import type { Place } from './geometry.ts';
import type { Localized } from './locale.ts';

/** What the reader must know though it doesn't stop the work. The list is closed: faces may rely on it. */
export type NoteCode =
  | 'page-unreadable'
  | 'page-hard-to-read'
  | 'number-unsure'
  | 'pages-left-out'
  | 'text-mismatch'
  | 'text-layer-bad'
  | 'hidden-text'
  | 'active-content'
  | 'attachment-inside'
  | 'polyglot'
  | 'form-not-readable'
  | 'redacted'
  | 'words-covered'
  | 'ticks-unreadable'
  | 'country-assumed'
  | 'country-not-covered'
  | 'language-unsure'
  | 'kind-unknown'
  | 'not-a-refusal'
  | 'no-ground-found'
  | 'date-missing'
  | 'date-ambiguous'
  | 'date-in-future'
  | 'date-too-old'
  | 'answers-contradict'
  | 'several-decisions'
  | 'one-of-several'
  | 'sender-suspicious'
  | 'law-changed'
  | 'figure-past-check'
  | 'checklist-held'
  | 'grounds-together'
  | 'text-truncated';

export type Note = { readonly code: NoteCode; readonly detail: Localized; readonly place?: Place };
