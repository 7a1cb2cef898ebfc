// Timing: each figure is the median of 30 runs, or of as many as fit into ten seconds.

export type Timing = {
  medianMs: number
  p95Ms: number
  maxMs: number
  runs: number
  /** Processor time of the median run: on a busy machine it says more than the clock. */
  cpuMs?: number
}

const usual = { runs: 30, limitMs: 10_000 }

export type Limits = typeof usual

/** Times `work`; `prepare` runs before each and is not counted. One run goes ahead uncounted, to warm up. */
export function measure<Ready>(prepare: () => Ready, work: (ready: Ready) => unknown, limits = usual): Timing {
  const spent: Spent[] = []
  const endAt = performance.now() + limits.limitMs
  work(prepare())
  while (spent.length < limits.runs && (spent.length === 0 || performance.now() < endAt)) {
    const ready = prepare()
    const watch = stopwatch()
    work(ready)
    spent.push(watch())
  }
  return timingOfSpent(spent)
}

/** What is timed, and what goes ahead of each run uncounted. */
export type Work = { prepare?: () => unknown; run: () => unknown }

/** Runs before the next one has its turn: enough for what a work warms up, few enough that all meet the same load. */
const turn = 20

/** Times several works in turns, so that a ratio between them says nothing of what else the machine did meanwhile. */
export function measureInTurns(works: readonly Work[], limits = usual): Timing[] {
  const spent = works.map((): Spent[] => [])
  const endAt = performance.now() + limits.limitMs
  for (let runs = 0; runs < limits.runs && (runs === 0 || performance.now() < endAt); runs += turn) {
    works.forEach((work, index) => {
      for (let run = 0; run < turn; run += 1) spent[index]?.push(timed(work))
    })
  }
  return spent.map(timingOfSpent)
}

function timed({ prepare, run }: Work): Spent {
  prepare?.()
  const watch = stopwatch()
  run()
  return watch()
}

export type Spent = { ms: number; cpuMs: number }

/** Time on the clock and on the processor, from now on. */
export function stopwatch(): () => Spent {
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
  return () => {
    const ms = performance.now() - startedAt
    const { user, system } = process.cpuUsage(cpu)
    return { ms, cpuMs: (user + system) / 1000 }
  }
}

export function timingOfSpent(spent: readonly Spent[]): Timing {
  const cpuMs = timingOf(spent.map((one) => one.cpuMs)).medianMs
  return { ...timingOf(spent.map((one) => one.ms)), cpuMs }
}

/** The same for work that takes turns. */
export async function measureAsync(work: () => Promise<unknown>, limits = usual): Promise<Timing> {
  const times: number[] = []
  const endAt = performance.now() + limits.limitMs
  await work()
  while (times.length < limits.runs && (times.length === 0 || performance.now() < endAt)) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return timingOf(times)
}

export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((left, right) => left - right)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { medianMs: at(0.5), p95Ms: at(0.95), maxMs: sorted.at(-1) ?? 0, runs: sorted.length }
}
