import type { Report } from '../../../report/report-schema.ts';
import { Icon } from '../frame/icon.tsx';
import type { Speech, TextName } from '../speech/translate.ts';

type Ground = Report['grounds'][number];
type Remedy = Report['remedies'][number];
type Place = Ground['sightings'][number]['evidence']['places'][number];

export const strengthNames = {
  stated: 'strengthStated',
  likely: 'strengthLikely',
  possible: 'strengthPossible',
} as const satisfies Record<Ground['strength'], TextName>;

export type ReasonCardProps = {
  readonly speech: Speech;
  readonly ground: Ground;
  readonly number: number;
  readonly remedies: readonly Remedy[];
  /** The language of the letter: its quotes are read out in it. */
  readonly language: string;
  readonly on: boolean;
  readonly open: boolean;
  readonly toggle: (open: boolean) => void;
  readonly see: (number: number, place: Place) => void;
};

/** One ground of refusal: the words, what they mean, what answers them. It opens and closes without script. */
export function ReasonCard(props: ReasonCardProps) {
  const { speech, ground, number, remedies, language, on, open, toggle } = props;
  const [first] = ground.sightings;
  return (
    <details class="reason card" open={open} data-on={on} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary id={`reason-${number}-head`}>
        <span class="number" data-strength={ground.strength}>
          {number}
        </span>
        <span class="reason-head">
          <span class="reason-title">{speech.say(ground.title)}</span>
          {first !== undefined && (
            <q lang={language} class="quote">
              {first.evidence.quote}
            </q>
          )}
          {ground.strength !== 'stated' && (
            <span class="tag" data-kind={ground.strength}>
              {speech.t(strengthNames[ground.strength])}
            </span>
          )}
        </span>
        <Icon name="chevron" />
      </summary>
      <div class="reason-body" id={`reason-${number}`}>
        <Sightings {...props} />
        {ground.strength === 'likely' && <p class="muted small">{speech.t('strengthLikelyMore')}</p>}
        {ground.strength === 'possible' && <p class="careful">{speech.t('strengthPossibleMore')}</p>}
        <h3>{speech.t('means')}</h3>
        <p>{speech.say(ground.summary)}</p>
        {remedies.map((remedy) => (
          <RemedyPart key={remedy.show.en} speech={speech} remedy={remedy} />
        ))}
        {ground.law.length > 0 && (
          <p class="small muted">
            {speech.t('rule')}{' '}
            {ground.law.map(({ id, title, url }, at) => (
              <span key={id}>
                {at > 0 && ' · '}
                <a href={speech.say(url)} rel="noreferrer">
                  {speech.say(title)}
                </a>
              </span>
            ))}
          </p>
        )}
      </div>
    </details>
  );
}

/** One sentence may show a ground by its words and by the law it cites: it is quoted once. */
const differentSightings = ({ sightings }: Ground): Ground['sightings'] =>
  sightings.filter(
    ({ evidence }, at) => sightings.findIndex((before) => before.evidence.quote === evidence.quote) === at,
  );

/** Where the letter says it: a link to each place, and the words again where they are others. */
function Sightings({ speech, ground, number, language, see }: ReasonCardProps) {
  return (
    <ul class="sightings">
      {differentSightings(ground).map(({ evidence }, at) => {
        const [place] = evidence.places;
        if (place === undefined) return null;
        return (
          <li key={`${place.page}-${place.box.top}-${place.box.left}-${at}`}>
            {at > 0 && (
              <q lang={language} class="quote">
                {evidence.quote}
              </q>
            )}
            <a
              href={`#mark-${number}-${place.page}`}
              class="see"
              onClick={(event) => {
                event.preventDefault();
                see(number, place);
              }}
            >
              <Icon name="page" />
              {speech.t(at === 0 ? 'seeOnPage' : 'alsoOnPage', { n: place.page })}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function RemedyPart({ speech, remedy }: { readonly speech: Speech; readonly remedy: Remedy }) {
  if (remedy.held !== undefined) return <p class="careful">{speech.say(remedy.held)}</p>;
  return (
    <>
      <h3>{speech.t('toShow')}</h3>
      <p>{speech.say(remedy.show)}</p>
      {remedy.documents.length > 0 && (
        <>
          <h3>{speech.t('toGather')}</h3>
          <ul class="documents">
            {remedy.documents.map((document) => (
              <li key={document.id}>
                <a href={`#document-${document.id}`}>{speech.say(document.name)}</a>
                {document.required && (
                  <span class="tag" data-kind="needed">
                    {speech.t('needed')}
                  </span>
                )}
                <span class="muted">{speech.say(document.why)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {remedy.mistakes.length > 0 && (
        <>
          <h3>{speech.t('toAvoid')}</h3>
          <ul>
            {remedy.mistakes.map((mistake) => (
              <li key={mistake.en}>{speech.say(mistake)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
