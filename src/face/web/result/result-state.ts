import { useState } from 'preact/hooks';
import { answerNameOf } from '../../../job/answer-name.ts';
import type { Answers } from '../../../model/advice.ts';
import type { Report } from '../../../report/report-schema.ts';
import type { ResultData } from '../view/page-data.ts';
import { sendAnswers, sendGathered } from './send-change.ts';

export type ResultState = {
  readonly report: Report;
  readonly answers: Answers;
  readonly gathered: ReadonlySet<string>;
  readonly submitted: ReadonlySet<string>;
  readonly answering: 'idle' | 'saved' | 'failed';
  readonly tickFailed: boolean;
  readonly answer: (question: string, value: string) => void;
  readonly tick: (document: string, on: boolean) => void;
  readonly tellSubmitted: (document: string, on: boolean) => void;
};

function changed(set: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}

/** A question that was answered may no longer be asked, but can still be answered otherwise: it stays on the page. */
function withQuestions(report: Report, before: Report): Report {
  const asked = new Set(report.questions.map(({ id }) => id));
  return { ...report, questions: [...before.questions.filter(({ id }) => !asked.has(id)), ...report.questions] };
}

/** What can change on the result page, and the changes sent to the server. */
export function useResult(data: ResultData): ResultState {
  const [report, setReport] = useState(data.report);
  const [answers, setAnswers] = useState(data.answers);
  const [gathered, setGathered] = useState<ReadonlySet<string>>(() => new Set(data.gathered));
  const [answering, setAnswering] = useState<ResultState['answering']>('idle');
  const [tickFailed, setTickFailed] = useState(false);
  const submitted = new Set(answers.submitted ?? []);

  async function change(values: Readonly<Record<string, unknown>>, next: Answers): Promise<void> {
    const anew = await sendAnswers(data.id, values);
    setAnswering(anew === undefined ? 'failed' : 'saved');
    if (anew === undefined) return;
    setReport((before) => withQuestions(anew, before));
    setAnswers(next);
  }

  return {
    report,
    answers,
    gathered,
    submitted,
    answering,
    tickFailed,
    answer: (question, value) => {
      const told = value === 'yes' ? true : value === 'no' ? false : value;
      void change({ [question]: value === '' ? null : told }, { ...answers, [answerNameOf(question)]: told });
    },
    tick: (document, on) => {
      const next = changed(gathered, document, on);
      setGathered(next);
      void sendGathered(data.id, [...next]).then((kept) => setTickFailed(!kept));
    },
    tellSubmitted: (document, on) => {
      const next = [...changed(submitted, document, on)];
      void change({ submitted: next }, { ...answers, submitted: next });
    },
  };
}
