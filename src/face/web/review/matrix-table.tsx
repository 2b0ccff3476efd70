import type { Report } from '../../../report/report-schema.ts';
import type { Speech, TextName } from '../speech/translate.ts';
import { type MatrixRow, type MatrixSide, matrixRows } from './matrix-rows.ts';

const places = {
  both: 'matrixBoth',
  notes: 'matrixOnlyNotes',
  letter: 'matrixOnlyLetter',
  box: 'matrixBoxOnly',
} as const satisfies Record<MatrixRow['where'], TextName>;

type MatrixProps = { readonly speech: Speech; readonly report: Report };

/** Which ground stands in the letter, which in the officer's notes, with the words of both. Nothing without notes. */
export function MatrixTable({ speech, report }: MatrixProps) {
  const rows = matrixRows(report);
  const { t, say } = speech;
  if (rows.length === 0) return null;
  return (
    <div class="matrix-box card">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{t('matrixReason')}</th>
            <th scope="col">{t('matrixLetter')}</th>
            <th scope="col">{t('matrixNotes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">
                {row.number}. {say(row.title)}
                <span class="tag" data-where={row.where}>
                  {t(places[row.where])}
                </span>
              </th>
              <Side speech={speech} label="matrixLetter" side={row.letter} language={report.letter.language} />
              <Side speech={speech} label="matrixNotes" side={row.notes} language={report.letter.language} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `data-label` heads the cell where the table is too narrow for columns. */
function Side(props: {
  readonly speech: Speech;
  readonly label: 'matrixLetter' | 'matrixNotes';
  readonly side: MatrixSide | undefined;
  readonly language: string;
}) {
  const { speech, label, side, language } = props;
  return (
    <td data-label={speech.t(label)}>
      {side === undefined ? (
        <span class="muted">{speech.t('matrixNone')}</span>
      ) : (
        <>
          <q class="quote" lang={language}>
            {side.quote}
          </q>{' '}
          <span class="muted small">{speech.t('pageShort', { n: side.page })}</span>
        </>
      )}
    </td>
  );
}

/** The matrix as a part of the result. */
export function MatrixSection({ speech, report }: MatrixProps) {
  if (matrixRows(report).length === 0) return null;
  return (
    <section aria-labelledby="matrix-title" class="block">
      <h2 id="matrix-title">{speech.t('matrixTitle')}</h2>
      <p class="muted">{speech.t('matrixMore')}</p>
      <MatrixTable speech={speech} report={report} />
    </section>
  );
}
