import { useEffect, useState } from 'preact/hooks';
import { FileButton } from '../frame/file-button.tsx';
import { Icon } from '../frame/icon.tsx';
import type { Speech } from '../speech/translate.ts';

export type PhotoListProps = {
  readonly speech: Speech;
  readonly photos: readonly File[];
  readonly change: (photos: readonly File[]) => void;
  readonly add: (files: readonly File[]) => void;
  readonly send: () => void;
};

/** The same photos with one moved by a step. */
function moved(photos: readonly File[], from: number, step: 1 | -1): readonly File[] {
  const next = [...photos];
  const [photo] = next.splice(from, 1);
  if (photo !== undefined) next.splice(from + step, 0, photo);
  return next;
}

/** The photos of one letter as its pages: to look at, put in order, take out, add to, and send. */
export function PhotoList({ speech, photos, change, add, send }: PhotoListProps) {
  const { t } = speech;
  return (
    <div class="photos">
      <h2>{t('pagesChosen')}</h2>
      <ol>
        {photos.map((photo, at) => {
          const name = t('page', { n: at + 1 });
          return (
            <li key={`${photo.name}-${photo.lastModified}-${photo.size}`}>
              <Thumbnail photo={photo} />
              <span>{name}</span>
              <button
                type="button"
                class="square"
                disabled={at === 0}
                aria-label={t('moveUp', { name })}
                onClick={() => change(moved(photos, at, -1))}
              >
                <Icon name="up" />
              </button>
              <button
                type="button"
                class="square"
                disabled={at === photos.length - 1}
                aria-label={t('moveDown', { name })}
                onClick={() => change(moved(photos, at, 1))}
              >
                <Icon name="down" />
              </button>
              <button
                type="button"
                class="square"
                aria-label={t('removePage', { name })}
                onClick={() => change(photos.filter((one) => one !== photo))}
              >
                <Icon name="cross" />
              </button>
            </li>
          );
        })}
      </ol>
      <div class="pick">
        <button type="button" class="button primary big" onClick={send}>
          {t('readLetter')}
        </button>
        <FileButton look="" icon="camera" text={t('addPage')} name="more" accept="image/jpeg,image/png" take={add} />
      </div>
    </div>
  );
}

/** It stands beside the page's number, so it has no name of its own. */
function Thumbnail({ photo }: { readonly photo: File }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const url = URL.createObjectURL(photo);
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [photo]);
  return address === '' ? <span class="thumb" /> : <img class="thumb" src={address} alt="" />;
}
