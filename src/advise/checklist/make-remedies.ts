import type { Remedy, RemedyDocument } from '../../model/advice.ts';
import type { Localized } from '../../model/locale.ts';
import type { DocumentFile } from '../../pack/document-schema.ts';
import type { Ground } from '../../pack/ground-schema.ts';
import type { FoundGround } from '../gather-facts.ts';

/** What the remedies hang on besides the grounds: why the documents are held back if they are, and what was sent before. */
export type Holding = { readonly held?: Localized; readonly submitted: ReadonlySet<string> };

type RemedyEntry = Ground['remedies'][number];

function documentsOf(
  remedy: RemedyEntry,
  file: DocumentFile,
  submitted: ReadonlySet<string>,
): readonly RemedyDocument[] {
  return remedy.documents.flatMap(({ id, why, required }) => {
    const name = file.documents.find((document) => document.id === id)?.name;
    if (name === undefined) return [];
    return [{ id, name, why, required, ...(submitted.has(id) ? { submitted: true } : {}) }];
  });
}

/** What answers each ground. Where nothing can, or the documents are held back, the reason stands in their place. */
export function makeRemedies(
  found: readonly FoundGround[],
  file: DocumentFile,
  { held, submitted }: Holding,
): readonly Remedy[] {
  return found.flatMap(({ match, ground }): readonly Remedy[] => {
    if (ground.remedies.length === 0) {
      const reason = ground.noRemedy ?? held ?? ground.summary;
      return [{ ground: match.ground, show: reason, documents: [], mistakes: [], held: reason }];
    }
    return ground.remedies.map((remedy) => ({
      ground: match.ground,
      show: remedy.show,
      mistakes: remedy.mistakes,
      documents: held === undefined ? documentsOf(remedy, file, submitted) : [],
      ...(held === undefined ? {} : { held }),
    }));
  });
}
