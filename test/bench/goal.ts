/** A figure beside the most that it may be. */
export const goal = (what: string, value: number, most: number, unit: string): string =>
  `${what} ${value.toFixed(2)} ${unit} (goal ${most}${value <= most ? '' : ', MISSED'})`;
