// One measured figure, and whether it reached its goal.
import type { Timing } from '#tests/bench/measure.ts'

export type Figure = {
  name: string
  ms: number
  runs: number
  /** The same work by bare better-sqlite3 in the same run. */
  bareMs?: number
  /** At most so many times the bare one, or so many milliseconds. */
  goal?: { ratio: number } | { ms: number }
  note?: string
}

export function figure(name: string, timing: Timing, rest: Omit<Figure, 'name' | 'ms' | 'runs'> = {}): Figure {
  return { name, ms: timing.medianMs, runs: timing.runs, ...rest }
}

export function ratioOf({ ms, bareMs }: Figure): number | null {
  return bareMs === undefined || bareMs === 0 ? null : ms / bareMs
}

/** Null where no goal is set. */
export function isReached(figure: Figure): boolean | null {
  if (!figure.goal) return null
  if ('ms' in figure.goal) return figure.ms < figure.goal.ms
  const ratio = ratioOf(figure)
  return ratio !== null && ratio <= figure.goal.ratio
}
