import type { Speech, TextName } from '../speech/translate.ts';
import type { KeyEntry, KeysData } from '../view/page-data.ts';

const scopeTexts = {
  'letters:read': 'scopeRead',
  'letters:write': 'scopeWrite',
  export: 'scopeExport',
  metrics: 'scopeMetrics',
  admin: 'scopeAdmin',
} as const satisfies Record<KeyEntry['scopes'][number], TextName>;

/** The owner's keys: what each may do and until when. Secrets are shown nowhere. */
export function KeysPage({ speech, data }: { readonly speech: Speech; readonly data: KeysData }) {
  const { t } = speech;
  return (
    <div class="wrap keys">
      <h1>{t('keysTitle')}</h1>
      <p class="lead">{t('keysLead')}</p>
      {!data.all && <p class="careful">{t('keysOnlyOwn')}</p>}
      <ul class="key-list">
        {data.keys.map((key) => (
          <KeyCard key={key.id} speech={speech} entry={key} />
        ))}
      </ul>
      <p>
        <a href="/docs#postKey">{t('keysMore')}</a>
      </p>
    </div>
  );
}

function KeyCard({ speech, entry }: { readonly speech: Speech; readonly entry: KeyEntry }) {
  const { t, day } = speech;
  const terms = [
    { name: t('keyExpires'), text: day(entry.expires) },
    { name: t('keyCreated'), text: day(entry.created) },
    { name: t('keyUsed'), text: entry.lastUsed === undefined ? t('keyUnused') : day(entry.lastUsed) },
  ];
  return (
    <li class="card">
      <h2>
        <code>{entry.id}</code>
        {entry.own && <span class="tag">{t('keyOwn')}</span>}
        {entry.expired && (
          <span class="tag" data-state="failed">
            {t('keyExpired')}
          </span>
        )}
      </h2>
      <div>
        <h3>{t('keyMay')}</h3>
        <ul>
          {entry.scopes.map((scope) => (
            <li key={scope}>{t(scopeTexts[scope])}</li>
          ))}
        </ul>
      </div>
      <dl class="terms">
        {terms.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
