/** A question as it is asked, and what is said after it to make it clear. */
export type Asked = { readonly question: string; readonly more: string };

/** Parts a text at its first question mark: the rest explains, and need not be said wherever the question is named. */
export function askedIn(text: string): Asked {
  const end = text.indexOf('?') + 1;
  if (end === 0) return { question: text, more: '' };
  return { question: text.slice(0, end), more: text.slice(end).trim() };
}
