import { answerNameOf } from '../../../job/answer-name.ts';
import type { Answers } from '../../../model/advice.ts';
import type { Report } from '../../../report/report-schema.ts';
import { askedIn } from '../speech/asked-in.ts';
import type { Speech } from '../speech/translate.ts';

type Question = Report['questions'][number];

/** What was answered before, as a form field holds it. */
function answerValue(answers: Answers, question: string): string {
  const values: Readonly<Record<string, unknown>> = { ...answers };
  const value = values[answerNameOf(question)];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : '';
}

export type QuestionFormProps = {
  readonly speech: Speech;
  readonly letter: string;
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly routeTitles: ReadonlyMap<string, string>;
  readonly state: 'idle' | 'saved' | 'failed';
  /** Sends one answer; empty takes it back. */
  readonly answer: (question: string, value: string) => void;
};

/** The questions that change the answer. With script every answer counts at once; without, a button sends them. */
export function QuestionForm(props: QuestionFormProps) {
  const { speech, letter, questions, answers, state, answer } = props;
  if (questions.length === 0) return null;
  return (
    <form class="questions" id="questions" method="post" action={`/letters/${letter}/answers?lang=${speech.language}`}>
      <h3>{speech.t('tellUs')}</h3>
      <p class="muted small">{speech.t('tellUsMore')}</p>
      <div class="question-list">
        {questions.map((question) => (
          <QuestionField
            key={question.id}
            {...props}
            question={question}
            value={answerValue(answers, question.id)}
            answer={answer}
          />
        ))}
      </div>
      <p class="no-script">
        <button class="button" type="submit">
          {speech.t('updateAnswers')}
        </button>
      </p>
      <output class="small" data-state={state}>
        {state === 'saved' && speech.t('answersSaved')}
        {state === 'failed' && speech.t('answersFailed')}
      </output>
    </form>
  );
}

type FieldProps = QuestionFormProps & { readonly question: Question; readonly value: string };

function QuestionField(props: FieldProps) {
  const { speech, question, value, answer, routeTitles } = props;
  const titles = question.changes.flatMap((route) => routeTitles.get(route) ?? []);
  const id = `question-${question.id}`;
  const asked = askedIn(speech.say(question.text));
  const hint = (
    <span class="muted small" id={`${id}-hint`}>
      {asked.more !== '' && (
        <>
          {asked.more}
          <br />
        </>
      )}
      {titles.length > 0 && speech.t('changes', { routes: speech.list(titles) })}
    </span>
  );
  if (question.answer.type === 'day') {
    return (
      <div class="question" id={id}>
        <label for={`${id}-day`}>{asked.question}</label>
        {hint}
        <input
          id={`${id}-day`}
          type="date"
          aria-describedby={`${id}-hint`}
          name={question.id}
          defaultValue={value}
          onChange={(event) => answer(question.id, event.currentTarget.value)}
        />
      </div>
    );
  }
  const options =
    question.answer.type === 'choice'
      ? question.answer.options.map((option) => ({ value: option.value, label: speech.say(option.label) }))
      : [
          { value: 'yes', label: speech.t('yes') },
          { value: 'no', label: speech.t('no') },
        ];
  return (
    <fieldset class="question choices" id={id} aria-describedby={`${id}-hint`}>
      <legend>{asked.question}</legend>
      {hint}
      <div class="segments">
        {[...options, { value: '', label: speech.t('notSure') }].map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={question.id}
              value={option.value}
              defaultChecked={option.value === value}
              onChange={() => answer(question.id, option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
