import { Icon, type IconName } from './icon.tsx';

/** A file input that looks like a button. */
export function FileButton(props: {
  readonly look: string;
  readonly icon: IconName;
  readonly text: string;
  readonly name: string;
  readonly accept: string;
  readonly camera?: boolean;
  /** Only the sign is seen; the text is read out. */
  readonly small?: boolean;
  /** Takes a whole folder instead of files. */
  readonly folder?: boolean;
  readonly take: (files: readonly File[]) => void;
}) {
  const { look, icon, text, name, accept, camera = false, small = false, folder = false, take } = props;
  return (
    <label class={small ? `square ${look}` : `button big ${look}`}>
      <Icon name={icon} />
      {small ? <span class="unseen">{text}</span> : text}
      <input
        class="file"
        type="file"
        name={name}
        accept={accept}
        multiple={!camera}
        {...(camera ? { capture: 'environment' } : {})}
        {...(folder ? { webkitdirectory: true } : {})}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
