import type { Word } from '../../src/model/document.ts';
import { createLanguageTools, type LanguageTools } from '../../src/phrase/create-language-tools.ts';
import type { Token } from '../../src/phrase/phrase.ts';
import { tokenize } from '../../src/phrase/tokenize.ts';

/** Words on one line, or on several where the text has line breaks. */
export function wordsOfText(text: string): readonly Word[] {
  let at = 0;
  return text.split('\n').flatMap((line, row) =>
    line
      .split(' ')
      .filter((word) => word !== '')
      .map((word, column) => ({
        at: at++,
        text: word,
        box: { left: 50 + column * 40, top: 50 + row * 12, right: 86 + column * 40, bottom: 60 + row * 12 },
        confidence: 1,
      })),
  );
}

export const english: LanguageTools = createLanguageTools('en', 'porter', {
  money: ['funds', 'money', 'financial resources'],
  low: ['low', 'not enough', 'insufficient'],
});

export function tokensOfText(text: string, tools: LanguageTools = english): readonly Token[] {
  return tokenize(wordsOfText(text), tools.stem);
}
