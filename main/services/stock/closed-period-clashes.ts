// Entries of a closed period that its closing did not know: one copy closed the books, the other went on posting into them.
import type { ReadDb } from '#main/db/database.ts'
import { headsFromText } from '#main/db/operation-hash.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, type FoundClash, type Mender } from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { settleCosts } from '#main/services/costing/settle-costs.ts'
import { makerSql } from '#main/services/history/row-makers.ts'
import { openDay } from '#main/services/stock/closed-days.ts'
import { type Movement, postInSteps } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { type Id, idFrom } from '#shared/ids.ts'

export const closedPeriodEntries: ClashRule = {
  id: 'stock/closed-period',
  tables: ['stock_movements', 'period_closings'],
  find: (db) => {
    const closings = db.all<Closing>(
      'SELECT id, through_on AS through FROM live_period_closings ORDER BY through_on, id',
    )
    const found = new Map<string, FoundClash>()
    for (const closing of closings) for (const clash of enteredAfter(db, closing)) found.set(clash.key, clash)
    return [...found.values()]
  },
  rows: rowsOf('stock_movements'),
  mendings: [
    { id: 'moveToOpenDay', mend: (mender, { ids }) => moveToOpenDay(mender, ids) },
    {
      id: 'reopen',
      mend({ tx, update }, { facts }) {
        const from = String(facts.through)
        const closings = tx.raw('SELECT id FROM live_period_closings WHERE through_on >= ?', from)
        for (const [id] of closings) update('period_closings', id as Id, { deleted: 1 })
        settleCosts(tx, { products: 'all' })
      },
    },
  ],
}

/** Both copies closed the same period: one closing says all of it. */
export const closingTwins: ClashRule = {
  id: 'closings/same-day',
  tables: ['period_closings'],
  find: (db) =>
    doubledRows(db, {
      table: 'period_closings',
      index: 'period_closings_by_day',
      columns: ['through_on'],
      isKey: 'deleted = 0',
      isLiving: 'r.deleted = 0',
      facts: ([through]) => ({ through: String(through) }),
    }),
  rows: rowsOf('period_closings'),
  mendings: [
    {
      id: 'keepOne',
      mend({ tx, update }, { others }) {
        for (const id of others) update('period_closings', id, { deleted: 1 })
        settleCosts(tx, { products: 'all' })
      },
    },
  ],
}

type Closing = { id: Id; through: Day }

/** Movements dated in the period that stand, by the document they came from; those that cancel each other out say nothing. */
function enteredAfter(db: ReadDb, { id, through }: Closing): FoundClash[] {
  const spans = unknownSpans(db, id)
  if (spans.length === 0) return []
  const rows = db.all<{ id: Id; reversesId: Id | null; documentId: Id | null; movedOn: Day }>(
    `SELECT m.id, m.reverses_id AS reversesId, m.document_id AS documentId, m.moved_on AS movedOn FROM json_each(?) j
     CROSS JOIN stock_movements m ON m.id BETWEEN (j.value ->> 0) AND (j.value ->> 1)
     WHERE m.moved_on <= ? ORDER BY m.id`,
    JSON.stringify(spans),
    through,
  )
  const cancelled = cancelledPairs(rows)
  const standing = rows.filter((row) => !cancelled.has(row.id))
  return [...Map.groupBy(standing, (row) => row.documentId ?? `movement ${row.id}`).values()].map((group) =>
    clashOf(
      group.map((row) => row.id),
      { through, day: group[0]?.movedOn ?? through, entries: group.length },
    ),
  )
}

type Entry = { id: Id; reversesId: Id | null }

/** An entry and the one that takes it back, both unknown to the closing, leave the period as it was. */
function cancelledPairs(rows: readonly Entry[]): Set<Id> {
  const known = new Map(rows.map((row) => [row.id, row]))
  const cancelled = new Set<Id>()
  // The newest first: what takes a reversal back lets the entry before it stand again.
  for (const { id, reversesId } of rows.toSorted((one, other) => other.id - one.id)) {
    if (reversesId === null || cancelled.has(id) || !known.has(reversesId) || cancelled.has(reversesId)) continue
    cancelled.add(id).add(reversesId)
  }
  return cancelled
}

