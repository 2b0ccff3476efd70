import type { Report } from '../../../report/report-schema.ts';
import { Icon } from '../frame/icon.tsx';
import { keepingText } from '../speech/keeping-text.ts';
import type { Speech } from '../speech/translate.ts';
import type { PageSettings } from '../view/page-data.ts';

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

/** Instead of a button that would be refused. */
const HeldSection = ({ speech }: { readonly speech: Speech }) => (
  <section aria-labelledby="delete-title" class="block delete no-print">
    <h2 id="delete-title">{speech.t('heldTitle')}</h2>
    <p>{speech.t('heldMore')}</p>
  </section>
);

/** Deleting asks once more, without script too: the real button stands inside a fold. */
export function DeleteSection(props: {
  readonly speech: Speech;
  readonly letter: string;
  readonly settings: PageSettings;
  /** Somebody keeps it: it can't be deleted. */
  readonly held: boolean;
}) {
  const { speech, letter, settings, held } = props;
  if (held) return <HeldSection speech={speech} />;
  return (
    <section aria-labelledby="delete-title" class="block delete no-print">
      <h2 id="delete-title">{speech.t('deleteTitle')}</h2>
      <p>
        {speech.t('deleteMore')} {keepingText(speech, settings, { kept: 'deleteKept', forgotten: 'deleteForgotten' })}
      </p>
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
