import type { JSX } from 'preact';
import { batchName } from './batch/batch-name.ts';
import { BatchPage, batchTitle } from './batch/batch-page.tsx';
import { BatchesPage } from './batch/batches-page.tsx';
import { DeadlinesPage } from './batch/deadlines-page.tsx';
import { ComparePage } from './compare/compare-page.tsx';
import { PageFrame, type Section } from './frame/page-frame.tsx';
import { KeysPage } from './keys/keys-page.tsx';
import { GroundPage } from './patterns/ground-page.tsx';
import { PatternsPage } from './patterns/patterns-page.tsx';
import type { Speech } from './speech/translate.ts';
import type { WorkspaceData } from './view/workspace-view.ts';

export function workspaceTitle(speech: Speech, data: WorkspaceData): string {
  switch (data.view) {
    case 'patterns':
      return speech.t('patternsTitle');
    case 'ground':
      return speech.say(data.ground.title);
    case 'batches':
      return speech.t('batchesTitle');
    case 'batch':
      return batchTitle(speech, data);
    case 'compare':
      return speech.t('compareTitle');
    case 'deadlines':
      return `${speech.t('deadlinesPage')} · ${batchName(speech, data)}`;
    case 'keys':
      return speech.t('keysTitle');
  }
}

function viewOf(speech: Speech, data: WorkspaceData): JSX.Element {
  switch (data.view) {
    case 'patterns':
      return <PatternsPage speech={speech} data={data} />;
    case 'ground':
      return <GroundPage speech={speech} data={data} />;
    case 'batches':
      return <BatchesPage speech={speech} settings={data} data={data} />;
    case 'batch':
      return <BatchPage speech={speech} data={data} />;
    case 'compare':
      return <ComparePage speech={speech} settings={data} data={data} />;
    case 'deadlines':
      return <DeadlinesPage speech={speech} data={data} />;
    case 'keys':
      return <KeysPage speech={speech} data={data} />;
  }
}

const sections = {
  patterns: 'patterns',
  ground: 'patterns',
  batches: 'batches',
  batch: 'batches',
  deadlines: 'batches',
  compare: 'none',
  keys: 'none',
} as const satisfies Record<WorkspaceData['view'], Section>;

/** The pages for people who look things up or read many letters: a script of its own. */
export function WorkspaceApp({ speech, data }: { readonly speech: Speech; readonly data: WorkspaceData }) {
  return (
    <PageFrame speech={speech} section={sections[data.view]} signedIn={data.signedIn}>
      {viewOf(speech, data)}
    </PageFrame>
  );
}
