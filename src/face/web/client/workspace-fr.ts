import { french } from '../speech/text-fr.ts';
import { frenchResult } from '../speech/text-fr-result.ts';
import { frenchReview } from '../speech/text-fr-review.ts';
import { frenchWork } from '../speech/text-fr-work.ts';
import { startWorkspace } from './start-workspace.tsx';

startWorkspace({ ...french, ...frenchResult, ...frenchWork, ...frenchReview });
