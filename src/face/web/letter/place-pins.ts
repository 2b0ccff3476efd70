export type Pin<T> = { readonly at: number; readonly wanted: number; readonly of: T };

/**
 * Puts pins beside what they mark, each as near as it can be with `gap` between any two: crowded ones share the room
 * around their middle. Gives them from top to bottom, none above `least`.
 */
export function placePins<T>(
  marks: readonly { readonly wanted: number; readonly of: T }[],
  gap: number,
  least: number,
): readonly Pin<T>[] {
  const groups: { start: number; marks: { readonly wanted: number; readonly of: T }[] }[] = [];
  for (const mark of marks.toSorted((a, b) => a.wanted - b.wanted)) {
    groups.push({ start: Math.max(least, mark.wanted), marks: [mark] });
    mergeCrowded(groups, gap, least);
  }
  return groups.flatMap(({ start, marks: inside }) =>
    inside.map(({ wanted, of }, at) => ({ at: start + at * gap, wanted, of })),
  );
}

/** While the last two groups touch, they become one group around their common middle. */
function mergeCrowded<T>(
  groups: { start: number; marks: { readonly wanted: number; readonly of: T }[] }[],
  gap: number,
  least: number,
): void {
  for (;;) {
    const last = groups.at(-1);
    const before = groups.at(-2);
    if (last === undefined || before === undefined) return;
    if (before.start + before.marks.length * gap <= last.start) return;
    const marks = [...before.marks, ...last.marks];
    const middle = marks.reduce((sum, { wanted }) => sum + wanted, 0) / marks.length;
    groups.splice(-2, 2, { start: Math.max(least, middle - ((marks.length - 1) * gap) / 2), marks });
  }
}
