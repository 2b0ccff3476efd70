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

const photoKinds = 'image/jpeg,image/png';

/** The same photos with one moved by a step. */
function moved(photos: readonly File[], from: number, step: 1 | -1): readonly File[] {
  const next = [...photos];
  const [photo] = next.splice(from, 1);
  if (photo !== undefined) next.splice(from + step, 0, photo);
  return next;
}

/** The photos of one letter as its pages: to look at, put in order, take again, take out, add to, and send. */
export function PhotoList(props: PhotoListProps) {
  const { speech, photos, add, send } = props;
  const { t } = speech;
  return (
    <div class="photos">
      <h2>{t('pagesChosen')}</h2>
      <ol>
        {photos.map((photo, at) => (
          <PhotoEntry key={`${photo.name}-${photo.lastModified}-${photo.size}`} {...props} photo={photo} at={at} />
        ))}
      </ol>
      <div class="pick">
        <button type="button" class="button primary big" onClick={send}>
          {t('readLetter')}
        </button>
        <FileButton look="" icon="camera" text={t('addPage')} name="more" accept={photoKinds} take={add} />
      </div>
    </div>
  );
}

function PhotoEntry({
  speech,
  photos,
  change,
  photo,
  at,
}: PhotoListProps & { readonly photo: File; readonly at: number }) {
  const { t } = speech;
  const name = t('page', { n: at + 1 });
  return (
    <li>
      <Thumbnail photo={photo} />
      <span class="photo-name">{name}</span>
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
      <FileButton
        small
        look=""
        icon="again"
        text={t('retakePage', { name })}
        name={`again-${at}`}
        accept={photoKinds}
        camera
        take={([instead]) => instead !== undefined && change(photos.with(at, instead))}
      />
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
