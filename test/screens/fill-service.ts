import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSources } from '../../fixtures/make/letter-source.ts';
import { typesetLetters } from '../../fixtures/make/typeset-letter.ts';

/** The letters that the screens show, by the name they go by there. All are fixtures of invented people. */
const shown = {
  study: 'letters/c-study-en.pdf',
  earlier: 'letters/b-study-en.pdf',
  photo: 'letters/c-study-en-photo.jpg',
  french: 'letters/c-study-fr.pdf',
  notes: 'letters/d-visitor-en.pdf',
  form: 'letters/a-visitor-tick-form-en.pdf',
  misrepresentation: 'letters/misrepresentation-en.pdf',
  text: 'letters/officer-notes-en.txt',
  approval: 'quiet/approval-en.pdf',
  fairness: 'quiet/fairness-a40-en.pdf',
  request: 'quiet/document-request-en.txt',
  returned: 'quiet/returned-incomplete-en.pdf',
  withdrawn: 'quiet/withdrawn-en.txt',
  other: 'quiet/university-rejection-en.txt',
  locked: 'broken/locked.pdf',
  broken: 'broken/corrupt.jpg',
} as const;

type ShownName = keyof typeof shown | 'fresh';

/** A running service with letters and a batch in it. */
export type Site = {
  readonly base: string;
  /** The id of a letter. */
  readonly letter: (name: ShownName) => string;
  readonly batch: string;
};

const fixture = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path.join('fixtures', file)));

const dayMilliseconds = 86_400_000;

/** The study letter as if it had come twelve days ago: its days still run. */
async function freshLetter(): Promise<Uint8Array<ArrayBuffer>> {
  const source = readSources('fixtures/make/source/letters').find(({ name }) => name === 'c-study-en')?.source;
  if (source === undefined) throw new Error('the study letter has no source');
  const day = new Date(Date.now() - 12 * dayMilliseconds);
  const date = new Intl.DateTimeFormat('en-CA', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
  const side = source.side.map((line) => (line.startsWith('Date:') ? `Date: ${date}` : line));
  return new Uint8Array(await typesetLetters([{ ...source, side }], { fonts: 'fixtures/make/fonts' }));
}

/** Sends a letter and waits until it is read or refused. Gives its id. */
async function sendLetter(base: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const form = new FormData();
  form.append('letter', new Blob([bytes]), name);
  const answer = await fetch(`${base}/v1/letters`, { method: 'POST', body: form, headers: { Prefer: 'wait=60' } });
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

async function sendBatch(base: string, count: number): Promise<string> {
  const form = new FormData();
  form.append('name', 'Files of November');
  for (let at = 0; at < count; at += 1) {
    const { name, bytes } = batchFile(at);
    form.append('letters', new Blob([bytes]), name);
  }
  const answer = await fetch(`${base}/v1/batches`, { method: 'POST', body: form });
  const id = /batches\/([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1];
  if (id === undefined) throw new Error(`the batch was not taken: ${answer.status}`);
  for (;;) {
    const state: { counts: { waiting: number; reading: number } } = await (
      await fetch(`${base}/v1/batches/${id}`)
    ).json();
    if (state.counts.waiting + state.counts.reading === 0) return id;
    await new Promise((resolve) => setTimeout(resolve, 200));
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
  const sent = Object.entries(shown).map(
    async ([name, file]) => [name, await sendLetter(base, path.basename(file), fixture(file))] as const,
  );
  const ids = new Map<string, string>([...(await Promise.all(sent)), ['fresh', fresh]]);
  const letter = (name: ShownName): string => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`${name} was not sent`);
    return id;
  };
  await review(base, letter('notes'));
  return { base, letter, batch: await sendBatch(base, batchSize) };
}
