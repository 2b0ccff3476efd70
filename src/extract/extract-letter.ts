import { type Document, wordsOf } from '../model/document.ts';
import type { Day, Letter, Zone } from '../model/letter.ts';
import { chooseCountry } from './choose-country.ts';
import type { ExtractPacks } from './compile-packs.ts';
import { hasCue } from './cue.ts';
import { bodyLanguage, draftSentences, speakSentences } from './draft-sentences.ts';
import { findConsequences } from './facts/find-consequences.ts';
import { countReferences, findReference, readFacts } from './facts/read-facts.ts';
import { finishSentences } from './finish-sentences.ts';
import { readLayout } from './read-layout.ts';
import { readBoxes } from './ticks/read-boxes.ts';
import { decideOutcome, nameKind } from './verdict/decide-kind.ts';
import { adjustApplication, findApplication } from './verdict/find-application.ts';
import { decideReadAs } from './verdict/read-as.ts';
import { writeNotes } from './write-notes.ts';
import { assignZones } from './zones/assign-zones.ts';
import { mayOpenList } from './zones/find-rule.ts';
import { isGreeting } from './zones/header.ts';
import { findListed } from './zones/open-lists.ts';

/**
 * Stage 2: what a letter is and what its parts are. Text without a letter around it is taken whole as reasons or as
 * officer's notes. `today` is only needed to notice dates that have not come yet.
 */
export function extractLetter(document: Document, packs: ExtractPacks, today?: Day): Letter {
  const blocks = readLayout(document, packs, packs.byDefault);
  const spoken = speakSentences(blocks, packs);
  const choice = chooseCountry(spoken.sentences, packs);
  const { pack } = choice;
  const drafts = draftSentences(spoken.sentences, packs, pack);
  const readAs = decideReadAs(drafts, pack);
  const shape = findReference({ drafts, pack })?.shape;
  const hint = pack.pack.reference.shapes.find((each) => each.shape === shape)?.application;
  const named = findApplication({ drafts, readAs, pack, hint });
  const verdict = decideOutcome({ drafts, readAs, pack, application: named, recognised: choice.how !== 'assumed' });
  const listed = findListed(drafts, (draft) => mayOpenList(draft, pack));
  const isForm = drafts.some((draft) => draft.block.marker?.kind === 'tick' || hasCue(draft, 'tick-instruction'));
  const zones: readonly Zone[] =
    verdict.about === 'this-person'
      ? assignZones({ drafts, listed, readAs, pack, isForm })
      : drafts.map(() => 'boilerplate');
  const { boxes, unreadable } = readBoxes(document, drafts, zones);
  const facts = readFacts({ document, drafts, zones, packs, pack });
  const consequences = findConsequences(document, drafts, zones, boxes);
  const application = adjustApplication(
    named,
    consequences.map((each) => each.value),
    pack,
  );
  const { outcome } = verdict;
  // Notes in another language than the letter's don't change the letter's.
  const own = drafts.filter((_, at) => zones[at] !== 'header' && zones[at] !== 'officer-notes');
  const language = bodyLanguage(own, packs) ?? spoken.language;
  return {
    document,
    country: choice.country,
    language,
    kind: nameKind(verdict, { readAs, pack, application }),
    outcome,
    readAs,
    application: application ?? 'any',
    ...facts,
    consequences,
    sentences: finishSentences({ drafts, zones, listed, boxes, blocks, language }),
    boxes: [...boxes.values()],
    notes: writeNotes({
      choice,
      languageSure: spoken.sure,
      words: wordsOf(document).length,
      verdict,
      letter: { readAs, outcome, ...facts },
      unreadable,
      references: countReferences(drafts, pack),
      letters: drafts.filter(isGreeting).length,
      redacted: drafts.some((draft) => hasCue(draft, 'redaction')),
      suspicious: drafts.some((draft) => hasCue(draft, 'suspicious')),
      today,
    }),
  };
}
