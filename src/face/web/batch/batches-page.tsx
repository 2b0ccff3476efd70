import { useRef, useState } from 'preact/hooks';
import type { FailureCode } from '../../../model/failure.ts';
import { FileButton } from '../frame/file-button.tsx';
import { useSendingFocus } from '../frame/follow-sending.ts';
import { useDrop } from '../frame/use-drop.ts';
import { problemText } from '../speech/problem-text.ts';
import type { Speech } from '../speech/translate.ts';
import type { BatchesData, PageSettings } from '../view/page-data.ts';
import { batchName } from './batch-name.ts';
import { type BatchSending, sendBatch } from './send-batch.ts';

type Props = { readonly speech: Speech; readonly settings: PageSettings; readonly data: BatchesData };

/** Handing in many letters, and the batches that are there. */
export function BatchesPage({ speech, settings, data }: Props) {
  const { t } = speech;
  return (
    <div class="wrap batches">
      <h1>{t('batchesTitle')}</h1>
      <p class="lead">{t('batchesLead')}</p>
      <div class="batches-parts">
        <NewBatch speech={speech} settings={settings} data={data} />
        <section aria-labelledby="earlier-title">
          <h2 id="earlier-title">{t('batchEarlier')}</h2>
          {data.batches.length === 0 && <p class="muted">{t('batchNone')}</p>}
          <ul class="batch-list">
            {data.batches.map((batch) => {
              const { total, done, failed } = batch.counts;
              return (
                <li key={batch.id}>
                  <a href={`/batches/${batch.id}?lang=${speech.language}`}>
                    <b>{batchName(speech, batch)}</b>
                    <span class="muted small">
                      {t('batchRead', { done: done + failed, n: total })}
                      {failed > 0 && ` · ${t('batchFailed', { n: failed })}`}
                    </span>
                  </a>
                </li>
              );
            })}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** A plain form without script; with it the files go in parts, and what was sent is not sent twice. */
function NewBatch({ speech, settings, data }: Props) {
  const { t, language } = speech;
  const [sending, setSending] = useState<BatchSending | undefined>();
  const [problem, setProblem] = useState<FailureCode | undefined>(data.problem);
  const name = useRef<HTMLInputElement>(null);
  const stop = useRef<(() => void) | undefined>(undefined);

  function take(files: readonly File[]): void {
    if (files.length === 0 || sending !== undefined) return;
    setProblem(undefined);
    setSending({ done: 0, total: files.length });
    stop.current = sendBatch(files, name.current?.value ?? '', {
      progress: (done) => setSending({ done, total: files.length }),
      finished: (id) => location.assign(`/batches/${id}?lang=${language}`),
      failed: (code) => {
        setSending(undefined);
        setProblem(code);
      },
    });
  }
  function cancel(): void {
    stop.current?.();
    setSending(undefined);
  }
  const over = useDrop(take);
  const form = useSendingFocus(sending !== undefined);

  return (
    <form
      ref={form}
      class="drop new-batch"
      data-over={over}
      method="post"
      action={`/batches?lang=${language}`}
      encType="multipart/form-data"
    >
      <h2>{t('batchesNew')}</h2>
      <label class="field">
        {t('batchName')}
        <input ref={name} type="text" name="name" maxLength={100} autocomplete="off" />
      </label>
      {sending === undefined ? (
        <Choices speech={speech} settings={settings} take={take} />
      ) : (
        <div class="sending">
          <output>{t('batchSent', { done: sending.done, n: sending.total })}</output>
          <progress value={sending.done} max={sending.total} aria-label={t('sending')} />
          <button type="button" class="button" onClick={cancel}>
            {t('cancel')}
          </button>
        </div>
      )}
      <div role="alert">{problem !== undefined && <p class="careful">{problemText(speech, problem, settings)}</p>}</div>
    </form>
  );
}

function Choices(props: {
  readonly speech: Speech;
  readonly settings: PageSettings;
  readonly take: (files: readonly File[]) => void;
}) {
  const { speech, settings, take } = props;
  const { t } = speech;
  return (
    <>
      <div class="pick">
        <FileButton look="primary" icon="upload" text={t('batchChoose')} name="letters" accept="" take={take} />
        <FileButton
          look="needs-script by-mouse"
          icon="page"
          text={t('batchFolder')}
          name="folder"
          accept=""
          folder
          take={take}
        />
      </div>
      <p class="muted by-mouse needs-script">{t('batchDrop')}</p>
      <p class="muted small">{t('batchHint', { megabytes: settings.megabytes })}</p>
      <p class="no-script">
        <button type="submit" class="button">
          {t('batchStart')}
        </button>
      </p>
    </>
  );
}
