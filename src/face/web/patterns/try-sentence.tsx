import { useState } from 'preact/hooks';
import { Icon } from '../frame/icon.tsx';
import type { Speech, TextName } from '../speech/translate.ts';
import type { PatternEntry, TriedSentence } from '../view/page-data.ts';
import { markWords } from './mark-words.ts';

type Found = TriedSentence['found'][number];

const clues: Readonly<Record<string, TextName>> = {
  wording: 'clue_wording',
  phrase: 'clue_phrase',
  citation: 'clue_citation',
  tick: 'clue_tick',
  similar: 'clue_similar',
};

export type TrySentenceProps = {
  readonly speech: Speech;
  readonly entries: readonly PatternEntry[];
  readonly tried: TriedSentence | undefined;
};

async function askFor(text: string): Promise<TriedSentence | undefined> {
  const response = await fetch('/patterns/try', {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ text }),
  }).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  const answer: TriedSentence = await response.json();
  return answer;
}

/** What the patterns see in a sentence of the reader's own. The sentence never stands in an address. */
export function TrySentence({ speech, entries, tried }: TrySentenceProps) {
  const { t, language } = speech;
  const [answer, setAnswer] = useState(tried);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const ask = async (text: string): Promise<void> => {
    setState('busy');
    const given = await askFor(text);
    setState(given === undefined ? 'failed' : 'idle');
    if (given !== undefined) setAnswer(given);
  };
  return (
    <details class="try card" id="try" open={tried !== undefined}>
      <summary>
        <h2>{t('tryTitle')}</h2>
        <Icon name="chevron" />
      </summary>
      <p class="muted" id="try-hint">
        {t('tryMore')}
      </p>
      <form
        method="post"
        action={`/patterns/try?lang=${language}#try`}
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get('text');
          if (typeof text === 'string') void ask(text);
        }}
      >
        <label for="try-text">{t('tryLabel')}</label>
        <textarea id="try-text" name="text" rows={3} maxLength={2000} required aria-describedby="try-hint try-example">
          {tried?.text ?? ''}
        </textarea>
        <p class="muted small" id="try-example">
          {t('tryExample')}
        </p>
        <button type="submit" class="button primary">
          {t('tryButton')}
        </button>
      </form>
      <div class="try-answer" aria-live="polite">
        {state === 'busy' && <p class="muted">{t('tryBusy')}</p>}
        {state === 'failed' && <p class="careful">{t('tryFailed')}</p>}
        {answer !== undefined && <TriedAnswer speech={speech} entries={entries} answer={answer} />}
      </div>
    </details>
  );
}

function TriedAnswer(props: {
  readonly speech: Speech;
  readonly entries: readonly PatternEntry[];
  readonly answer: TriedSentence;
}) {
  const { speech, entries, answer } = props;
  const { t, language } = speech;
  const near = answer.suggested.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  return (
    <>
      {answer.found.length === 0 && <p>{t('tryNothing')}</p>}
      {answer.found.map((found) => (
        <TriedGround
          key={`${found.ground}-${found.pattern}-${found.words}`}
          speech={speech}
          text={answer.text}
          found={found}
          entry={entries.find(({ id }) => id === found.ground)}
        />
      ))}
      {near.length > 0 && (
        <div>
          <h3>{t('tryNearest')}</h3>
          <p class="muted small">{t('tryNearestMore')}</p>
          <ul>
            {near.map(({ id, country, title }) => (
              <li key={id}>
                <a href={`/patterns/${country}/${id}?lang=${language}`}>{title}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** One ground: whether it counts, the words that show it, and what sets it aside. */
function TriedGround(props: {
  readonly speech: Speech;
  readonly text: string;
  readonly found: Found;
  readonly entry: PatternEntry | undefined;
}) {
  const { speech, text, found, entry } = props;
  const { t, say, language } = speech;
  const marked = markWords(text, found.words);
  const clue = clues[found.clue];
  return (
    <article class="tried" data-aside={found.because !== undefined}>
      <p class="tag" data-kind={found.because === undefined ? 'counts' : 'aside'}>
        {t(found.because === undefined ? 'tryCounts' : 'tryAside')}
      </p>
      <h3>
        {entry === undefined ? (
          say(found.title)
        ) : (
          <a href={`/patterns/${entry.country}/${entry.id}?lang=${language}`}>{say(found.title)}</a>
        )}
      </h3>
      <p class="tried-text">
        {marked === undefined ? (
          <mark>{found.words}</mark>
        ) : (
          <>
            {marked.before}
            <mark>{marked.words}</mark>
            {marked.after}
          </>
        )}
      </p>
      {found.because !== undefined && (
        <p>
          <b>
            {t('tryBecause')}
            {language === 'fr' ? ' :' : ':'}
          </b>{' '}
          {say(found.because)}
        </p>
      )}
      <p class="muted small">
        {t('tryBy')} {clue === undefined ? found.clue : t(clue)}. {t('tryRule')}
        {language === 'fr' ? ' :' : ':'} <code>{found.pattern}</code>
      </p>
    </article>
  );
}
