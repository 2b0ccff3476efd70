import type { GrayPicture } from '../../seam/ocr-engine.ts';
import type { LetterTools } from '../letter-tools.ts';
import { findPageTurn } from './prepare-page.ts';
import { firstLanguage } from './read-drawn-page.ts';
import { recognizePages } from './recognize-page.ts';

/** The turn in which a page's words were read: from the picture alone, or where that is unsure by reading it once more. */
export async function findShownTurn(picture: GrayPicture, tools: LetterTools): Promise<0 | 1 | 2 | 3> {
  const turn = await findPageTurn(picture);
  if (turn.sure) return turn.turns;
  tools.beginOcr();
  const [{ prepared }] = await recognizePages(
    picture,
    { language: firstLanguage(tools.settings.ocrModels), known: false },
    tools,
  );
  return prepared.turn.turns;
}
