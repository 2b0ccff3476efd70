import type { Atom, Token } from './phrase.ts';

/** Whether one token is what the atom asks for. */
export function isAtom(atom: Atom, token: Token): boolean {
  switch (atom.kind) {
    case 'word':
      return token.form === atom.form;
    case 'prefix':
      return token.form.startsWith(atom.start);
    case 'stem':
      return token.stem === atom.stem;
    case 'number':
      return isNumber(token);
    case 'law':
      return token.law !== undefined && (token.law.ref === atom.ref || token.law.ref.startsWith(`${atom.ref}/`));
  }
}

export function isNumber(token: Token): boolean {
  const first = token.form.charCodeAt(0);
  return first >= 48 && first <= 57;
}
