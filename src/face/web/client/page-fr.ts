import { french } from '../speech/text-fr.ts';
import { frenchResult } from '../speech/text-fr-result.ts';
import { startPage } from './start-page.tsx';

startPage({ ...french, ...frenchResult });
