import type { LawRef } from '../model/advice.ts';
import type { Localized } from '../model/locale.ts';
import type { LawFile, Provision } from './law-schema.ts';

/** The provision with this id, or the nearest one that holds it: `irpr/216/1` for `irpr/216/1/x`. */
export function findProvision(laws: LawFile, id: string): Provision | undefined {
  const exact = laws.provisions.find((provision) => provision.id === id);
  const parent = id.slice(0, id.lastIndexOf('/'));
  return exact ?? (parent.includes('/') ? findProvision(laws, parent) : undefined);
}

/** How people write a provision: `IRPR 216(1)(b)`, and half-bracketed `RIPR 216(1)b)`. */
export function citeProvision(laws: LawFile, id: string): Localized {
  const [actId = '', section = '', ...parts] = id.split('/');
  const short = laws.acts.find((act) => act.id === actId)?.short ?? { en: actId, fr: actId };
  // Below subsection, paragraph and subparagraph the law counts with capital letters: 133(1)(j)(i)(B).
  const printed = parts.map((part, depth) => (depth > 2 ? part.toUpperCase() : part));
  const half = printed.map((part) => (/^\d/.test(part) ? `(${part})` : `${part})`)).join('');
  const whole = printed.map((part) => `(${part})`).join('');
  return { en: `${short.en} ${section}${whole}`, fr: `${short.fr} ${section}${half}` };
}

/** A provision as a report names it: where it stands, what it is about, and its official address. */
export function lawRefOf(laws: LawFile, id: string): LawRef {
  const [actId = '', section = ''] = id.split('/');
  const act = laws.acts.find((candidate) => candidate.id === actId);
  const cited = citeProvision(laws, id);
  const about = findProvision(laws, id)?.title;
  const title = about === undefined ? cited : { en: `${cited.en}: ${about.en}`, fr: `${cited.fr} : ${about.fr}` };
  const url = act?.url ?? { en: '', fr: '' };
  return { id, title, url: { en: url.en.replace('{section}', section), fr: url.fr.replace('{section}', section) } };
}
