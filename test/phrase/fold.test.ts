import { describe, expect, test } from 'vitest';
import { foldWord } from '../../src/phrase/fold.ts';

describe('a printed word folds to comparable forms', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['Funds,', ['funds']],
    ['insuf\uFB01cient', ['insufficient']],
    ['tempo\u00ADrary', ['temporary']],
    ['prévu', ['prevu']],
    ['d’études', ['d', 'etudes']],
    ["L'agent", ['i', 'agent']],
    ['convaincu(e)', ['convaincu']],
    ['applicant’s', ['applicant']],
    ["didn't", ['did', 'not']],
    ['cannot', ['can', 'not']],
    ['your/your', ['your', 'your']],
    ['bona-fide', ['bona', 'fide']],
    ['$31,000.50', ['31000.50']],
    ['22\u202f895', ['22895']],
    ['R216(1)(b)', ['r216', '1', 'b']],
    ['—', []],
    ['l', ['i']],
    ['co\u200Bsts', ['costs']],
    ['œuvre', ['oeuvre']],
  ];
  test.each(table)('%s', (printed, forms) => {
    expect(foldWord(printed)).toEqual(forms);
  });
});
