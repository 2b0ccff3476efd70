import { english } from '../speech/text-en.ts';
import { englishResult } from '../speech/text-en-result.ts';
import { englishReview } from '../speech/text-en-review.ts';
import { englishWork } from '../speech/text-en-work.ts';
import { startWorkspace } from './start-workspace.tsx';

startWorkspace({ ...english, ...englishResult, ...englishWork, ...englishReview });
