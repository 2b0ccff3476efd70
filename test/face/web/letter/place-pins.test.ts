import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placePins } from '../../../../src/face/web/letter/place-pins.ts';

const pinsAt = (wanted: readonly number[], gap = 10, least = 0) =>
  placePins(
    wanted.map((at, index) => ({ wanted: at, of: index })),
    gap,
    least,
  ).map(({ at }) => at);

test('pins with room stand where they are wanted', () => {
  expect(pinsAt([50, 20, 90])).toEqual([20, 50, 90]);
});

test('crowded pins share the room around their middle', () => {
  expect(pinsAt([100, 102, 104])).toEqual([92, 102, 112]);
});

test('none stands above the least', () => {
  expect(pinsAt([1, 2, 3], 10, 5)).toEqual([5, 15, 25]);
});

test('any pins keep their distance and their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 800 }), { maxLength: 30 }), (wanted) => {
      const pins = placePins(
        wanted.map((at) => ({ wanted: at, of: at })),
        27,
        14,
      );
      expect(pins).toHaveLength(wanted.length);
      expect(pins.map(({ of }) => of)).toEqual(wanted.toSorted((a, b) => a - b));
      for (const [index, pin] of pins.entries()) {
        const before = pins[index - 1];
        if (before !== undefined) expect(pin.at - before.at).toBeGreaterThanOrEqual(27 - 1e-9);
        expect(pin.at).toBeGreaterThanOrEqual(14);
      }
    }),
  );
});
