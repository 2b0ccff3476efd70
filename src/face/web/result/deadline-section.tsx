import type { ComponentChildren } from 'preact';
import type { Report } from '../../../report/report-schema.ts';
import { Icon } from '../frame/icon.tsx';
import { durationText } from '../speech/duration-text.ts';
import type { Speech } from '../speech/translate.ts';
import { type Dated, datedRoutes, daysAheadOf, daysText } from './dated-routes.ts';

type Route = Report['routes'][number];
type Deadline = NonNullable<Route['deadline']>;
/** How long the person has: the nearest date large, with its working; the others below it; then what would change them. */
export function DeadlineSection(props: {
  readonly speech: Speech;
  readonly report: Report;
  readonly today: string;
  readonly children: ComponentChildren;
}) {
  const { speech, report, today, children } = props;
  const [nearest, ...others] = datedRoutes(report, today);
  return (
    <section class="card deadlines" aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">
        <Icon name="clock" />
        {speech.t('deadlinesTitle')}
      </h2>
      {nearest === undefined && <p>{speech.t(report.questions.length > 0 ? 'noDeadlineYet' : 'noDeadline')}</p>}
      {nearest !== undefined && (
        <Nearest speech={speech} dated={nearest} question={dayQuestionOf(report, nearest.route)} />
      )}
      {others.length > 0 && (
        <ul class="dates" aria-label={speech.t('moreDeadlines')}>
          {others.map((dated) => (
            <li key={dated.route.id} data-passed={daysAheadOf(dated) < 0}>
              <b>{daysText(speech, dated.left, dated.otherLeft)}</b>
              <span>{speech.day(dated.deadline.on)}</span>
              {daysAheadOf(dated) >= 0 && <SafeDay speech={speech} deadline={dated.deadline} />}
              <OtherDay speech={speech} deadline={dated.deadline} />
              <a href={`#route-${dated.route.id}`}>{speech.say(dated.route.title)}</a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

/** The question whose answer is the day from which a route's time is counted. */
const dayQuestionOf = ({ questions }: Report, route: Route): string | undefined =>
  questions.find(({ answer, changes }) => answer.type === 'day' && changes.includes(route.id))?.id;

function Nearest(props: { readonly speech: Speech; readonly dated: Dated; readonly question: string | undefined }) {
  const { speech, dated, question } = props;
  const { route, deadline, left, otherLeft } = dated;
  const ahead = daysAheadOf(dated);
  return (
    <div class="nearest" data-passed={ahead < 0} data-soon={ahead >= 0 && ahead <= 15}>
      <p class="nearest-days">{daysText(speech, left, otherLeft)}</p>
      <div class="nearest-what">
        <p class="nearest-day">{speech.fullDay(deadline.on)}</p>
        {ahead >= 0 && <SafeDay speech={speech} deadline={deadline} />}
        <p>
          <a href={`#route-${route.id}`}>{speech.say(route.title)}</a>
        </p>
        <p class="muted small">{speech.say(route.whoMayAct)}</p>
        <OtherDay speech={speech} deadline={deadline} />
        <p class="counted small">
          {speech.t('countedFrom', { date: speech.day(deadline.countedFrom) })}.
          {question !== undefined && (
            <>
              {' '}
              <a href={`#question-${question}-day`}>{speech.t('changeCounted')}</a>
            </>
          )}
        </p>
        <Working speech={speech} deadline={deadline} />
      </div>
    </div>
  );
}

/** The day to act by where offices are closed on the last one. */
export function SafeDay({ speech, deadline }: { readonly speech: Speech; readonly deadline: Deadline }) {
  if (deadline.actBy === undefined) return null;
  return <b class="safe-day small">{speech.t('actBy', { date: speech.fullDay(deadline.actBy) })}</b>;
}

/** The day by the other reading, and when that one holds. */
export function OtherDay({ speech, deadline }: { readonly speech: Speech; readonly deadline: Deadline }) {
  if (deadline.ifNot === undefined) return null;
  return (
    <span class="other-day small">
      {speech.t('ifNot', { date: speech.day(deadline.ifNot.on) })} {speech.say(deadline.ifNot.when)}
    </span>
  );
}

/** The steps by which a day was counted, so that anybody can count again. */
export function Working({ speech, deadline }: { readonly speech: Speech; readonly deadline: Deadline }) {
  return (
    <details class="more">
      <summary>{speech.t('howCounted')}</summary>
      <p>
        {speech.t('countedFrom', { date: speech.day(deadline.countedFrom) })}.{' '}
        {speech.t('within', { within: durationText(speech.language, deadline.within) })}.
      </p>
      <ol>
        {deadline.steps.map((step) => (
          <li key={step.en}>{speech.say(step)}</li>
        ))}
      </ol>
      <p>
        <a href={speech.say(deadline.law.url)} rel="noreferrer">
          {speech.say(deadline.law.title)}
        </a>
      </p>
    </details>
  );
}