/** Spans of ids that were drawn in operations which the copy that closed the period did not have then. */
function unknownSpans(db: ReadDb, closingId: Id): [Id, Id][] {
  const closed = db.get<{ replica: number; sequence: number }>(
    `SELECT o.replica, o.sequence FROM operations o WHERE o.id = ${makerSql('CAST(? AS INTEGER)')}`,
    ...[closingId, closingId, closingId],
  )
  if (!closed) return []
  const known = knownSequences(db, closed)
  return replicas(db).flatMap((replica): [Id, Id][] => {
    const last = db.get<{ id: Id }>(
      `SELECT last_id AS id FROM operations WHERE replica = ? AND sequence <= ? AND last_id >= first_id
       ORDER BY sequence DESC LIMIT 1`,
      replica,
      known.get(replica) ?? 0,
    )
    return [[(last?.id ?? idFrom(replica, 0)) + 1, idFrom(replica, 2 ** 29 - 1)]]
  })
}

/** What a copy knew of each at one of its operations: its own before, and the heads that it names up to there. */
function knownSequences(db: ReadDb, { replica, sequence }: { replica: number; sequence: number }): Map<number, number> {
  const known = new Map([[replica, sequence]])
  const named = db.raw(
    "SELECT merged_heads FROM operations WHERE replica = ? AND sequence <= ? AND merged_heads <> '[]'",
    replica,
    sequence,
  )
  for (const [heads] of named) {
    for (const [other, last] of headsFromText(String(heads)) ?? []) {
      if (other !== replica) known.set(other, Math.max(last, known.get(other) ?? 0))
    }
  }
  return known
}

/** By leaps through the index, however many operations there are. */
function replicas(db: ReadDb): number[] {
  return db
    .raw(
      `WITH RECURSIVE r (replica) AS (SELECT min(replica) FROM operations
         UNION ALL SELECT (SELECT min(replica) FROM operations o WHERE o.replica > r.replica) FROM r WHERE r.replica IS NOT NULL)
       SELECT replica FROM r WHERE replica IS NOT NULL`,
    )
    .map(([replica]) => replica as number)
}

type Posted = Omit<Movement, 'cost'> & {
  id: Id
  micros: number | null
  currency: string | null
  rate: string | null
  rateOn: Day | null
  valueMinor: number | null
}

/**
 * The period is as it was closed again: each entry is taken back on its own day and stands on the first open one instead.
 * Entries that point at each other (an arrival at its departure) go on pointing at each other.
 */
function moveToOpenDay({ tx }: Mender, ids: readonly Id[]): void {
  const entries = tx.all<Posted>(
    `SELECT id, product_id AS productId, warehouse_id AS warehouseId, moved_on AS movedOn, kind, qty_milli AS qtyMilli,
       reverses_id AS reversesId, note, batch_id AS batchId, bin_id AS binId, reason, document_id AS documentId,
       origin_id AS originId, cost_micros AS micros, cost_currency AS currency, cost_rate AS rate, cost_rate_on AS rateOn,
       value_minor AS valueMinor
     FROM stock_movements WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(ids),
  )
  postInSteps(tx, (post) => {
    const moved = new Map<Id, Id>()
    for (const { id, micros, currency, rate, rateOn, valueMinor, ...entry } of entries) {
      const isCosted = micros !== null && currency !== null && valueMinor !== null
      const cost = isCosted ? { micros, currency, rate, rateOn, valueMinor } : null
      post({ ...entry, qtyMilli: -entry.qtyMilli, reversesId: id })
      const originId = entry.originId == null ? null : (moved.get(entry.originId) ?? entry.originId)
      const again = post({ ...entry, originId, cost, movedOn: openDay(tx, entry.movedOn) })
      moved.set(id, again.id)
    }
  })
}
