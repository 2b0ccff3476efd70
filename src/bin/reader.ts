import { serveLetters } from '../adapter/child/serve-letters.ts';

serveLetters();
