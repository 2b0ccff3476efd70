import type { Report } from '../../../report/report-schema.ts';
import { Icon } from '../frame/icon.tsx';
import type { Speech, TextName } from '../speech/translate.ts';

/** How to find help that isn't a trap, with what the country's pack says of who may give it. */
export function HelpSection({ speech, report }: { readonly speech: Speech; readonly report: Report }) {
  const route = report.routes.find(({ id }) => id.endsWith('.representative'));
  return (
    <section aria-labelledby="help-title" class="block">
      <div class="card help">
        <h2 id="help-title">
          <Icon name="person" />
          {speech.t('helpTitle')}
        </h2>
        <p>{speech.t('helpMore')}</p>
        {route !== undefined && <p>{speech.say(route.whoMayAct)}</p>}
        {route?.link !== undefined && (
          <p>
            <a href={speech.say(route.link)} rel="noreferrer">
              {speech.t('routeLink')}
            </a>
          </p>
        )}
      </div>
    </section>
  );
}

/** Deleting asks once more, without script too: the real button stands inside a fold. */
export function DeleteSection(props: { readonly speech: Speech; readonly letter: string; readonly days: number }) {
  const { speech, letter, days } = props;
  return (
    <section aria-labelledby="delete-title" class="block delete no-print">
      <h2 id="delete-title">{speech.t('deleteTitle')}</h2>
      <p>{speech.t('deleteMore', { n: days })}</p>
      <details class="menu">
        <summary class="button">
          <Icon name="bin" />
          {speech.t('deleteButton')}
        </summary>
        <form class="menu-box" method="post" action={`/letters/${letter}/delete?lang=${speech.language}`}>
          <button class="button danger" type="submit">
            {speech.t('deleteSure')}
          </button>
        </form>
      </details>
    </section>
  );
}

const formNames: Readonly<Record<string, TextName>> = {
  json: 'form_json',
  html: 'form_html',
  txt: 'form_txt',
  pdf: 'form_pdf',
  docx: 'form_docx',
  xlsx: 'form_xlsx',
  ics: 'form_ics',
  md: 'form_md',
};

/** The ways to take the result along. */
export function SaveMenu(props: {
  readonly speech: Speech;
  readonly letter: string;
  readonly forms: readonly string[];
}) {
  const { speech, letter, forms } = props;
  return (
    <details class="menu no-print">
      <summary class="button">
        <Icon name="save" />
        {speech.t('save')}
      </summary>
      <div class="menu-box">
        <button type="button" class="needs-script" onClick={() => globalThis.print()}>
          {speech.t('print')}
        </button>
        {[...forms, 'json'].map((form) => {
          const name = formNames[form];
          return (
            name !== undefined && (
              <a
                key={form}
                href={`/v1/letters/${letter}/report.${form}?lang=${speech.language}`}
                download={`report.${form}`}
              >
                {speech.t(name)}
              </a>
            )
          );
        })}
        <a href={`/v1/letters/${letter}/original`} download>
          {speech.t('original')}
        </a>
      </div>
    </details>
  );
}
