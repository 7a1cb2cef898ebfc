// One measured figure, and whether it reached its goal.
import type { Timing } from '#tests/bench/measure.ts'

export type Figure = {
  name: string
  ms: number
  runs: number
  /** Processor time, where it is all spent in this thread. */
  cpuMs?: number
  /** The same work by bare better-sqlite3 in the same run. */
  bareMs?: number
  bareCpuMs?: number
  /** At most so many times the bare one, or so many milliseconds. */
  goal?: { ratio: number } | { ms: number }
  note?: string
}

type Rest = Pick<Figure, 'goal' | 'note'> & { bare?: Timing }

export function figure(name: string, timing: Timing, { bare, ...rest }: Rest = {}): Figure {
  const measured = { name, ms: timing.medianMs, cpuMs: timing.cpuMs, runs: timing.runs }
  return { ...measured, bareMs: bare?.medianMs, bareCpuMs: bare?.cpuMs, ...rest }
}

export function ratioOf({ ms, bareMs }: Figure): number | null {
  return bareMs === undefined || bareMs === 0 ? null : ms / bareMs
}

/** The ratio by processor time. */
export function cpuRatioOf({ cpuMs, bareCpuMs }: Figure): number | null {
  return cpuMs === undefined || bareCpuMs === undefined || bareCpuMs === 0 ? null : cpuMs / bareCpuMs
}

/** Null where no goal is set. */
export function isReached(figure: Figure): boolean | null {
  if (!figure.goal) return null
  if ('ms' in figure.goal) return figure.ms < figure.goal.ms
  const ratio = ratioOf(figure)
  return ratio !== null && ratio <= figure.goal.ratio
}
