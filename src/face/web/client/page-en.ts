import { english } from '../speech/text-en.ts';
import { englishResult } from '../speech/text-en-result.ts';
import { startPage } from './start-page.tsx';

startPage({ ...english, ...englishResult });
