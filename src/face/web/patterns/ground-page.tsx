import { Icon } from '../frame/icon.tsx';
import type { Speech } from '../speech/translate.ts';
import type { GroundData } from '../view/page-data.ts';

const mostExamples = 8;

/** One reason: what it means, how letters say it, what answers it, the rule, and where this is known from. */
export function GroundPage({ speech, data }: { readonly speech: Speech; readonly data: GroundData }) {
  const { t, say, language } = speech;
  const { ground, routes, version } = data;
  return (
    <div class="wrap ground">
      <p>
        <a href={`/patterns?lang=${language}`}>← {t('patternsBack')}</a>
      </p>
      <h1>{say(ground.title)}</h1>
      <p class="lead">{say(ground.summary)}</p>
      {ground.stop !== undefined && (
        <p class="careful">
          <b>{t('groundStop')}</b>
        </p>
      )}
      <div class="ground-parts">
        <div>
          <Answers speech={speech} data={data} />
          {routes.length > 0 && (
            <section aria-labelledby="ground-routes">
              <h2 id="ground-routes">{t('groundRoutes')}</h2>
              <ul>
                {routes.map((route) => (
                  <li key={route.id}>{say(route.title)}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div>
          <Examples speech={speech} data={data} />
          <Sources speech={speech} data={data} />
        </div>
      </div>
      <p class="muted small">
        {t('packVersion', { version, date: speech.day(ground.added) })}
        {ground.status === 'draft' && ` · ${t('groundDraft')}`}
      </p>
    </div>
  );
}

function Answers({ speech, data }: { readonly speech: Speech; readonly data: GroundData }) {
  const { t, say } = speech;
  const { remedies } = data.ground;
  return (
    <section aria-labelledby="ground-answers">
      <h2 id="ground-answers">{t('groundAnswers')}</h2>
      {remedies.length === 0 && <p>{t('groundNoAnswer')}</p>}
      {remedies.map((remedy) => (
        <div key={remedy.show.en} class="card answer">
          <p>{say(remedy.show)}</p>
          <ul class="documents">
            {remedy.documents.map(({ id, required, why }) => {
              const document = data.documents[id];
              return (
                document !== undefined && (
                  <li key={id}>
                    <b>{say(document.name)}</b>
                    {required && (
                      <span class="tag" data-kind="needed">
                        {t('needed')}
                      </span>
                    )}
                    <span class="muted">{say(why)}</span>
                    <details class="more">
                      <summary>{t('howToGet')}</summary>
                      <p>{say(document.how)}</p>
                      <p>
                        {t('mustShow')}: {say(document.shows)}
                      </p>
                    </details>
                  </li>
                )
              );
            })}
          </ul>
          {remedy.mistakes.length > 0 && (
            <>
              <h3>{t('toAvoid')}</h3>
              <ul>
                {remedy.mistakes.map((mistake) => (
                  <li key={mistake.en}>{say(mistake)}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      ))}
    </section>
  );
}

function Examples({ speech, data }: { readonly speech: Speech; readonly data: GroundData }) {
  const { t, language } = speech;
  const { examples } = data.ground;
  const own = examples.filter((example) => example.language === language);
  const shown = [...own, ...examples.filter((example) => example.language !== language)].slice(0, mostExamples);
  return (
    <section aria-labelledby="ground-words">
      <h2 id="ground-words">{t('groundWords')}</h2>
      <p class="muted small">{t('groundWordsMore')}</p>
      <ul class="examples">
        {shown.map((example) => (
          <li key={example.text}>
            <q class="quote" lang={example.language}>
              {example.text}
            </q>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ speech, data }: { readonly speech: Speech; readonly data: GroundData }) {
  const { t, say } = speech;
  const { law, sources } = data.ground;
  return (
    <section aria-labelledby="ground-rule">
      <h2 id="ground-rule">{t('groundRule')}</h2>
      <ul>
        {law.map(({ id, title, url }) => (
          <li key={id}>
            <a href={say(url)} rel="noreferrer">
              {say(title)}
            </a>
          </li>
        ))}
      </ul>
      <h3>
        <Icon name="page" />
        {t('groundSources')}
      </h3>
      <ul class="sources">
        {sources.map((source) => (
          <li key={source}>
            {source.startsWith('https://') ? (
              <a href={source} rel="noreferrer">
                {source.replace('https://', '')}
              </a>
            ) : (
              source
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
