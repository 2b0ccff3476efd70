import { Icon } from '../frame/icon.tsx';
import type { Speech, TextName } from '../speech/translate.ts';
import type { SaveForm } from '../view/page-data.ts';

const readForms = ['pdf', 'docx', 'html', 'txt', 'md'];

/** To read and print, to go on working with, and for other programs. */
const groups = [
  { name: 'saveRead', holds: (form: string) => readForms.includes(form) },
  { name: 'saveWork', holds: (form: string) => form.includes('.') },
  { name: 'saveData', holds: (form: string) => !form.includes('.') && !readForms.includes(form) },
] as const satisfies readonly { readonly name: TextName; readonly holds: (form: string) => boolean }[];

const json: SaveForm = { form: 'json', title: { en: 'JSON', fr: 'JSON' } };

const rankOf = ({ form }: SaveForm): number => (readForms.indexOf(form) + 99) % 99;

/** The ways to take the result along. */
export function SaveMenu(props: {
  readonly speech: Speech;
  readonly letter: string;
  readonly forms: readonly SaveForm[];
  /** The file as it came is still there. */
  readonly original: boolean;
}) {
  const { speech, letter, forms, original } = props;
  const { t, say, language } = speech;
  return (
    <details class="menu no-print">
      <summary class="button">
        <Icon name="save" />
        {t('save')}
      </summary>
      <div class="menu-box">
        <button type="button" class="needs-script" onClick={() => globalThis.print()}>
          {t('print')}
        </button>
        {groups.map(({ name, holds }) => (
          <ul key={name} aria-label={t(name)}>
            <li class="menu-title" aria-hidden="true">
              {t(name)}
            </li>
            {[...forms, json]
              .filter(({ form }) => holds(form))
              .toSorted((one, other) => rankOf(one) - rankOf(other))
              .map(({ form, title }) => (
                <li key={form}>
                  <a href={`/v1/letters/${letter}/report.${form}?lang=${language}`} download={`report.${form}`}>
                    {say(title)}
                  </a>
                </li>
              ))}
          </ul>
        ))}
        {original && (
          <a href={`/v1/letters/${letter}/original`} download>
            {t('original')}
          </a>
        )}
      </div>
    </details>
  );
}
