import { Failure } from '../model/failure.ts';

/** Somebody asked for a page that the letter hasn't. */
export function noSuchPage(number: number): Failure {
  return new Failure('request-invalid', `This letter has no page ${number}.`, { facts: { page: number } });
}

/** Refuses a document with more pages than a letter has. */
export function refuseTooMany(pages: number, most: number): void {
  if (pages <= most) return;
  throw new Failure(
    'too-many-pages',
    `This file has ${pages} pages; at most ${most} are read. Give only the pages of the letter.`,
    {
      facts: { pages, most },
    },
  );
}
