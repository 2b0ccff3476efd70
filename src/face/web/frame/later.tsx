import { type ComponentChildren, createElement, Fragment, hydrate, render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const onServer = typeof document === 'undefined';
/** Nothing waits longer than this for the browser to be idle. */
const mostMilliseconds = 1500;

/** What a person does first in a part that is asleep. It wakes before the part's own listeners are asked. */
const firstSigns = ['pointerdown', 'focusin', 'click'] as const;

function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, 1);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: mostMilliseconds });
  return () => cancelIdleCallback(handle);
}

/**
 * A part of a page that the server has drawn and the script takes over in a task of its own, when the browser is idle
 * or at the first touch: the whole page in one task would hold up a slow phone. It may only stand in a page that the
 * server drew.
 */
export function Later({ children }: { readonly children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(children);
  const awake = useRef(false);
  latest.current = children;
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const wake = (): void => {
      if (awake.current) return;
      awake.current = true;
      forget();
      for (const sign of firstSigns) element.removeEventListener(sign, wake, true);
      hydrate(createElement(Fragment, null, latest.current), element);
    };
    const forget = whenIdle(wake);
    for (const sign of firstSigns) element.addEventListener(sign, wake, true);
    return () => {
      forget();
      for (const sign of firstSigns) element.removeEventListener(sign, wake, true);
    };
  }, []);
  useEffect(() => {
    if (awake.current && box.current !== null) render(createElement(Fragment, null, children), box.current);
  }, [children]);
  if (onServer) return <div class="later">{children}</div>;
  // Nothing is written: while it takes a page over, the library leaves alone what stands inside.
  return <div ref={box} class="later" dangerouslySetInnerHTML={{ __html: '' }} />;
}
