// The smallest value of a function of a few parameters, each between two bounds. Deterministic: no chance, no clock.

export type Box = { readonly lower: readonly number[]; readonly upper: readonly number[] }
export type Point = readonly number[]
export type Found = { point: Point; value: number }

type Objective = (point: Point) => number
type Search = Box & {
  /** Where to look first; from the best `searches` of them the search goes downhill. */
  readonly starts: readonly Point[]
  readonly searches: number
  /** Edge of the first simplex as a share of the box, and of those it starts again with where it has come to rest. */
  readonly edges: readonly number[]
  /** Corners whose values differ by less than this share of the best one are near enough. */
  readonly tolerance: number
}

const maxSteps = 120

/**
 * Nelder and Mead's simplex (1965), kept inside the box by moving points onto its sides. A simplex that has gone flat on a
 * side is helped by starting once more, smaller, from the point found. A value that is not finite counts as infinitely bad.
 */
export function minimiseInBox(objective: Objective, { starts, searches, edges, ...rest }: Search): Found {
  const valued = starts
    .map((point) =>
      valueAt(
        objective,
        point.map((at, axis) => within(at, rest, axis)),
      ),
    )
    .sort(byValue)
  const found = valued.slice(0, searches).map((start) => {
    let best = start
    for (const edge of edges) best = descend(objective, { from: best, edge, ...rest })
    return best
  })
  return found.sort(byValue)[0] ?? { point: [], value: Number.POSITIVE_INFINITY }
}

type Descent = Box & { from: Found; edge: number; tolerance: number }

function descend(objective: Objective, { from, edge, tolerance, ...box }: Descent): Found {
  const corners = [from, ...neighbours(from.point, { edge, box }).map((point) => valueAt(objective, point))]
  corners.sort(byValue)
  for (let step = 0; step < maxSteps && !isSettled(corners, tolerance); step += 1) {
    if (!moveWorst(objective, corners, box)) shrink(objective, corners)
    corners.sort(byValue)
  }
  return corners[0] ?? from
}

/** Reflects, expands or contracts the worst corner through the middle of the others; false where nothing of it helps. */
function moveWorst(objective: Objective, corners: Found[], box: Box): boolean {
  const last = corners.length - 1
  const worst = corners[last] as Found
  const beyond = (factor: number) => {
    const point = worst.point.map((at, axis) => {
      const middle = sumOf(corners, { axis, count: last }) / last
      return within(middle + factor * (middle - at), box, axis)
    })
    return valueAt(objective, point)
  }
  const reflected = beyond(1)
  if (reflected.value < (corners[0] as Found).value) {
    const expanded = beyond(2)
    corners[last] = expanded.value < reflected.value ? expanded : reflected
    return true
  }
  if (last > 1 && reflected.value < (corners[last - 1] as Found).value) {
    corners[last] = reflected
    return true
  }
  const contracted = beyond(reflected.value < worst.value ? 0.5 : -0.5)
  if (contracted.value >= Math.min(reflected.value, worst.value)) return false
  corners[last] = contracted
  return true
}

function shrink(objective: Objective, corners: Found[]): void {
  const best = corners[0] as Found
  for (let index = 1; index < corners.length; index += 1) {
    const { point } = corners[index] as Found
    corners[index] = valueAt(
      objective,
      point.map((at, axis) => (at + (best.point[axis] as number)) / 2),
    )
  }
}

/** Corners so near in value or in place that going on changes no figure that anyone sees. */
function isSettled(corners: readonly Found[], tolerance: number): boolean {
  const best = corners[0] as Found
  const worst = corners[corners.length - 1] as Found
  if (best.value === 0) return true
  if (worst.value - best.value <= tolerance * Math.abs(best.value)) return true
  return best.point.every((at, axis) => corners.every(({ point }) => Math.abs((point[axis] as number) - at) < 1e-5))
}

/** One point per axis, a step to the side that has more room. */
function neighbours(point: Point, { edge, box }: { edge: number; box: Box }): Point[] {
  return point.map((at, axis) => {
    const [low, high] = [box.lower[axis] as number, box.upper[axis] as number]
    const step = edge * (high - low) * (at - low > high - at ? -1 : 1)
    return point.map((other, index) => (index === axis ? at + step : other))
  })
}

function valueAt(objective: Objective, point: Point): Found {
  const value = objective(point)
  return { point, value: Number.isFinite(value) ? value : Number.POSITIVE_INFINITY }
}

function within(at: number, { lower, upper }: Box, axis: number): number {
  return Math.min(Math.max(at, lower[axis] as number), upper[axis] as number)
}

function sumOf(corners: readonly Found[], { axis, count }: { axis: number; count: number }): number {
  let sum = 0
  for (let index = 0; index < count; index += 1) sum += (corners[index] as Found).point[axis] as number
  return sum
}

function byValue(one: Found, other: Found): number {
  return one.value === other.value ? 0 : one.value - other.value
}
