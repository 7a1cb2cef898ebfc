// What a paper lacks, gathered while it is made: never a reason not to make it.
import type { PaperWarning, WarningCode } from '#shared/schemas/papers.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

const mostShown = 20

export type WarningList = {
  add(code: WarningCode, record?: RecordRef, name?: string): void
  all(): PaperWarning[]
}

/** A record is told once for each code. */
export function warningList(): WarningList {
  const found = new Map<WarningCode, Map<string, { record?: RecordRef | undefined; name: string }>>()
  return {
    add(code, record, name = '') {
      const records = found.get(code) ?? new Map()
      records.set(record ? `${record.kind} ${record.id}` : name, { record, name })
      found.set(code, records)
    },
    all: () =>
      [...found].map(([code, records]) => {
        const shown = [...records.values()].slice(0, mostShown)
        return {
          code,
          count: records.size,
          names: shown.flatMap(({ name }) => (name === '' ? [] : [name])),
          records: shown.flatMap(({ record }) => record ?? []),
        }
      }),
  }
}
