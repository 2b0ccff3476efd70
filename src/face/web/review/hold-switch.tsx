import { useState } from 'preact/hooks';
import { Icon } from '../frame/icon.tsx';
import type { Speech } from '../speech/translate.ts';
import { sendHold } from './drawer-data.ts';

/** Keeps a letter whatever its age, for a court or a complaint, and says what that means. */
export function HoldSwitch(props: {
  readonly speech: Speech;
  readonly letter: string;
  readonly held: boolean;
  readonly changed: (letter: string, held: boolean) => void;
}) {
  const { speech, letter, held, changed } = props;
  const { t } = speech;
  const [failed, setFailed] = useState(false);
  async function turn(on: boolean): Promise<void> {
    const done = await sendHold(letter, on);
    setFailed(!done);
    if (done) changed(letter, on);
  }
  return (
    <section class="hold" aria-labelledby="hold-title" data-held={held}>
      <h3 id="hold-title">
        <Icon name="lock" />
        {t('holdTitle')}
      </h3>
      <output>{t(held ? 'holdOn' : 'holdMore')}</output>
      <button type="button" class="button" onClick={() => void turn(!held)}>
        {t(held ? 'holdEnd' : 'holdStart')}
      </button>
      {failed && (
        <p class="careful" role="alert">
          {t('holdFailed')}
        </p>
      )}
    </section>
  );
}
