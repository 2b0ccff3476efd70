import { countLastDay } from '../../src/advise/calendar/count-last-day.ts';
import type { Deadline } from '../../src/model/advice.ts';
import { adviceFor, pack, routeIn } from '../advise/advice-case.ts';
import { type CountRow, countRows, type DeadlineRow, deadlineRows } from '../advise/deadline-rows.ts';

/** What one row expects, what comes out, and how that was counted. Days in `expected` and `got` are written alike. */
type Line = {
  readonly theme: string;
  readonly name: string;
  readonly start: string;
  readonly rule: string;
  readonly provision: string;
  readonly expected: string;
  readonly got: string;
  readonly working: string;
};

const none = '-';

function lineOfCount({ theme, name, start, within, count, roll, on }: CountRow): Line {
  const { on: got, counted } = countLastDay({ start, within, count, roll }, pack.holidays);
  const rule = `${within}, ${count}${roll === 'none' ? '' : ', rolls'}`;
  const working = got === counted ? `ends on ${counted}` : `ends on ${counted}, no business day, moves to ${got}`;
  return { theme, name, start, rule, provision: 'calendar', expected: on, got, working };
}

function sayDays(state: string | undefined, on?: string, other?: string, first?: string): string {
  const days = [
    ...(on === undefined ? [] : [on]),
    ...(other === undefined ? [] : [`or ${other}`]),
    ...(first === undefined ? [] : [`first ${first}`]),
  ];
  return [state ?? 'not shown', ...(days.length === 0 ? ['no day'] : days)].join(' ');
}

const wordsOf = (deadline: Deadline | undefined, why: string): string =>
  deadline === undefined ? why : deadline.working.map(({ en }) => en).join(' ');

function lineOfCase({ theme, name, route: id, state, on, other, first, ...given }: DeadlineRow): Line {
  const route = routeIn(adviceFor(given), id);
  const { deadline, earliest } = route ?? {};
  const shown = deadline ?? earliest;
  return {
    theme,
    name: `${id}: ${name}`,
    start: shown?.countedFrom ?? none,
    rule: shown?.duration ?? none,
    provision: shown === undefined ? none : `${shown.law.title.en} ${shown.law.url.en}`,
    expected: sayDays(state, on, other, first),
    got: sayDays(route?.state, deadline?.on, deadline?.ifNot?.on, earliest?.on),
    working: wordsOf(shown, route?.why.en ?? none),
  };
}

function countThemes(lines: readonly Line[]): readonly string[] {
  const themes = [...new Set(lines.map(({ theme }) => theme))].toSorted();
  return themes.map((theme) => {
    const rows = lines.filter((line) => line.theme === theme);
    return `  ${theme.padEnd(24)} ${rows.filter(({ expected, got }) => expected === got).length}/${rows.length}`;
  });
}

/** The table of deadlines: each case with its start, rule, provision, expected and shown day, and the working. */
export function evalDeadlines(): { readonly lines: readonly string[]; readonly wrong: number } {
  const rows = [...countRows.map(lineOfCount), ...deadlineRows.map(lineOfCase)];
  const head = ['case', 'start', 'rule', 'provision', 'expected', 'got', 'right', 'working'];
  const table = rows.map(({ name, start, rule, provision, expected, got, working }) =>
    [name, start, rule, provision, expected, got, expected === got ? 'yes' : 'NO', working].join(' | '),
  );
  const wrong = rows.filter(({ expected, got }) => expected !== got).length;
  return {
    lines: [
      `| ${head.join(' | ')} |`,
      `|${head.map(() => ' --- |').join('')}`,
      ...table.map((line) => `| ${line} |`),
      '',
      'deadlines by theme (right/rows)',
      ...countThemes(rows),
      `  ${'TOTAL'.padEnd(24)} ${rows.length - wrong}/${rows.length}`,
    ],
    wrong,
  };
}
