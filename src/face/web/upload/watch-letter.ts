export type LetterProgress = {
  readonly state: 'waiting' | 'reading' | 'done' | 'failed';
  readonly pagesDone: number;
  readonly pagesTotal: number;
};

/** Tells how far a letter is, until it is read or failed. Gives a function that stops listening. */
export function watchLetter(letter: string, tell: (progress: LetterProgress) => void): () => void {
  const events = new EventSource(`/letters/${letter}/events`);
  events.addEventListener('state', ({ data }) => {
    const progress: LetterProgress = JSON.parse(String(data));
    if (progress.state === 'done' || progress.state === 'failed') events.close();
    tell(progress);
  });
  return () => events.close();
}
