import { describe, expect, test } from 'vitest';
import { settleNumber } from '../../../src/read/number/settle-number.ts';

const first = (text: string, confidence = 0.6, halves = false) => ({ text, confidence, halves });

describe('a number that was read again', () => {
  test.each([
    ['a dollar sign for a letter', '$300000115', 'S300000115'],
    ['a digit for a letter', '5300000107', 'S300000107'],
    ['a lost letter', '300000115', 'S300000115'],
    ['a letter doubled', 'DWw20416', 'DW20416'],
  ])('is mended where two looks agree on a printed form: %s', (_, text, again) => {
    expect(settleNumber(first(text), [again, again])).toEqual({ text: again, confidence: 0.9, open: false });
  });

  test('is one number where two looks join its halves', () => {
    expect(settleNumber(first('V300000112', 0.9, true), ['V300000112', 'V300000112'])).toMatchObject({
      text: 'V300000112',
      open: false,
    });
  });

  test('is sure where two looks agree with the first', () => {
    expect(settleNumber(first('11-2233-4412'), ['11-2233-4412', ': 11-2233-4412'])).toEqual({
      text: '11-2233-4412',
      confidence: 0.9,
      open: false,
    });
  });

  test('of an O or a 0 is left to their width', () => {
    expect(settleNumber(first('TN00958'), ['TNO0958', 'TNO0958'])).toMatchObject({ text: 'TN00958', open: false });
  });
});

describe('a number stays as it was first read, and unsure, where', () => {
  test.each([
    ['two looks differ', '$300000115', ['S300000115', '300000115']],
    ['two looks agree against a number of a printed form', 'S300000109', ['5300000109', '5300000109']],
    ['two looks agree on another day', '2024-04-30', ['2024-04-80', '2024-04-80']],
    ['two looks agree on a code that lacks a digit', '300000115', ['S30000011', 'S30000011']],
    ['two looks agree on a code with another digit', '$300000115', ['S300000175', 'S300000175']],
    ['two looks agree on another year', '2021', ['2024', '2024']],
    ['nothing was read again', '5300000107', ['', '']],
    ['there was one look only', '5300000107', ['S300000107']],
  ])('%s', (_, text, further) => {
    expect(settleNumber(first(text, 0.8), further)).toEqual({ text, confidence: 0.4, halves: false, open: true });
  });

  test('two looks make other digits of its halves', () => {
    expect(settleNumber(first('V300000112', 0.9, true), ['V300000172', 'V300000172'])).toMatchObject({
      text: 'V300000112',
      open: true,
    });
  });
});
