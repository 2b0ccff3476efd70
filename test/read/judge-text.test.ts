import { describe, expect, test } from 'vitest';
import { judgeTextLayer, languageShares } from '../../src/read/judge-text.ts';

const stopWords = {
  en: ['the', 'of', 'to', 'and', 'you', 'your', 'i', 'am', 'not', 'that', 'will', 'in', 'at', 'for', 'is', 'on'],
  fr: ['le', 'la', 'de', 'et', 'vous', 'votre', 'je', 'ne', 'pas', 'que', 'les', 'des', 'à', 'du', 'en', 'est'],
};
const english =
  'I am not satisfied that you will leave at the end of your stay and that the purpose of your visit is in keeping with the application on file for you';
const french =
  'Je ne suis pas convaincu que vous quitterez le pays à la fin de votre séjour et que les motifs de votre visite sont en accord avec la demande du dossier';
const page = { characters: 500, unmapped: 0, sampled: 70, invisible: 0, textObjects: 20, pictureCover: 0 };
const words = (text: string): string[] => text.split(' ');

describe('the language of words', () => {
  test.each([
    ['en', english],
    ['fr', french],
  ])('%s is the one with the most function words', (language, text) => {
    const [first, second] = languageShares(words(text), stopWords);
    expect(first?.language).toBe(language);
    expect(first?.share).toBeGreaterThan(0.3);
    expect(second?.share).toBeLessThan(0.1);
  });
});

describe('a text layer', () => {
  const shifted = english.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 7) % 26) + 97),
  );
  test.each([
    ['with sentences is good', page, english, 'good'],
    ['without characters is none', { ...page, characters: 0 }, '', 'none'],
    ['drawn invisibly over a picture is hidden', { ...page, invisible: 20, pictureCover: 1 }, english, 'hidden'],
    ['whose font names no letters is garbled', { ...page, unmapped: 60 }, english, 'garbled'],
    ['whose alphabet is shifted is garbled', page, shifted, 'garbled'],
    ['of private characters is garbled', page, '\ue001\ue002 \ue003\ue004 \ue005', 'garbled'],
    ['of a few words is taken as it is', page, 'Page 2 Annex', 'good'],
    ['of a stamp on a scan is none', { ...page, pictureCover: 1 }, 'Received 2025', 'none'],
  ])('%s', (_, counts, text, verdict) => {
    expect(judgeTextLayer(counts, text === '' ? [] : words(text), stopWords)).toBe(verdict);
  });
});
