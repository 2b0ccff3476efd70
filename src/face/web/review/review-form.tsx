import { useState } from 'preact/hooks';
import { useGroundNames } from './drawer-data.ts';
import { inputOf, type ReviewingProps } from './drawer-reasons.tsx';

const textOf = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value.trim() : '');

/** Adds a ground that the program missed, with the letter's words for it. */
export function AddReason({ speech, letter, reviewer, save }: ReviewingProps) {
  const { t } = speech;
  const [open, setOpen] = useState(false);
  const names = useGroundNames(speech.language, open);
  const { report, corrections } = letter;
  const taken = new Set([
    ...report.grounds.map(({ ground }) => ground),
    ...corrections.flatMap(({ ground, verdict }) => (verdict === 'added' ? [ground] : [])),
  ]);
  async function add(form: HTMLFormElement): Promise<void> {
    const fields = new FormData(form);
    const field = (name: string): string => textOf(fields.get(name));
    const note = field('note');
    const added = {
      ground: field('ground'),
      verdict: 'added',
      quote: field('quote'),
      ...(note === '' ? {} : { note }),
    } as const;
    const others = corrections.filter(({ ground }) => ground !== added.ground).map(inputOf);
    if (await save({ by: reviewer, corrections: [...others, added] })) form.reset();
  }
  return (
    <details class="more add-reason" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('reviewAdd')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add(event.currentTarget);
        }}
      >
        <label class="field">
          {t('reviewAddGround')}
          <select name="ground" required>
            <option value="">{t('reviewPick')}</option>
            {names
              .filter(({ id }) => !taken.has(id))
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </select>
        </label>
        <label class="field">
          {t('reviewAddQuote')}
          <textarea name="quote" rows={2} maxLength={2000} required />
        </label>
        <label class="field">
          {t('reviewAddNote')}
          <input type="text" name="note" maxLength={1000} autocomplete="off" />
        </label>
        <button type="submit" class="button" disabled={reviewer.trim() === ''}>
          {t('reviewAddButton')}
        </button>
        {reviewer.trim() === '' && <p class="muted small">{t('reviewNameFirst')}</p>}
      </form>
    </details>
  );
}
