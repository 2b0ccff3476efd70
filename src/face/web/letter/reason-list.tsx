import type { Report } from '../../../report/report-schema.ts';
import type { Speech, TextName } from '../speech/translate.ts';
import { ReasonCard } from './reason-card.tsx';

export type ReasonListProps = {
  readonly speech: Speech;
  readonly report: Report;
  readonly selected: number;
  readonly open: ReadonlySet<number>;
  readonly setOpen: (change: (before: ReadonlySet<number>) => ReadonlySet<number>) => void;
  readonly see: (number: number, page: number) => void;
};

/** Letters that refuse nothing are not searched in vain for a reason. */
const withoutReasons: Readonly<Partial<Record<Report['letter']['outcome'], TextName>>> = {
  granted: 'noReasonsGranted',
  undecided: 'noReasonsUndecided',
  withdrawn: 'noReasonsGranted',
};

/** The grounds as numbered cards. */
export function ReasonList({ speech, report, selected, open, setOpen, see }: ReasonListProps) {
  const { grounds, remedies, letter } = report;
  const all = grounds.map((_, at) => at + 1);
  const allOpen = all.every((number) => open.has(number));
  const toggle = (number: number, on: boolean): void =>
    setOpen((before) => {
      if (before.has(number) === on) return before;
      const next = new Set(before);
      if (on) next.add(number);
      else next.delete(number);
      return next;
    });
  return (
    <section class="reasons" aria-labelledby="reasons-title">
      <div class="bar">
        <h2 id="reasons-title">{speech.t(letter.outcome === 'refused' ? 'reasonsTitle' : 'reasonsTitleOther')}</h2>
        {grounds.length > 1 && (
          <button
            type="button"
            class="plain needs-script no-print"
            onClick={() => setOpen(() => new Set(allOpen ? [] : all))}
          >
            {speech.t(allOpen ? 'closeAll' : 'openAll')}
          </button>
        )}
      </div>
      {grounds.length === 0 && <p class="card">{speech.t(withoutReasons[letter.outcome] ?? 'noReasons')}</p>}
      {grounds.map((ground, at) => (
        <ReasonCard
          key={ground.ground}
          speech={speech}
          ground={ground}
          number={at + 1}
          remedies={remedies.filter((remedy) => remedy.ground === ground.ground)}
          language={letter.language}
          on={selected === at + 1}
          open={open.has(at + 1)}
          toggle={(on) => toggle(at + 1, on)}
          see={(number, place) => see(number, place.page)}
        />
      ))}
    </section>
  );
}
