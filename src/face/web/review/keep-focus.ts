import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const groups = '.judge, .drawer-steps, .hold, form';
const usable = 'button:enabled, a[href], input:enabled';

/**
 * Whoever presses a button by which that button goes away is left nowhere: the keyboard then goes to what took its
 * place, or else to `otherwise`. Call it where every change of the box is drawn.
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>, otherwise: string): void {
  const last = useRef<HTMLElement | undefined>(undefined);
  useEffect(() => {
    const element = box.current;
    const note = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement) last.current = event.target;
    };
    element?.addEventListener('focusin', note);
    return () => element?.removeEventListener('focusin', note);
  }, [box]);
  const group = last.current?.closest(groups) ?? null;
  useLayoutEffect(() => {
    const gone = last.current;
    if (gone === undefined) return;
    if (gone.isConnected && !gone.matches(':disabled')) {
      // What was put in above it may have pushed it out of view.
      if (gone === document.activeElement) gone.scrollIntoView({ block: 'nearest' });
      return;
    }
    const next = (group?.isConnected === true ? group : undefined)?.querySelector<HTMLElement>(usable);
    (next ?? box.current?.querySelector<HTMLElement>(otherwise))?.focus();
  });
}
