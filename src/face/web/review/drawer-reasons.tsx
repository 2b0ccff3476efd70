import type { Report } from '../../../report/report-schema.ts';
import type { Correction, ReviewInput } from '../../../report/review-schema.ts';
import { strengthNames } from '../letter/reason-card.tsx';
import type { Speech } from '../speech/translate.ts';
import type { DrawerLetter } from './drawer-data.ts';
import { CorrectionLine } from './review-list.tsx';

export type ReviewingProps = {
  readonly speech: Speech;
  readonly letter: DrawerLetter;
  readonly reviewer: string;
  readonly save: (input: ReviewInput) => Promise<boolean>;
};

/** A correction as it is sent. */
export const inputOf = ({ ground, verdict, quote, note }: Correction): ReviewInput['corrections'][number] => ({
  ground,
  verdict,
  ...(quote === undefined ? {} : { quote }),
  ...(note === undefined ? {} : { note }),
});

/** The grounds with their words, each to be confirmed or set aside; then those that a person added. */
export function DrawerReasons(props: ReviewingProps) {
  const { speech, letter, reviewer, save } = props;
  const { t } = speech;
  const { report, corrections } = letter;
  const added = corrections.filter(({ verdict }) => verdict === 'added');
  const without = (ground: string) => corrections.filter((one) => one.ground !== ground).map(inputOf);
  const judge = (ground: string, verdict: 'confirmed' | 'dismissed'): void =>
    void save({ by: reviewer, corrections: [...without(ground), { ground, verdict }] });
  // Who takes back somebody's word need not sign: nothing stays that would carry a name.
  const undo = (ground: string): void =>
    void save({ by: reviewer.trim() === '' ? '-' : reviewer, corrections: without(ground) });
  return (
    <>
      <h3>{t('drawerReasons')}</h3>
      {report.grounds.length === 0 && <p class="muted">{t('drawerNoReasons')}</p>}
      <ol class="drawer-reasons">
        {report.grounds.map((ground) => (
          <ReasonRow
            key={ground.ground}
            speech={speech}
            ground={ground}
            language={report.letter.language}
            correction={corrections.find((one) => one.ground === ground.ground)}
            named={reviewer.trim() !== ''}
            judge={(verdict) => judge(ground.ground, verdict)}
            undo={() => undo(ground.ground)}
          />
        ))}
      </ol>
      {added.length > 0 && (
        <ul class="drawer-added">
          {added.map((correction) => (
            <li key={correction.ground}>
              <CorrectionLine speech={speech} correction={correction} language={report.letter.language} />{' '}
              <button type="button" class="plain" onClick={() => undo(correction.ground)}>
                {t('reviewUndo')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {report.unrecognised.length > 0 && (
        <>
          <h3>{t('drawerUnknown')}</h3>
          <ul class="quotes">
            {report.unrecognised.map(({ evidence }) => (
              <li key={evidence.quote}>
                <q class="quote" lang={report.letter.language}>
                  {evidence.quote}
                </q>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function ReasonRow(props: {
  readonly speech: Speech;
  readonly ground: Report['grounds'][number];
  readonly language: string;
  readonly correction: Correction | undefined;
  readonly named: boolean;
  readonly judge: (verdict: 'confirmed' | 'dismissed') => void;
  readonly undo: () => void;
}) {
  const { speech, ground, language, correction, named, judge, undo } = props;
  const { t, say } = speech;
  const quotes = [...new Set(ground.sightings.map(({ evidence }) => evidence.quote))];
  return (
    <li data-verdict={correction?.verdict}>
      <p>
        <b>{say(ground.title)}</b>{' '}
        {ground.strength !== 'stated' && (
          <span class="tag" data-kind={ground.strength}>
            {t(strengthNames[ground.strength])}
          </span>
        )}
      </p>
      {quotes.map((quote) => (
        <q key={quote} class="quote" lang={language}>
          {quote}
        </q>
      ))}
      <p class="judge">
        {correction === undefined ? (
          (['confirmed', 'dismissed'] as const).map((verdict) => (
            <button key={verdict} type="button" class="button" disabled={!named} onClick={() => judge(verdict)}>
              {t(verdict === 'confirmed' ? 'reviewConfirm' : 'reviewDismiss')}
              <span class="unseen"> {say(ground.title)}</span>
            </button>
          ))
        ) : (
          <>
            <span class="tag" data-verdict={correction.verdict}>
              {t(`verdict_${correction.verdict}`)}
            </span>
            <span class="muted small">
              {t('reviewBy', { name: correction.by, date: speech.day(correction.at.slice(0, 10)) })}
            </span>
            <button type="button" class="plain" onClick={undo}>
              {t('reviewUndo')}
              <span class="unseen"> {say(ground.title)}</span>
            </button>
          </>
        )}
      </p>
    </li>
  );
}
