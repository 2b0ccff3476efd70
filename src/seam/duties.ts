/** Work that one process does for all of them, such as deleting what is old. */
export interface Duties {
  /**
   * Takes a duty for so many seconds, by one clock for all processes. False while another process has it: that one does
   * the work. Whoever has it already has it anew.
   */
  take(duty: string, seconds: number): Promise<boolean>;
}
