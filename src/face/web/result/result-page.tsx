import type { Report } from '../../../report/report-schema.ts';
import { CompareSection } from '../compare/compare-section.tsx';
import { Later } from '../frame/later.tsx';
import { LetterPane } from '../letter/letter-pane.tsx';
import { ReasonList } from '../letter/reason-list.tsx';
import { MatrixSection } from '../review/matrix-table.tsx';
import { ReviewSection } from '../review/review-list.tsx';
import type { Speech } from '../speech/translate.ts';
import type { PageSettings, ResultData } from '../view/page-data.ts';
import { ChecklistSection } from './checklist-section.tsx';
import { DeleteSection, HelpSection } from './closing-sections.tsx';
import { DeadlineSection } from './deadline-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { QuestionForm } from './question-form.tsx';
import { Forgotten, OtherLetters, ResultHead, StopBox } from './result-head.tsx';
import { useResult } from './result-state.ts';
import { type ResultView, useResultView } from './result-view.ts';
import { RouteSection } from './route-section.tsx';
import { SaveMenu } from './save-menu.tsx';

type ResultProps = { readonly speech: Speech; readonly data: ResultData & PageSettings };

/** The whole answer, in the order in which a person needs it. */
export function ResultPage({ speech, data }: ResultProps) {
  const state = useResult(data);
  const view = useResultView();
  const { report } = state;
  const shared = { speech, report, letter: data.id };
  const routeTitles = new Map(report.routes.map(({ id, title }) => [id, speech.say(title)]));
  return (
    <div class="wrap result" data-tab={view.tab}>
      <Later>
        <ResultHead speech={speech} report={report}>
          <SaveMenu speech={speech} letter={data.id} forms={data.forms} original={data.originalGone !== true} />
        </ResultHead>
        <Forgotten speech={speech} settings={data} held={data.held === true} />
        <OtherLetters speech={speech} report={report} others={data.others} />
        <StopBox speech={speech} report={report} />
      </Later>
      <Later>
        <DeadlineSection speech={speech} report={report} today={data.today}>
          <QuestionForm
            {...shared}
            questions={report.questions}
            answers={state.answers}
            routeTitles={routeTitles}
            state={state.answering}
            answer={state.answer}
          />
        </DeadlineSection>
      </Later>
      <LetterAndReasons {...shared} data={data} view={view} />
      <Later>
        <ReviewSection speech={speech} corrections={data.corrections} language={report.letter.language} />
        <MatrixSection speech={speech} report={report} />
      </Later>
      <Later>
        <RouteSection speech={speech} report={report} today={data.today} />
      </Later>
      <Later>
        {(report.checklist.length > 0 || report.letter.outcome === 'refused') && (
          <ChecklistSection
            {...shared}
            gathered={state.gathered}
            submitted={state.submitted}
            failed={state.tickFailed}
            tick={state.tick}
            tellSubmitted={state.tellSubmitted}
          />
        )}
      </Later>
      <Later>
        <Closing speech={speech} report={report} data={data} />
      </Later>
      <Tabs speech={speech} view={view} />
    </div>
  );
}

/** The letter's pages beside its reasons; choosing in one shows it in the other. */
function LetterAndReasons(
  props: ResultProps & { readonly report: Report; readonly letter: string; readonly view: ResultView },
) {
  const { speech, report, letter, data, view } = props;
  const shared = { speech, report, letter };
  return (
    <div class="two">
      <Later>
        <LetterPane
          {...shared}
          pages={data.pages}
          gone={data.originalGone === true}
          selected={view.selected}
          choose={view.choose}
        />
      </Later>
      <Later>
        <ReasonList {...shared} selected={view.selected} open={view.open} setOpen={view.setOpen} see={view.see} />
      </Later>
    </div>
  );
}

/** What stands at the end: what is not known, and what else can be done here. */
function Closing(props: { readonly speech: Speech; readonly report: Report; readonly data: ResultProps['data'] }) {
  const { speech, report, data } = props;
  return (
    <>
      <LimitsSection speech={speech} report={report} />
      {report.grounds.length > 0 && <CompareSection speech={speech} letter={data.id} />}
      <HelpSection speech={speech} report={report} />
      <DeleteSection speech={speech} letter={data.id} settings={data} held={data.held === true} />
    </>
  );
}

/** On a narrow screen the letter and the rest take turns. */
function Tabs({ speech, view }: { readonly speech: Speech; readonly view: ResultView }) {
  return (
    <fieldset class="tabs needs-script no-print">
      <legend class="unseen">{speech.t('letterTab')}</legend>
      {(['reasons', 'letter'] as const).map((name) => (
        <button key={name} type="button" aria-pressed={view.tab === name} onClick={() => view.setTab(name)}>
          {speech.t(name === 'reasons' ? 'reasonsTab' : 'letterTab')}
        </button>
      ))}
    </fieldset>
  );
}
