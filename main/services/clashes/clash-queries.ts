// Clashes as the screens ask for them: how many of each kind, and pages of one kind.
import type { ReadDb } from '#main/db/database.ts'
import { type ClashMark, marksOf } from '#main/services/clashes/clash-marks.ts'
import { oldestFirst } from '#main/services/clashes/clash-order.ts'
import type { ClashRule, FoundClash, Mending } from '#main/services/clashes/clash-rule.ts'
import { clashRule, clashRules } from '#main/services/clashes/clash-rules.ts'
import { foundClashes } from '#main/services/clashes/found-clashes.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import type { Id } from '#shared/ids.ts'
import type {
  Clash,
  ClashCount,
  ClashListInput,
  ClashMending,
  ClashPage,
  ClashRecord,
  ClashRuleId,
} from '#shared/schemas/clashes.ts'

/** Rules with clashes, open or left as they are, in order. */
export function clashCounts(db: ReadDb): ClashCount[] {
  const found = foundClashes(db)
  return clashRules.flatMap((rule) => {
    const clashes = found.get(rule.id) ?? []
    if (clashes.length === 0) return []
    const marks = marksOf(db, rule.id)
    const left = clashes.filter(({ key }) => marks.has(key)).length
    const first = clashes.find(({ key }) => !marks.has(key)) ?? clashes[0]
    return [{ rule: rule.id, open: clashes.length - left, left, mendings: first ? mendingsOf(db, rule, first) : [] }]
  })
}

/** A page of one rule's clashes. */
export function listClashes(db: ReadDb, { rule: id, state, offset, limit }: ClashListInput): ClashPage {
  const marks = marksOf(db, id)
  const found = (foundClashes(db).get(id) ?? []).filter(({ key }) => marks.has(key) === (state === 'left'))
  return { rows: asClashes(db, id, { clashes: found.slice(offset, offset + limit), marks }), total: found.length }
}

/** Found clashes with all that the screens show of them. */
export function asClashes(
  db: ReadDb,
  id: ClashRuleId,
  { clashes, marks }: { clashes: readonly FoundClash[]; marks: ReadonlyMap<string, ClashMark> },
): Clash[] {
  const rule = clashRule(id)
  const recordOf = recordReader(db, rule, clashes)
  return clashes.map((clash) => {
    const mark = marks.get(clash.key)
    return {
      rule: id,
      key: clash.key,
      records: recordOf(clash),
      count: clash.ids.length,
      facts: clash.facts,
      mendings: mendingsOf(db, rule, clash),
      left: mark ? { note: mark.note } : null,
    }
  })
}

/** Of a doubled code that hundreds of rows hold, these are shown. */
const mostShown = 20

function recordReader(
  db: ReadDb,
  rule: ClashRule,
  clashes: readonly FoundClash[],
): (clash: FoundClash) => ClashRecord[] {
  const rows = new Map(rule.rows(db, clashes).map((row) => [row.rowId, row]))
  const shown = (clash: FoundClash): Id[] => {
    const target = clash.facts.targetId
    return typeof target === 'number' && !clash.ids.includes(target) ? [...clash.ids, target] : [...clash.ids]
  }
  const made = oldestFirst(
    db,
    clashes.flatMap((clash) => shown(clash)),
  )
  const titles = recordTitles(
    db,
    [...rows.values()].flatMap(({ record }) => record ?? []),
  )
  return (clash) =>
    made
      .sorted(shown(clash))
      .flatMap((id) => {
        const row = rows.get(id)
        if (!row) return []
        const record = (row.record && titles.get(recordKey(row.record))) ?? null
        return [{ rowId: id, record, label: row.label, ...made.of(id) }]
      })
      .slice(0, mostShown)
}

/** The ways to mend one clash, the suggested first. */
function mendingsOf(db: ReadDb, rule: ClashRule, clash: FoundClash): ClashMending[] {
  const ids = rule.suggests?.(db, clash) ?? rule.mendings.map(({ id }) => id)
  return ids.flatMap((id) => {
    const mending = rule.mendings.find((candidate) => candidate.id === id)
    return mending ? [offerOf(mending, clash)] : []
  })
}

function offerOf({ id, isFinal }: Mending, { ids }: FoundClash): ClashMending {
  return { id, takesKeep: ids.length > 1, isFinal: isFinal === true }
}
