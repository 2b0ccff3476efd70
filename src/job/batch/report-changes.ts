import type { Strength } from '../../model/ground.ts';
import type { Report } from '../../report/report-schema.ts';

export type GroundChange = {
  readonly ground: string;
  readonly change: 'new' | 'gone' | 'strength';
  readonly before?: Strength;
  readonly now?: Strength;
};

/** A route whose last day or state is another. Without a day the route has no deadline that can be counted. */
export type RouteChange = {
  readonly route: string;
  readonly before?: { readonly state: string; readonly on?: string };
  readonly now?: { readonly state: string; readonly on?: string };
};

/** What another analysis of the same words found otherwise. Nothing of the letter itself is in it. */
export type ReportChanges = {
  readonly changed: boolean;
  readonly kind?: { readonly before: string; readonly now: string };
  readonly grounds: readonly GroundChange[];
  readonly routes: readonly RouteChange[];
  /** Reasons that no pattern knows: how many there were and are. */
  readonly unrecognised?: { readonly before: number; readonly now: number };
};

const byId = (a: string, b: string): number => (a < b ? -1 : 1);

/** The ids of both, each once, in order. */
const idsOf = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].toSorted(byId);

function groundChanges(before: Report, now: Report): readonly GroundChange[] {
  const strengths = ({ grounds }: Report) => new Map(grounds.map(({ ground, strength }) => [ground, strength]));
  const [old, fresh] = [strengths(before), strengths(now)];
  return idsOf(old, fresh).flatMap((ground): readonly GroundChange[] => {
    const [was, is] = [old.get(ground), fresh.get(ground)];
    if (was === is) return [];
    if (was === undefined) return is === undefined ? [] : [{ ground, change: 'new', now: is }];
    return is === undefined
      ? [{ ground, change: 'gone', before: was }]
      : [{ ground, change: 'strength', before: was, now: is }];
  });
}

function routeChanges(before: Report, now: Report): readonly RouteChange[] {
  const states = ({ routes }: Report) =>
    new Map(
      routes.map(({ id, state, deadline }) => [id, deadline === undefined ? { state } : { state, on: deadline.on }]),
    );
  const [old, fresh] = [states(before), states(now)];
  return idsOf(old, fresh).flatMap((route): readonly RouteChange[] => {
    const [was, is] = [old.get(route), fresh.get(route)];
    if (was?.state === is?.state && was?.on === is?.on) return [];
    return [{ route, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { now: is }) }];
  });
}

/** Compares two analyses of one letter. Both must have been made for the same day: days that pass are no change. */
export function reportChanges(before: Report, now: Report): ReportChanges {
  const grounds = groundChanges(before, now);
  const routes = routeChanges(before, now);
  const kind =
    before.letter.kind === now.letter.kind ? {} : { kind: { before: before.letter.kind, now: now.letter.kind } };
  const [was, is] = [before.unrecognised.length, now.unrecognised.length];
  const unrecognised = was === is ? {} : { unrecognised: { before: was, now: is } };
  const changed = grounds.length + routes.length + Object.keys({ ...kind, ...unrecognised }).length > 0;
  return { changed, ...kind, grounds, routes, ...unrecognised };
}
