import type { Localized } from '../../model/locale.ts';
import { type Block, type Paper, plain } from '../paper.ts';
import type { Report } from '../report-schema.ts';
import { fillInVoice, heading, paperOf } from './fill-in.ts';
import { writeChecks } from './write-checks.ts';
import { writeDates } from './write-routes.ts';

/** The client's checklist: the dates to keep, then each document once with a box to tick. */
export function writeChecklist(report: Report, language: keyof Localized): Paper {
  const voice = fillInVoice(language);
  const checks = writeChecks(report, voice);
  const held = report.remedies.flatMap((remedy) => (remedy.held === undefined ? [] : [voice.say(remedy.held)]));
  const numbered = report.grounds.map((ground) => plain(voice.say(ground.title)));
  const reasons: readonly Block[] =
    numbered.length === 0
      ? []
      : [heading(voice.term('reasonsShort')), { kind: 'list', ordered: true, small: false, items: numbered }];
  return paperOf(report, voice, voice.term('checklistTitle'), [
    ...(held.length === 0
      ? []
      : ([
          { kind: 'callout', tone: 'stop', title: voice.term('checklistHeld'), lines: [...new Set(held)].map(plain) },
        ] as const)),
    ...writeDates(report, voice),
    ...reasons,
    heading(voice.word('gather')),
    ...(checks.length === 0
      ? [{ kind: 'paragraph', runs: plain(voice.term('checklistEmpty')) } as const]
      : [{ kind: 'paragraph', runs: plain(voice.term('checklistLead')) } as const, ...checks]),
  ]);
}
