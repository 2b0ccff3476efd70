import type { Room } from '../../seam/queue.ts';

/** A letter under way. `isRead`: only its end is still being kept, so that it takes nobody's place. */
type UnderWay = { readonly room: Room; readonly alone: boolean; readonly isRead: boolean };

type Beside = {
  readonly slots: number;
  /** Letters taken in advance: how many there are, and how many there may be. */
  readonly waiting: number;
  readonly ahead: number;
  /** A single upload may be waiting: its place comes before anything that is taken in advance. */
  readonly upload: boolean;
};

/** `atOnce` of the `free` places are for letters that are begun at once. */
export type Place = { readonly room: Room; readonly free: number; readonly atOnce: number };

export const isShared = ({ room, isRead }: UnderWay): boolean => room !== 'express' && !isRead;

/** What there is room for beside what is under way, or nothing. */
export function roomBeside(works: readonly UnderWay[], { slots, waiting, ahead, upload }: Beside): Place | undefined {
  if (works.some(({ alone }) => alone)) return undefined;
  const held = works.filter(isShared).length + waiting;
  const free = slots + ahead - held;
  const express: Place | undefined = works.some(({ room, isRead }) => room === 'express' && !isRead)
    ? undefined
    : { room: 'express', free: 1, atOnce: 1 };
  if (held >= slots && upload && express !== undefined) return express;
  // In advance several are taken at a time, or asking for them would cost as much as before.
  if (free > 0 && (held < slots || free >= ahead / 2))
    return { room: works.length + waiting === 0 ? 'empty' : 'shared', free, atOnce: Math.max(0, slots - held) };
  return upload ? express : undefined;
}
