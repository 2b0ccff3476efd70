import { describe, expect, test } from 'vitest';
import { createCitationFinder } from '../../src/match/find-citations.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import { wordsOfText } from '../support/tokens.ts';

const [country] = loadPacks('patterns', 'dist/packs.json').countries;
if (country === undefined) throw new Error('no pack');
const find = createCitationFinder(country.laws);

describe('a provision is found however it is printed', () => {
  const table: readonly (readonly [string, string])[] = [
    ['as required by R216(1)(b).', 'irpr/216/1/b'],
    ['paragraph R216(1)(b) of the IRPR', 'irpr/216/1/b'],
    ['IRPR 216(1)(b)', 'irpr/216/1/b'],
    ['s. 216(1)(b) of the Regulations', 'irpr/216/1/b'],
    ['R 216 (1) (b)', 'irpr/216/1/b'],
    ['alinéa 216(1)b) du RIPR', 'irpr/216/1/b'],
    ['paragraphe 216(1) du RIPR', 'irpr/216/1'],
    ['paragraph 179(b) of the IRPR', 'irpr/179/b'],
    ["l'alinéa 179b) du RIPR", 'irpr/179/b'],
    ['A40(1)(a)', 'irpa/40/1/a'],
    ['IRPA 40(1)(a)', 'irpa/40/1/a'],
    ['paragraph 40(1)(a) of the Act', 'irpa/40/1/a'],
    ['L40(1)a)', 'irpa/40/1/a'],
    ["l'alinéa 40(1)a) de la Loi", 'irpa/40/1/a'],
    ['R200(1)(c)(ii.1)', 'irpr/200/1/c/ii.1'],
    ['paragraph I79(b) of the IRPR', 'irpr/179/b'],
    ['subsection 216(l) of the IRPR', 'irpr/216/1'],
  ];
  test.each(table)('%s', (text, law) => {
    expect(find(wordsOfText(text)).map((citation) => citation.law)).toEqual([law]);
  });
});

describe('a number that cites nothing is left alone', () => {
  test.each([
    'within 15 days',
    'NOC 73300',
    'on 12 March 2025',
    '$10,000 (about 7,000)',
    '2 (two) children',
    'call 613 555 0100',
  ])('%s', (text) => {
    expect(find(wordsOfText(text))).toEqual([]);
  });
});
