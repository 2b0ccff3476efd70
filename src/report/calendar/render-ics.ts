import { createHash } from 'node:crypto';
import ical, { ICalAlarmType, ICalEventClass, ICalEventTransparency } from 'ical-generator';
import type { Localized } from '../../model/locale.ts';
import type { Report } from '../report-schema.ts';
import { actByText, type DatedRoute, datesOf } from '../write/report-dates.ts';
import { type Voice, voiceOf } from '../write/voice.ts';

/** Days before the last day on which the calendar reminds. */
const reminders = [30, 14, 7, 2] as const;
const day = 86_400;

/** Others may see a calendar, so nothing in a title says what the paperwork is about. */
const words = {
  title: { en: 'Paperwork: last day', fr: 'Documents : dernier jour' },
  alarm: { en: 'Paperwork: a last day is near', fr: 'Documents : un dernier jour approche' },
  calendar: { en: 'Paperwork dates', fr: 'Dates des documents' },
  countedFrom: { en: 'Counted from', fr: 'Compté à partir du' },
  check: {
    en: 'Check this date with a lawyer or consultant.',
    fr: 'Faites vérifier cette date par un avocat ou un consultant.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** The last days that have not passed, as all-day entries. The same letter and route keep their UID when a date moves. */
export function renderIcs(reports: readonly Report[], language: keyof Localized): string {
  const calendar = ical({
    name: words.calendar[language],
    prodId: { company: 'papers', product: 'dates', language: language.toUpperCase() },
  });
  for (const report of reports) {
    for (const dated of datesOf(report).filter(({ deadline }) => !deadline.passed))
      addEntry(calendar, report, dated, voiceOf(language));
  }
  return calendar.toString();
}

function addEntry(
  calendar: ReturnType<typeof ical>,
  report: Report,
  { route, deadline }: DatedRoute,
  voice: Voice,
): void {
  const { language } = voice;
  const other =
    deadline.ifNot === undefined
      ? []
      : [`${voice.word('otherDate')} ${voice.day(deadline.ifNot.on)}, ${voice.say(deadline.ifNot.when)}`];
  calendar.createEvent({
    id: `${createHash('sha256').update(`${report.document.sha256} ${route.id}`).digest('hex').slice(0, 32)}@papers.invalid`,
    stamp: new Date(report.made),
    start: new Date(`${deadline.on}T00:00:00Z`),
    end: new Date(Date.parse(`${deadline.on}T00:00:00Z`) + day * 1000),
    allDay: true,
    summary: words.title[language],
    description: [
      voice.say(route.title),
      ...[actByText(deadline, voice)].filter((text) => text !== undefined),
      `${words.countedFrom[language]} ${voice.day(deadline.countedFrom)}. ${voice.say(deadline.law.title)}.`,
      ...other,
      words.check[language],
    ].join('\n'),
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: reminders
      .filter((days) => days <= deadline.daysLeft)
      .map((days) => ({ type: ICalAlarmType.display, trigger: days * day, description: words.alarm[language] })),
  });
}
