import type { ComparedGround, ComparedLetter, Comparison } from '../../../report/compare-reports.ts';
import { comparisonWords, doubtWords } from '../../../report/comparison-words.ts';
import { Icon } from '../frame/icon.tsx';
import { problemText } from '../speech/problem-text.ts';
import type { Speech } from '../speech/translate.ts';
import type { CompareData, PageSettings } from '../view/page-data.ts';

type Props = { readonly speech: Speech; readonly settings: PageSettings; readonly data: CompareData };

/** Two refusals of one person: what came back, what did not, and what is new. */
export function ComparePage({ speech, settings, data }: Props) {
  const { t, language } = speech;
  return (
    <div class="wrap compare">
      <p class="eyebrow">
        <a href={`/letters/${data.id}?lang=${language}`}>← {t('compareBack')}</a>
      </p>
      <h1>{t('compareTitle')}</h1>
      {data.problem !== undefined && (
        <div class="careful">
          <p>
            <b>{t('compareFailed')}</b> {problemText(speech, data.problem, settings)}
          </p>
          <p>
            <a href={`/letters/${data.chosen ?? ''}?lang=${language}`}>{t('compareOpen')}</a>
          </p>
        </div>
      )}
      {data.comparison === undefined ? (
        <>
          <p class="lead">
            {t('compareThis')}
            {language === 'fr' ? ' : ' : ': '}
            {data.name}
          </p>
          <Picker speech={speech} data={data} />
        </>
      ) : (
        <>
          <Compared speech={speech} comparison={data.comparison} />
          <details class="more no-print">
            <summary>{t('compareOther')}</summary>
            <Picker speech={speech} data={data} />
          </details>
        </>
      )}
    </div>
  );
}

/** A letter that was read here before, or a file. Both work without script. */
function Picker({ speech, data }: { readonly speech: Speech; readonly data: CompareData }) {
  const { t, say, language } = speech;
  const action = `/letters/${data.id}/compare`;
  return (
    <div class="pickers">
      <form class="card" method="get" action={action}>
        <h2>{t('comparePick')}</h2>
        <input type="hidden" name="lang" value={language} />
        {data.others.length === 0 ? (
          <p class="muted">{t('comparePickNone')}</p>
        ) : (
          <>
            <label for="compare-with">{t('comparePickLabel')}</label>
            <select id="compare-with" name="with">
              {data.others.map(({ id, name, kind, issued }) => (
                <option key={id} value={id} selected={id === data.chosen}>
                  {[issued === undefined ? '' : speech.day(issued), say(kind), name].filter(Boolean).join(' · ')}
                </option>
              ))}
            </select>
            <button type="submit" class="button primary">
              {t('compareButton')}
            </button>
          </>
        )}
      </form>
      <form class="card" method="post" action={`${action}?lang=${language}`} encType="multipart/form-data">
        <h2>{t('compareUpload')}</h2>
        <label for="compare-file">{t('chooseFile')}</label>
        <input id="compare-file" type="file" name="letter" required />
        <button type="submit" class="button">
          {t('compareUploadButton')}
        </button>
      </form>
    </div>
  );
}

function Compared({ speech, comparison }: { readonly speech: Speech; readonly comparison: Comparison }) {
  const { say } = speech;
  const { older, newer, doubts, unrecognised } = comparison;
  const unknown = [...unrecognised.older, ...unrecognised.newer];
  return (
    <>
      <div class="compared-letters">
        <LetterLine speech={speech} name="older" letter={older} />
        <Icon name="arrow" />
        <LetterLine speech={speech} name="newer" letter={newer} />
      </div>
      {doubts.length > 0 && (
        <ul class="careful doubts">
          {doubts.map((doubt) => (
            <li key={doubt}>{say(doubtWords[doubt])}</li>
          ))}
        </ul>
      )}
      {(['repeated', 'new', 'cured'] as const).map((name) => (
        <GroundGroup key={name} speech={speech} name={name} comparison={comparison} />
      ))}
      {unknown.length > 0 && (
        <section class="block" aria-labelledby="compare-unknown">
          <h2 id="compare-unknown">{say(comparisonWords.unknown)}</h2>
          {(['older', 'newer'] as const).map((side) => (
            <Quotes
              key={side}
              speech={speech}
              side={side}
              language={comparison[side].language}
              quotes={unrecognised[side].map((quote) => ({ quote }))}
            />
          ))}
        </section>
      )}
    </>
  );
}

function LetterLine(props: {
  readonly speech: Speech;
  readonly name: 'older' | 'newer';
  readonly letter: ComparedLetter;
}) {
  const { speech, name, letter } = props;
  return (
    <div class="card">
      <p class="eyebrow">{speech.say(comparisonWords[name])}</p>
      <p>
        <b>{speech.say(letter.title)}</b>
      </p>
      <p>
        {letter.issued === undefined ? speech.t('noDate') : speech.t('issued', { date: speech.day(letter.issued) })}
      </p>
      <p class="muted small">{letter.name}</p>
    </div>
  );
}

const leads = { repeated: 'repeatedLead', cured: 'curedLead', new: 'newLead' } as const;

function GroundGroup(props: {
  readonly speech: Speech;
  readonly name: 'repeated' | 'cured' | 'new';
  readonly comparison: Comparison;
}) {
  const { speech, name, comparison } = props;
  const { say } = speech;
  const grounds = comparison[name];
  return (
    <section class="block compared" data-group={name} aria-labelledby={`compare-${name}`}>
      <h2 id={`compare-${name}`}>
        {say(comparisonWords[name])} ({speech.number(grounds.length)})
      </h2>
      <p class="muted">{say(grounds.length === 0 ? comparisonWords.none : comparisonWords[leads[name]])}</p>
      {grounds.map((ground) => (
        <GroundCard key={ground.ground} speech={speech} ground={ground} comparison={comparison} />
      ))}
    </section>
  );
}

function GroundCard(props: {
  readonly speech: Speech;
  readonly ground: ComparedGround;
  readonly comparison: Comparison;
}) {
  const { speech, ground, comparison } = props;
  return (
    <article class="card">
      <h3>{speech.say(ground.title)}</h3>
      <div class="compared-words">
        {(['older', 'newer'] as const).map((side) => (
          <Quotes
            key={side}
            speech={speech}
            side={side}
            language={comparison[side].language}
            quotes={ground[side]?.quotes ?? []}
          />
        ))}
      </div>
    </article>
  );
}

function Quotes(props: {
  readonly speech: Speech;
  readonly side: 'older' | 'newer';
  readonly language: string;
  readonly quotes: readonly { readonly quote: string; readonly page?: number }[];
}) {
  const { speech, side, language, quotes } = props;
  if (quotes.length === 0) return null;
  return (
    <div>
      <p class="muted small">{speech.say(comparisonWords[side])}</p>
      {quotes.map(({ quote, page }) => (
        <p key={quote}>
          <q class="quote" lang={language}>
            {quote}
          </q>{' '}
          {page !== undefined && <span class="muted small">{speech.t('pageShort', { n: page })}</span>}
        </p>
      ))}
    </div>
  );
}
