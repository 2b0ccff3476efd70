const calm = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

/** After the page has been drawn again: what is scrolled to may just have been opened. */
const afterDrawing = (work: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(work));

/** Brings a reason's card into view and puts the keyboard there. */
export function scrollToReason(number: number): void {
  afterDrawing(() => {
    const head = document.getElementById(`reason-${number}-head`);
    head?.focus({ preventScroll: true });
    head?.scrollIntoView({ block: 'nearest', behavior: calm() });
  });
}

/** Pixels left of a mark in which its pin is. */
const pinRoom = 72;

/** Brings a ground's words on a page of the letter into the middle of the view, with their number beside them. */
export function scrollToMark(number: number, page: number): void {
  afterDrawing(() => {
    const mark = document.getElementById(`mark-${number}-${page}`);
    const box = mark?.closest('.scroller');
    if (mark === null || box === null || box === undefined) return;
    box.scrollIntoView({ block: 'nearest' });
    const at = mark.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    const left = box.scrollLeft + at.left - frame.left - pinRoom;
    const middle = (height: number): number => (height - at.height) / 2;
    box.scrollTo({ left, top: box.scrollTop + at.top - frame.top - middle(box.clientHeight), behavior: calm() });
    // On a narrow screen the letter is as tall as it is, and the window scrolls.
    if (box.clientHeight > innerHeight)
      globalThis.scrollTo({ top: scrollY + at.top - middle(innerHeight), behavior: calm() });
  });
}
