import type { Localized } from '../../model/locale.ts';
import type { RouteEntry } from '../../pack/route-schema.ts';
import { type Checked, checkCondition, type RouteState } from './check-condition.ts';

export type Decision = { readonly state: RouteState; readonly why?: Localized };

type Rule = RouteEntry['rules'][number];

const asDecision = ({ state, why }: Rule): Decision => (why === undefined ? { state } : { state, why });

/**
 * The state of a route by its rules. The first rule that surely holds decides, unless one before it might hold and says
 * otherwise: then the route is unsure. A route that is absent but for something nobody told us stays absent.
 */
export function decideState(entry: RouteEntry, checked: Checked): Decision {
  const maybe: Rule[] = [];
  for (const rule of entry.rules) {
    const truth = checkCondition(rule.when, checked);
    if (truth === undefined && rule.ifUnknown === 'unsure' && rule.state !== 'absent') maybe.push(rule);
    if (truth !== true) continue;
    if (rule.state === 'absent' || maybe.every((other) => other.state === rule.state)) return asDecision(rule);
    const why = entry.unsure ?? rule.why;
    return why === undefined ? { state: 'unknown' } : { state: 'unknown', why };
  }
  return { state: 'absent' };
}
