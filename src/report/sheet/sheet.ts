/** What a cell holds. A day is `YYYY-MM-DD` and becomes a real date; text is never taken for a formula. */
export type Cell = { readonly text: string } | { readonly number: number } | { readonly day: string } | undefined;

export type Column = { readonly title: string /** Characters. */; readonly width: number };

export type Sheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
};

export const textCell = (text: string | undefined): Cell => (text === undefined || text === '' ? undefined : { text });
export const dayCell = (day: string | undefined): Cell => (day === undefined ? undefined : { day });
