import type { ComponentChildren } from 'preact';
import type { Report } from '../../../report/report-schema.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import { askedIn } from '../speech/asked-in.ts';
import { daysBetween, type Speech, type TextName } from '../speech/translate.ts';
import { SafeDay, Working } from './deadline-section.tsx';

type Route = Report['routes'][number];

const states = {
  open: { text: 'stateOpen', icon: 'check' },
  unknown: { text: 'stateUnknown', icon: 'question' },
  closed: { text: 'stateClosed', icon: 'cross' },
} as const satisfies Record<Route['state'], { text: TextName; icon: IconName }>;

export type RouteSectionProps = { readonly speech: Speech; readonly report: Report; readonly today: string };

/** Every way forward with why it is open or closed, what it costs and until when. */
export function RouteSection({ speech, report, today }: RouteSectionProps) {
  const ahead = [
    ...report.routes.filter(({ state }) => state === 'open'),
    ...report.routes.filter(({ state }) => state === 'unknown'),
  ];
  const closed = report.routes.filter(({ state }) => state === 'closed');
  if (report.routes.length === 0) return null;
  return (
    <section aria-labelledby="routes-title" class="block">
      <h2 id="routes-title">{speech.t('routesTitle')}</h2>
      <p class="muted">{speech.t('routesMore')}</p>
      <div class="routes">
        {ahead.map((route) => (
          <RouteCard key={route.id} speech={speech} route={route} report={report} today={today} />
        ))}
      </div>
      {closed.length > 0 && (
        <details class="more closed-routes">
          <summary>
            {speech.t('routesClosed')} ({speech.number(closed.length)})
          </summary>
          <ul>
            {closed.map((route) => (
              <li key={route.id} id={`route-${route.id}`}>
                <b>{speech.say(route.title)}</b>
                <br />
                {speech.say(route.why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function RouteCard({ speech, route, report, today }: RouteSectionProps & { readonly route: Route }) {
  const { text, icon } = states[route.state];
  const asked = report.questions.filter(({ id }) => route.needs.includes(id));
  return (
    <article class="card route" id={`route-${route.id}`} data-state={route.state} tabIndex={-1}>
      <div>
        <p class="state">
          <Icon name={icon} />
          {speech.t(text)}
        </p>
        <h3>{speech.say(route.title)}</h3>
      </div>
      <div class="route-why">
        <p>{speech.say(route.why)}</p>
        {asked.length > 0 && (
          <ul class="asked">
            {asked.map(({ id, text: question }) => (
              <li key={id}>
                <a href={`#question-${id}`}>
                  {speech.t('answerFirst', { question: askedIn(speech.say(question)).question })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Terms speech={speech} route={route} today={today} />
      <div class="route-more">
        {[route.deadline, route.earliest].map(
          (deadline) => deadline !== undefined && <Working key={deadline.on} speech={speech} deadline={deadline} />,
        )}
        <p class="small links">
          {route.link !== undefined && (
            <a href={speech.say(route.link)} rel="noreferrer">
              {speech.t('routeLink')}
            </a>
          )}
          {route.law.map(({ id, title, url }) => (
            <a key={id} href={speech.say(url)} rel="noreferrer">
              {speech.say(title)}
            </a>
          ))}
        </p>
      </div>
    </article>
  );
}

/** Until when, at what cost, with what, by whom. */
function Terms({ speech, route, today }: { readonly speech: Speech; readonly route: Route; readonly today: string }) {
  return (
    <dl class="terms">
      <Term id="until" name={speech.t('routeUntil')}>
        <Until speech={speech} route={route} today={today} />
      </Term>
      {route.earliest !== undefined && (
        <Term id="earliest" name={speech.t('routeEarliest')}>
          <b>{speech.day(route.earliest.on)}</b>
        </Term>
      )}
      {(route.fee !== undefined || route.cost !== undefined) && (
        <Term id={route.fee === undefined ? 'cost-words' : 'cost'} name={speech.t('routeCost')}>
          {route.fee !== undefined && <Fee speech={speech} fee={route.fee} />}
          {route.cost !== undefined && <p class="fee-note">{speech.say(route.cost)}</p>}
        </Term>
      )}
      <Term name={speech.t('routeNew')}>{speech.say(route.newEvidence)}</Term>
      <Term name={speech.t('routeWho')}>{speech.say(route.whoMayAct)}</Term>
      <Term name={speech.t('routeMind')}>{speech.say(route.doesNotStop)}</Term>
    </dl>
  );
}

const Term = (props: { readonly id?: string; readonly name: string; readonly children: ComponentChildren }) => (
  <div data-term={props.id}>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
);

function Until({ speech, route, today }: { readonly speech: Speech; readonly route: Route; readonly today: string }) {
  const { deadline } = route;
  if (deadline === undefined) return <>{speech.t('noLimit')}</>;
  const left = daysBetween(today, deadline.on);
  return (
    <>
      <b>{speech.day(deadline.on)}</b>
      <br />
      {left >= 0 && <SafeDay speech={speech} deadline={deadline} />}
      {left < 0 ? speech.t('passed') : left === 0 ? speech.t('today') : speech.t('daysLeft', { n: left })}
    </>
  );
}

function Fee({ speech, fee }: { readonly speech: Speech; readonly fee: NonNullable<Route['fee']> }) {
  return (
    <p>
      <b>{speech.money(fee.amount, fee.currency)}</b>{' '}
      <a href={fee.source} rel="noreferrer">
        {speech.t('feeSince', { date: speech.day(fee.since) })}
      </a>
      <br />
      {speech.say(fee.what)}
      {fee.check && <> · {speech.t('feeCheck')}</>}
      {fee.note !== undefined && (
        <span class="fee-note">
          <br />
          {speech.say(fee.note)}
        </span>
      )}
    </p>
  );
}
