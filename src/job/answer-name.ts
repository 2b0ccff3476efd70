/** A report's questions have ids of their own; an answer may be sent under either name. */
const names: ReadonlyMap<string, string> = new Map([
  ['letter-date', 'issued'],
  ['status-expires', 'statusExpires'],
  ['applied-before-expiry', 'appliedBeforeExpiry'],
  ['worked-since', 'workedOrStudiedSince'],
  ['removal-order', 'removalOrder'],
  ['breach-ended', 'breachEnded'],
]);

/** The name under which the answer to a question is kept. */
export const answerNameOf = (question: string): string => names.get(question) ?? question;
