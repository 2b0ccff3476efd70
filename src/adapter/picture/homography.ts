/** A perspective map of the plane, as nine numbers row by row: it takes one picture's pixels to another's. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

export type Point = { readonly x: number; readonly y: number };

export const identity: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** Where a point goes. */
export function project([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Point): Point {
  const w = g * x + h * y + i;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

/** First `first`, then `then`. */
export function followedBy(first: Homography, then: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = then;
  const [p, q, r, s, t, u, v, w, x] = first;
  return [
    a * p + b * s + c * v,
    a * q + b * t + c * w,
    a * r + b * u + c * x,
    d * p + e * s + f * v,
    d * q + e * t + f * w,
    d * r + e * u + f * x,
    g * p + h * s + i * v,
    g * q + h * t + i * w,
    g * r + h * u + i * x,
  ];
}

export function scaling(across: number, down: number): Homography {
  return [across, 0, 0, 0, down, 0, 0, 0, 1];
}

/** Turns a picture of the given size by quarter turns clockwise: where each of its points goes. */
export function turning(turns: 0 | 1 | 2 | 3, size: { readonly width: number; readonly height: number }): Homography {
  switch (turns) {
    case 0:
      return identity;
    case 1:
      return [0, -1, size.height, 1, 0, 0, 0, 0, 1];
    case 2:
      return [-1, 0, size.width, 0, -1, size.height, 0, 0, 1];
    case 3:
      return [0, 1, 0, -1, 0, size.width, 0, 0, 1];
  }
}

/** The turn by `degrees` that levels lines falling to the right by as much, about the middles of both pictures. */
export function levelling(
  degrees: number,
  from: { readonly width: number; readonly height: number },
  to: { readonly width: number; readonly height: number },
): Homography {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [to.width / 2, to.height / 2];
  return [cos, -sin, from.width / 2 - cos * x + sin * y, sin, cos, from.height / 2 - sin * x - cos * y, 0, 0, 1];
}

export type Corners = readonly [Point, Point, Point, Point];

/** The map that takes four corners to four others. Throws when three of them stand in one line. */
export function mapCorners(from: Corners, to: Corners): Homography {
  const rows: number[][] = [];
  for (const [index, { x, y }] of from.entries()) {
    const target = to[index] ?? { x: 0, y: 0 };
    rows.push([x, y, 1, 0, 0, 0, -target.x * x, -target.x * y, target.x]);
    rows.push([0, 0, 0, x, y, 1, -target.y * x, -target.y * y, target.y]);
  }
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = solve(rows);
  return [a, b, c, d, e, f, g, h, 1];
}

/** Gauss's elimination with the largest pivot. Each row holds its coefficients, then the right side. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const rest = rows.slice(column);
    const pivot = rest.toSorted((one, other) => Math.abs(other[column] ?? 0) - Math.abs(one[column] ?? 0))[0];
    const lead = pivot?.[column] ?? 0;
    if (pivot === undefined || Math.abs(lead) < 1e-12) throw new RangeError('corners in one line');
    rows.splice(column, rest.length, pivot, ...rest.filter((row) => row !== pivot));
    for (const row of rows) if (row !== pivot) takeAway(row, pivot, (row[column] ?? 0) / lead);
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

function takeAway(from: number[], row: readonly number[], times: number): void {
  for (const [index, number] of row.entries()) from[index] = (from[index] ?? 0) - times * number;
}
