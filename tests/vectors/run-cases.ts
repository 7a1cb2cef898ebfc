// Runs a file of reference cases against the program and counts.
import { adapters, type CaseInput } from '#tests/vectors/adapters.ts'
import { differences, type Tolerance } from '#tests/vectors/compare.ts'

export type ReferenceCase = { id: string; topic: string; input: CaseInput; expected: unknown; tolerance?: Tolerance }

export type CaseReport = {
  passed: number
  failures: { id: string; differences: string[] }[]
  /** Cases of what is not built yet, by topic (or topic/op where only some ops of a topic are). */
  skipped: Map<string, number>
}

/** The cases of a file's text, or an Error that says what is wrong with it. */
export function casesOf(text: string): ReferenceCase[] {
  const file = JSON.parse(text) as { cases?: unknown }
  if (!Array.isArray(file.cases)) throw new Error('the file holds no list of cases')
  return file.cases as ReferenceCase[]
}

export function runCases(cases: readonly ReferenceCase[]): CaseReport {
  const report: CaseReport = { passed: 0, failures: [], skipped: new Map() }
  for (const one of cases) {
    const topic = adapters[one.topic]
    const adapter = topic?.[one.input.op]
    if (!adapter) {
      const name = topic ? `${one.topic}/${one.input.op}` : one.topic
      report.skipped.set(name, (report.skipped.get(name) ?? 0) + 1)
      continue
    }
    const found = differencesOf(one, adapter)
    if (found.length === 0) report.passed += 1
    else report.failures.push({ id: one.id, differences: found })
  }
  return report
}

function differencesOf(one: ReferenceCase, adapter: (input: CaseInput) => unknown): string[] {
  try {
    return differences(one.expected, adapter(one.input), one.tolerance ?? 0)
  } catch (error) {
    return [`threw ${String(error)}`]
  }
}

/** The report as lines for people; the last one is `N passed, M failed, K skipped`. */
export function reportLines({ passed, failures, skipped }: CaseReport): string[] {
  const count = [...skipped.values()].reduce((sum, n) => sum + n, 0)
  return [
    ...failures.flatMap(({ id, differences: found }) => [`FAILED ${id}`, ...found.map((line) => `  ${line}`)]),
    ...[...skipped].map(([name, n]) => `skipped ${name} (${n}): not built yet`),
    `${passed} passed, ${failures.length} failed, ${count} skipped`,
  ]
}
