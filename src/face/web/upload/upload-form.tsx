import { useRef, useState } from 'preact/hooks';
import type { FailureCode } from '../../../model/failure.ts';
import { FileButton } from '../frame/file-button.tsx';
import { useSendingFocus } from '../frame/follow-sending.ts';
import { useDrop } from '../frame/use-drop.ts';
import { problemText } from '../speech/problem-text.ts';
import type { Speech } from '../speech/translate.ts';
import type { PageSettings } from '../view/page-data.ts';
import { PhotoList } from './photo-list.tsx';
import { progressText } from './progress-text.ts';
import { type SendState, sendLetter } from './send-letter.ts';

const kinds =
  '.pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff,.bmp,.docx,.txt,.eml,application/pdf,image/jpeg,image/png,text/plain';

/** The same file chosen twice is one page. */
const isSame =
  (one: File) =>
  (other: File): boolean =>
    one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

const isPhoto = ({ type }: File): boolean => type === 'image/jpeg' || type === 'image/png';

/**
 * The letter's way in: a plain form without script. With it a file is sent as soon as it is chosen; photos are put in
 * order first, since a letter may have more pages.
 */
export function UploadForm({ speech, settings }: { readonly speech: Speech; readonly settings: PageSettings }) {
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<SendState | undefined>();
  const [problem, setProblem] = useState<FailureCode | undefined>();
  const stop = useRef<(() => void) | undefined>(undefined);

  function send(files: readonly File[]): void {
    const name = files.length === 1 ? (files[0]?.name ?? '') : speech.t('pagesChosen');
    setSending({ name, share: 0 });
    stop.current = sendLetter(files, speech.language, {
      progress: (share) => setSending({ name, share }),
      reading: (reading) => setSending({ name, share: 1, reading }),
      failed: (code) => {
        setSending(undefined);
        setProblem(code);
      },
    });
  }
  function take(files: readonly File[]): void {
    setProblem(undefined);
    const [first] = files;
    if (first === undefined || sending !== undefined) return;
    if (files.every(isPhoto)) setPhotos((before) => [...before, ...files.filter((file) => !before.some(isSame(file)))]);
    else send([first]);
  }
  function cancel(): void {
    stop.current?.();
    setSending(undefined);
  }
  const over = useDrop(take);
  const form = useSendingFocus(sending !== undefined);
  const choices = photos.length === 0 || problem !== undefined;

  return (
    <form
      ref={form}
      class="drop"
      data-over={over}
      method="post"
      action={`/letters?lang=${speech.language}`}
      encType="multipart/form-data"
    >
      {sending !== undefined && <Sending speech={speech} state={sending} cancel={cancel} />}
      {sending === undefined && photos.length > 0 && (
        <PhotoList speech={speech} photos={photos} change={setPhotos} add={take} send={() => send(photos)} />
      )}
      {sending === undefined && choices && photos.length === 0 && (
        <Choices speech={speech} settings={settings} take={take} />
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
        <FileButton look="primary" icon="upload" text={t('chooseFile')} name="letter" accept={kinds} take={take} />
        <FileButton
          look="by-camera"
          icon="camera"
          text={t('takePhoto')}
          name="photo"
          accept="image/jpeg,image/png"
          camera
          take={take}
        />
      </div>
      <p class="muted by-mouse needs-script">{t('dropHere')}</p>
      <p id="file-hint" class="muted small">
        {t('fileHint', { megabytes: settings.megabytes })}
      </p>
      <p class="no-script">
        <button class="button" type="submit">
          {t('readLetter')}
        </button>
      </p>
    </>
  );
}

function Sending(props: { readonly speech: Speech; readonly state: SendState; readonly cancel: () => void }) {
  const { speech, state, cancel } = props;
  const { share, reading } = state;
  const pages = reading?.pagesTotal ?? 0;
  const line = reading === undefined ? speech.t('waitingTitle') : progressText(speech, reading);
  return (
    <div class="sending">
      <output>{share < 1 ? speech.t('sendingName', { name: state.name }) : line}</output>
      {share < 1 ? (
        <progress value={share} max={1} aria-label={speech.t('sending')} />
      ) : (
        <progress
          {...(pages > 0 ? { value: reading?.pagesDone ?? 0, max: pages } : {})}
          aria-label={speech.t('waitingTitle')}
        />
      )}
      <button type="button" class="button" onClick={cancel}>
        {speech.t('cancel')}
      </button>
    </div>
  );
}
