import type { Day, Letter } from '../model/letter.ts';
import type { Localized } from '../model/locale.ts';
import type { Note } from '../model/note.ts';
import type { AdvicePack } from '../pack/advice-pack.ts';
import { citeProvision } from '../pack/law-ref.ts';
import type { Provision } from '../pack/law-schema.ts';
import { fillText, sayDay } from './calendar/fill-text.ts';
import type { FoundGround } from './gather-facts.ts';

/** The provisions that found grounds rest on for this application, with those that hold them. */
function provisionsOf(found: readonly FoundGround[], letter: Letter, pack: AdvicePack): readonly Provision[] {
  const refs = found
    .flatMap(({ ground }) => ground.law)
    .filter(({ applications }) => applications === undefined || applications.includes(letter.application))
    .map(({ ref }) => ref);
  return pack.laws.provisions.filter(({ id }) => refs.some((ref) => ref === id || ref.startsWith(`${id}/`)));
}

type Change = { readonly text: Localized; readonly day: Day };

function changesOf(
  { from, until, changed }: Provision,
  issued: Day,
  today: Day,
  texts: AdvicePack['routes']['lawChanged'],
): readonly Change[] {
  if (from !== undefined && from > issued) return [{ text: texts.notInForce, day: from }];
  if (until !== undefined && until <= today)
    return [{ text: until > issued ? texts.repealed : texts.notInForce, day: until }];
  return changed.filter((day) => day > issued && day <= today).map((day) => ({ text: texts.amended, day }));
}

type Changed = Change & { readonly provision: Provision };

/** One change of a section is said once, for the most exact provision that it touches. */
function mostExact(changes: readonly Changed[]): readonly Changed[] {
  const section = ({ provision, day }: Changed): string => `${provision.id.split('/').slice(0, 2).join('/')} ${day}`;
  return changes
    .toSorted((one, other) => other.provision.id.length - one.provision.id.length)
    .filter((change, at, all) => all.findIndex((other) => section(other) === section(change)) === at);
}

/** What changed in the law behind the grounds between the letter's day and today. */
export function noteLawChanges(
  {
    found,
    letter,
    issued,
    today,
  }: { found: readonly FoundGround[]; letter: Letter; issued: Day | undefined; today: Day },
  pack: AdvicePack,
): readonly Note[] {
  if (issued === undefined) return [];
  const changes = provisionsOf(found, letter, pack).flatMap((provision) =>
    changesOf(provision, issued, today, pack.routes.lawChanged).map((change) => ({ ...change, provision })),
  );
  return mostExact(changes).map(({ text, day, provision }) => ({
    code: 'law-changed',
    detail: fillText({ text, with: { law: citeProvision(pack.laws, provision.id), day: sayDay(day, pack.routes) } }),
  }));
}
