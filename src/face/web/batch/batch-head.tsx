import type { BatchCounts } from '../../../seam/store.ts';
import { Icon } from '../frame/icon.tsx';
import { problemText } from '../speech/problem-text.ts';
import type { Speech } from '../speech/translate.ts';
import type { BatchData, PageSettings } from '../view/page-data.ts';
import { batchName } from './batch-name.ts';
import { RerunButton, RerunChanges, useRerun } from './rerun-batch.tsx';

export type BatchHeadProps = {
  readonly speech: Speech;
  readonly data: BatchData & PageSettings;
  readonly counts: BatchCounts;
  /** How many of those that failed were only not read, since somebody stopped the reading. */
  readonly stopped: number;
  readonly showFailed: () => void;
  readonly showCheck: () => void;
  /** Asks for the letters anew. */
  readonly reload: () => void;
};

const forms = ['csv', 'xlsx', 'jsonl', 'zip'] as const;

/** Name, progress, what went wrong, and what can be done with the whole batch. */
export function BatchHead(props: BatchHeadProps) {
  const { speech, data } = props;
  return (
    <div class="batch-head">
      <div>
        <p class="eyebrow">
          <a href={`/batches?lang=${speech.language}`}>{speech.t('batchEarlier')}</a>
        </p>
        <h1>{batchName(speech, data)}</h1>
      </div>
      <details class="menu">
        <summary class="button">
          <Icon name="save" />
          {speech.t('batchExport')}
        </summary>
        <div class="menu-box">
          {forms.map((form) => (
            <a key={form} href={`/v1/batches/${data.id}/results.${form}?lang=${speech.language}`} download>
              {form.toUpperCase()}
            </a>
          ))}
        </div>
      </details>
      <Progress {...props} />
    </div>
  );
}

/** A thing to be done with the whole batch, as a form of one button. */
const Order = ({ address, text }: { readonly address: string; readonly text: string }) => (
  <form method="post" action={address}>
    <button type="submit" class="plain">
      {text}
    </button>
  </form>
);

/** What was not read, for whichever reason, and the way to have it read all the same. */
function Failed(props: {
  readonly speech: Speech;
  readonly batch: string;
  readonly failed: number;
  readonly stopped: number;
  readonly show: () => void;
}) {
  const { speech, batch, failed, stopped, show } = props;
  const { t, language } = speech;
  if (failed + stopped === 0) return null;
  const said = [
    ...(failed > 0 ? [t('batchFailed', { n: failed })] : []),
    ...(stopped > 0 ? [t('batchStopped', { n: stopped })] : []),
  ];
  return (
    <>
      {said.map((text) => (
        <button key={text} type="button" class="plain" onClick={show}>
          {text}
        </button>
      ))}
      <Order
        address={`/batches/${batch}/retry?lang=${language}`}
        text={t(failed > 0 ? 'batchRetry' : 'batchRetryStopped')}
      />
    </>
  );
}

function Progress(props: BatchHeadProps) {
  const { speech, data, counts, stopped, showFailed, showCheck, reload } = props;
  const { t, language } = speech;
  const rerun = useRerun(data.id, reload);
  const failed = Math.max(0, counts.failed - stopped);
  const over = counts.done + failed;
  return (
    <div class="batch-progress">
      <progress
        value={over}
        max={Math.max(1, counts.total)}
        aria-label={t('batchRead', { done: over, n: counts.total })}
      />
      <div class="batch-line">
        <output>{t('batchRead', { done: over, n: counts.total })}</output>
        {counts.check > 0 && (
          <button type="button" class="plain" onClick={showCheck}>
            {t('batchCheck', { n: counts.check })}
          </button>
        )}
        <Failed speech={speech} batch={data.id} failed={failed} stopped={stopped} show={showFailed} />
        {counts.waiting > 0 && (
          <Order address={`/batches/${data.id}/cancel?lang=${language}`} text={t('batchCancel')} />
        )}
        {counts.done > 0 && counts.waiting + counts.reading === 0 && (
          <RerunButton speech={speech} rerun={rerun} batch={data.id} />
        )}
        <details class="menu">
          <summary class="plain">{t('batchDelete')}</summary>
          <form class="menu-box" method="post" action={`/batches/${data.id}/delete?lang=${language}`}>
            <button type="submit" class="button danger">
              {t('batchDeleteSure')}
            </button>
          </form>
        </details>
      </div>
      <RerunChanges speech={speech} rerun={rerun} names={data.names} />
      {data.refused.length > 0 && (
        <details class="more">
          <summary>{t('refusedFiles', { n: data.refused.length })}</summary>
          <ul>
            {data.refused.map(({ name, code }) => (
              <li key={name}>
                {name}: {problemText(speech, code, data)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
