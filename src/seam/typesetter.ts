/** Turns a description of pages into a PDF. */
export interface Typesetter {
  /**
   * Sets `template`, a Typst source that is the program's own, with `data` as its input named `data`. Texts of letters
   * come in as data alone, so they can't become markup. Same input, same bytes. Throws a Failure `internal` when the
   * template does not compile.
   */
  typeset(template: string, data: string): Promise<Uint8Array>;
}
