import path from 'node:path';
import { dayMilliseconds, fixture, freshLetter, pairOfLetters, shown } from './shown-letters.ts';

type ShownName = keyof typeof shown | 'fresh' | 'pair' | 'stopped';

/** A running service with letters and a batch in it. */
export type Site = {
  readonly base: string;
  /** The id of a letter. */
  readonly letter: (name: ShownName) => string;
  readonly batch: string;
  /** A batch whose reading was stopped. */
  readonly stopped: string;
};

/** Sends a letter and waits until it is read or refused. Gives its id. */
export async function sendLetter(
  base: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const form = new FormData();
  form.append('letter', new Blob([bytes]), name);
  const answer = await fetch(`${base}/v1/letters`, {
    method: 'POST',
    body: form,
    headers: { ...headers, Prefer: 'wait=60' },
  });
  const id = /letters\/([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1];
  if (id === undefined) throw new Error(`${name} was not taken: ${answer.status}`);
  return id;
}

/**
 * A text letter of its own for each number, and now and then a PDF or one that can't be read: what a consultant's
 * folder holds.
 */
export function batchFile(at: number): { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  const number = String(at).padStart(3, '0');
  if (at % 25 === 7) return { name: `locked-${number}.pdf`, bytes: withMark(fixture('broken/locked.pdf'), at) };
  if (at % 20 === 3)
    return { name: `scan-of-notes-${number}.pdf`, bytes: withMark(fixture('letters/d-visitor-en.pdf'), at) };
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(Date.now() - (3 + ((at * 7) % 80)) * dayMilliseconds),
  );
  const permit = ['study', 'work', 'visitor'][Math.floor(at / 3) % 3] ?? 'study';
  const visa = permit === 'visitor' ? 'visitor visa' : `${permit} permit`;
  const lines = reasons.filter((_, index) => (at * (index + 3)) % 5 < 2 || index === at % reasons.length);
  const text = `Date: ${day}\nApplication: ${permit.charAt(0).toUpperCase()}30000${number}\n\nDear Applicant ${number},\n\nThank you for your application for a ${visa}. I am refusing your application because I am not satisfied that you will leave Canada at the end of your stay, based on the following factors:\n\n${lines.map((line) => `- ${line}`).join('\n')}\n\nSincerely,\nOfficer SA00001\n`;
  return { name: `letter-${number}.txt`, bytes: new TextEncoder().encode(text) };
}

const reasons = [
  'You do not have significant family ties outside Canada.',
  'The purpose of your visit to Canada is not consistent with a temporary stay given the details you have provided in your application.',
  'Your assets and financial situation are insufficient to support the stated purpose of travel for yourself and any accompanying family members.',
  'Your current employment situation does not show that you are financially established in your country of residence.',
  'You have not demonstrated that you will be able to adequately perform the work you seek.',
] as const;

/** A PDF with a comment at its end: the same letter, but another file. */
function withMark(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(`\n% copy ${at}\n`)]));
}

type SentFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

async function sendBatch(base: string, name: string, files: readonly SentFile[]): Promise<string> {
  const form = new FormData();
  form.append('name', name);
  for (const { name: file, bytes } of files) form.append('letters', new Blob([bytes]), file);
  const answer = await fetch(`${base}/v1/batches`, { method: 'POST', body: form });
  const id = /batches\/([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1];
  if (id === undefined) throw new Error(`the batch was not taken: ${answer.status}`);
  return id;
}

async function untilRead(base: string, batch: string): Promise<void> {
  for (;;) {
    const state: { counts: { waiting: number; reading: number } } = await (
      await fetch(`${base}/v1/batches/${batch}`)
    ).json();
    if (state.counts.waiting + state.counts.reading === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A batch that somebody stopped, and one of its letters, whose turn had not come. */
async function sendStopped(base: string): Promise<{ readonly batch: string; readonly letter: string }> {
  const scan = fixture('letters/c-study-en-scan.png');
  const files = Array.from({ length: 8 }, (_, at) => ({ name: `scan-${at + 1}.png`, bytes: withMark(scan, at) }));
  const batch = await sendBatch(base, 'Stopped half-way', files);
  await fetch(`${base}/v1/batches/${batch}/cancel`, { method: 'POST' });
  const list: { letters: readonly { id: string; problem: { code: string } }[] } = await (
    await fetch(`${base}/v1/batches/${batch}/letters?state=failed`)
  ).json();
  const letter = list.letters.find(({ problem }) => problem.code === 'not-done')?.id;
  if (letter === undefined) throw new Error('every letter was read before its batch was stopped');
  return { batch, letter };
}

/** Holds the letters of a batch that are scans of notes, as if a court had asked for them. */
async function holdNotes(base: string, batch: string): Promise<void> {
  const list: { letters: readonly { id: string; name: string }[] } = await (
    await fetch(`${base}/v1/batches/${batch}/letters`)
  ).json();
  for (const { id, name } of list.letters.filter((one) => one.name.startsWith('scan-of-notes'))) {
    const answer = await fetch(`${base}/v1/letters/${id}/hold`, { method: 'PUT' });
    if (!answer.ok) throw new Error(`${name} was not put on hold`);
  }
}

/** What a reviewer said of a letter: it is then shown beside what the program found. */
async function review(base: string, letter: string): Promise<void> {
  const corrections = [
    { ground: 'ca.assets-financial-situation', verdict: 'confirmed' },
    {
      ground: 'ca.travel-history',
      verdict: 'added',
      quote: 'No criminality concerns.',
      note: 'Said in the interview.',
    },
  ];
  const answer = await fetch(`${base}/v1/letters/${letter}/review`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ by: 'Ana Tremblay', corrections }),
  });
  if (!answer.ok) throw new Error(`the review was not taken: ${await answer.text()}`);
}

/** Puts everything into a running service that its screens show. `batchSize` letters are in the batch. */
export async function fillService(base: string, batchSize: number): Promise<Site> {
  const fresh = await sendLetter(base, 'decision-letter.pdf', await freshLetter());
  const stopped = await sendStopped(base);
  const sent = Object.entries(shown).map(
    async ([name, file]) => [name, await sendLetter(base, path.basename(file), fixture(file))] as const,
  );
  // A service takes no more than so many uploads at one time.
  const named = await Promise.all(sent);
  const pair = await sendLetter(base, 'two-letters.pdf', await pairOfLetters());
  const ids = new Map<string, string>([...named, ['fresh', fresh], ['pair', pair], ['stopped', stopped.letter]]);
  const letter = (name: ShownName): string => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`${name} was not sent`);
    return id;
  };
  await review(base, letter('notes'));
  const files = Array.from({ length: batchSize }, (_, at) => batchFile(at));
  const batch = await sendBatch(base, 'Files of November', files);
  await untilRead(base, batch);
  await holdNotes(base, batch);
  return { base, letter, batch, stopped: stopped.batch };
}
