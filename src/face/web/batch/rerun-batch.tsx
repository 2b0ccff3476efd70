import { useState } from 'preact/hooks';
import type { Rerun } from '../../../job/batch/rerun-batch.ts';
import type { Speech } from '../speech/translate.ts';
import { readLines } from './read-lines.ts';

type Changed = Extract<Rerun, { changed: boolean }>;

type RerunState = {
  readonly state: 'idle' | 'busy' | 'done' | 'failed';
  readonly looked: number;
  readonly changed: readonly Changed[];
  readonly start: () => void;
};

const isChanged = (line: Rerun): line is Changed => 'changed' in line && line.changed;

/** Has the letters of a batch analysed again and keeps what changed. `done` when the table should be asked for anew. */
export function useRerun(batch: string, done: () => void): RerunState {
  const [state, setState] = useState<Omit<RerunState, 'start'>>({ state: 'idle', looked: 0, changed: [] });
  async function start(): Promise<void> {
    const changed: Changed[] = [];
    let looked = 0;
    try {
      for await (const text of readLines(await fetch(`/v1/batches/${batch}/rerun`, { method: 'POST' }))) {
        const line: Rerun = JSON.parse(text);
        looked += 1;
        if (isChanged(line)) changed.push(line);
        setState({ state: 'busy', looked, changed: [...changed] });
      }
      setState({ state: 'done', looked, changed });
    } catch {
      setState({ state: 'failed', looked, changed });
    }
    done();
  }
  return { ...state, start: () => void start() };
}

type RerunProps = { readonly speech: Speech; readonly rerun: RerunState };

export function RerunButton({ speech, rerun, batch }: RerunProps & { readonly batch: string }) {
  return (
    <form
      method="post"
      action={`/batches/${batch}/rerun?lang=${speech.language}`}
      onSubmit={(event) => {
        event.preventDefault();
        rerun.start();
      }}
    >
      <button type="submit" class="plain" title={speech.t('rerunMore')} disabled={rerun.state === 'busy'}>
        {speech.t('batchRerun')}
      </button>
    </form>
  );
}

/** What the new analysis found otherwise, a line a letter. */
export function RerunChanges({
  speech,
  rerun,
  names,
}: RerunProps & { readonly names: Readonly<Record<string, string>> }) {
  const { t } = speech;
  const { state, looked, changed } = rerun;
  if (state === 'idle') return null;
  return (
    <section class="rerun careful" aria-live="polite">
      {state === 'busy' && <p>{t('rerunBusy', { n: looked })}</p>}
      {state === 'failed' && <p>{t('rerunFailed')}</p>}
      {state === 'done' && (
        <p>{changed.length === 0 ? t('rerunSame', { n: looked }) : t('rerunChanged', { n: changed.length })}</p>
      )}
      {changed.length > 0 && (
        <ul>
          {changed.map((line) => (
            <li key={line.letter}>
              <a href={`/letters/${line.letter}?lang=${speech.language}`}>{line.name}</a>{' '}
              {changesText(speech, line, names)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function changesText(speech: Speech, line: Changed, names: Readonly<Record<string, string>>): string {
  const grounds = line.grounds.map(
    ({ ground, change }) => `${names[ground] ?? ground} (${speech.t(`rerun_${change}`)})`,
  );
  const routes = line.routes.length === 0 ? [] : [speech.t('rerunRoutes', { n: line.routes.length })];
  const other = line.kind === undefined && line.unrecognised === undefined ? [] : [speech.t('rerunOther')];
  return [...grounds, ...routes, ...other].join(' · ');
}
