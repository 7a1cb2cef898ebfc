// What copies made together waits to be mended. Stock below zero has an alert of its own.
import type { ReadDb } from '#main/db/database.ts'
import { type AlertRule, sourceOf } from '#main/services/alerts/alert-rule.ts'
import { marksOf } from '#main/services/clashes/clash-marks.ts'
import { foundClashes } from '#main/services/clashes/found-clashes.ts'

export const waitingClashes: AlertRule = {
  id: 'book/clashes',
  screen: 'clashes',
  records: [],
  step: { action: 'mend', place: 'clashes' },
  find(db) {
    const count = openClashes(db)
    const finding = {
      record: null,
      detail: '',
      cause: String(count),
      dayOn: null,
      severity: 'warning',
      facts: { count },
    } as const
    return sourceOf(count > 0 ? [finding] : [])
  },
}

/** How many clashes nobody has mended or left as they are. */
export function openClashes(db: ReadDb): number {
  let open = 0
  for (const [rule, found] of foundClashes(db)) {
    if (rule === 'stock/shortage' || found.length === 0) continue
    const marks = marksOf(db, rule)
    open += found.filter(({ key }) => !marks.has(key)).length
  }
  return open
}
