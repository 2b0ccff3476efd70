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

/** Brings a ground's words on a page of the letter into the middle of the view. */
export function scrollToMark(number: number, page: number): void {
  afterDrawing(() => {
    document
      .getElementById(`mark-${number}-${page}`)
      ?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm() });
  });
}
