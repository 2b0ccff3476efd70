import { useState } from 'preact/hooks';
import { scrollToMark, scrollToReason } from '../frame/scroll.ts';

type Tab = 'reasons' | 'letter';

export type ResultView = {
  /** The number of the chosen reason, 0 for none. */
  readonly selected: number;
  readonly open: ReadonlySet<number>;
  readonly tab: Tab;
  readonly setOpen: (change: (before: ReadonlySet<number>) => ReadonlySet<number>) => void;
  readonly setTab: (tab: Tab) => void;
  /** From the letter to the reason. */
  readonly choose: (number: number) => void;
  /** From the reason to the letter. */
  readonly see: (number: number, page: number) => void;
};

/** What is chosen, open and in view on the result page. */
export function useResultView(): ResultView {
  const [selected, select] = useState(0);
  const [open, setOpen] = useState<ReadonlySet<number>>(() => new Set([1]));
  const [tab, setTab] = useState<Tab>('reasons');
  return {
    selected,
    open,
    tab,
    setOpen,
    setTab,
    choose: (number) => {
      select(number);
      setTab('reasons');
      setOpen((before) => new Set([...before, number]));
      scrollToReason(number);
    },
    see: (number, page) => {
      select(number);
      setTab('letter');
      scrollToMark(number, page);
    },
  };
}
