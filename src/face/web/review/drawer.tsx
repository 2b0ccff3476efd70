import { useEffect, useRef } from 'preact/hooks';
import type { ReviewInput } from '../../../report/review-schema.ts';
import { Icon } from '../frame/icon.tsx';
import { datedRoutes, daysAheadOf, daysText } from '../result/dated-routes.ts';
import { OtherDay } from '../result/deadline-section.tsx';
import { headlineOf } from '../result/result-head.tsx';
import type { Speech } from '../speech/translate.ts';
import type { BatchRow } from '../view/page-data.ts';
import { type DrawerLetter, type DrawerState, useDrawer } from './drawer-data.ts';
import { DrawerReasons } from './drawer-reasons.tsx';
import { HoldSwitch } from './hold-switch.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { matrixRows } from './matrix-rows.ts';
import { MatrixTable } from './matrix-table.tsx';
import { AddReason } from './review-form.tsx';

export type DrawerProps = {
  readonly speech: Speech;
  readonly row: BatchRow;
  readonly today: string;
  readonly reviewer: string;
  readonly setReviewer: (name: string) => void;
  readonly previous?: () => void;
  readonly next?: () => void;
  readonly close: () => void;
  readonly changed: (letter: string, corrections: number) => void;
  readonly heldChanged: (letter: string, held: boolean) => void;
};

/** One letter of the table beside it: enough to judge it, and to say where the program is wrong. */
export function Drawer(props: DrawerProps) {
  const { speech, row, close } = props;
  const { t, language } = speech;
  const box = useRef<HTMLDialogElement>(null);
  const { state, save } = useDrawer(row.id, props.changed);
  useEffect(() => {
    const dialog = box.current;
    if (dialog?.open === false) dialog.showModal();
  }, []);
  useKeptFocus(box, '.add-reason summary, .drawer-steps button:enabled');
  useEffect(() => box.current?.querySelector('.drawer-body')?.scrollTo(0, 0), [row.id]);
  return (
    <dialog ref={box} class="drawer" aria-labelledby="drawer-title" onClose={close} closedby="any">
      <div class="drawer-head">
        <div>
          <h2 id="drawer-title">{row.name}</h2>
          <a href={`/letters/${row.id}?lang=${language}`}>{t('drawerOpen')}</a>
        </div>
        <div class="drawer-steps">
          <Step name={t('drawerPrevious')} icon="up" step={props.previous} />
          <Step name={t('drawerNext')} icon="down" step={props.next} />
          <button type="button" class="square" aria-label={t('drawerClose')} onClick={() => box.current?.close()}>
            <Icon name="cross" />
          </button>
        </div>
      </div>
      <div class="drawer-body">
        <DrawerContent {...props} state={state} save={save} />
      </div>
    </dialog>
  );
}

function Step(props: { readonly name: string; readonly icon: 'up' | 'down'; readonly step: (() => void) | undefined }) {
  const { name, icon, step } = props;
  return (
    <button type="button" class="square" aria-label={name} disabled={step === undefined} onClick={() => step?.()}>
      <Icon name={icon} />
    </button>
  );
}

type ContentProps = DrawerProps & {
  readonly state: DrawerState;
  readonly save: (input: ReviewInput) => Promise<boolean>;
};

function DrawerContent(props: ContentProps) {
  const { speech, state, row, today, reviewer, setReviewer, save } = props;
  const { t, say } = speech;
  if (state.state !== 'there') {
    return <output>{t(state.state === 'loading' ? 'drawerLoading' : 'drawerFailed')}</output>;
  }
  const { report } = state;
  const { letter } = report;
  const facts = [
    letter.issued === undefined ? t('noDate') : t('issued', { date: speech.day(letter.issued.value) }),
    ...(letter.reference === undefined ? [] : [t('reference', { value: letter.reference.value })]),
    ...(letter.clientId === undefined ? [] : [t('client', { value: letter.clientId.value })]),
  ];
  return (
    <>
      <p class="eyebrow">{say(letter.title)}</p>
      <p class="drawer-headline">{headlineOf(speech, report)}</p>
      <ul class="facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <h3>{t('drawerDates')}</h3>
      <Dates speech={speech} letter={state} today={today} />
      <label class="field reviewer">
        {t('reviewName')}
        <span class="muted small" id="reviewer-hint">
          {t('reviewNameFirst')}
        </span>
        <input
          type="text"
          aria-describedby="reviewer-hint"
          maxLength={80}
          autocomplete="name"
          value={reviewer}
          onInput={(event) => setReviewer(event.currentTarget.value)}
        />
      </label>
      <DrawerReasons speech={speech} letter={state} reviewer={reviewer} save={save} />
      {matrixRows(report).length > 0 && (
        <>
          <h3>{t('matrixTitle')}</h3>
          <MatrixTable speech={speech} report={report} />
        </>
      )}
      <AddReason key={row.id} speech={speech} letter={state} reviewer={reviewer} save={save} />
      <output class="save-state" data-state={state.saving}>
        {state.saving === 'saved' && t('reviewSaved')}
        {state.saving === 'failed' && t('reviewFailed')}
      </output>
      <HoldSwitch key={`hold-${row.id}`} speech={speech} letter={row.id} held={row.held} changed={props.heldChanged} />
    </>
  );
}

function Dates(props: { readonly speech: Speech; readonly letter: DrawerLetter; readonly today: string }) {
  const { speech, letter, today } = props;
  const dated = datedRoutes(letter.report, today);
  if (dated.length === 0) return <p class="muted">{speech.t('drawerNoDates')}</p>;
  return (
    <ul class="dates">
      {dated.map((one) => (
        <li key={one.route.id} data-passed={daysAheadOf(one) < 0}>
          <b>{daysText(speech, one.left, one.otherLeft)}</b>
          <span>{speech.day(one.deadline.on)}</span>
          <OtherDay speech={speech} deadline={one.deadline} />
          <span>{speech.say(one.route.title)}</span>
        </li>
      ))}
    </ul>
  );
}
