import type { Clock } from '../seam/clock.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
  elapsed: () => performance.now(),
};
