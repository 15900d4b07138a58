/** Six numbers a–f: the plane's affine map `x' = ax + cy + e`, `y' = bx + dy + f`. */
export type Matrix = readonly number[];

/** The map that applies `inner` first, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
