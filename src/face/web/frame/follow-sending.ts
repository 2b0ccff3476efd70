import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** While files are sent the choice of them is away: the keyboard goes to the way to stop it, and back again after. */
export function useSendingFocus(sending: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const before = useRef(sending);
  useEffect(() => {
    if (before.current !== sending)
      form.current?.querySelector<HTMLElement>(sending ? '.sending button' : '.file')?.focus();
    before.current = sending;
  }, [sending]);
  return form;
}
