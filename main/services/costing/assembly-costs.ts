// What goods cost that were put together out of others, or taken apart: exactly what went in, the same to the minor unit. The
// value goes over from product to product, so parts are costed before what is made of them.
import type { ReadDb } from '#main/db/database.ts'
import type { LateCost } from '#main/domain/costing/cost-types.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { allocateMinor } from '#shared/money.ts'

type AssemblyCost = {
  /** Null where the cost of any part is not known. */
  valueMinor: number | null
  /** What was added to the parts after they were used. */
  lateCosts: LateCost[]
}

type Made = { readonly id: Id; readonly documentId: Id | null }

/** By movement in. Movements that take an assembly back play no part: they have the cost of what they take back. */
export function assemblyCosts(db: ReadDb, made: readonly Made[]): Map<Id, AssemblyCost> {
  const documents = new Set(made.flatMap(({ documentId }) => (documentId === null ? [] : [documentId])))
  return new Map([...documents].flatMap((document) => [...costsOfDocument(db, document)]))
}

type Result = { id: Id; on: Day; qtyMilli: number; costMicros: number | null }

/** What was taken back on its own day never was: posted again (a redo, another product), the value is that of the new one. */
const standsSql = `(SELECT iif(count(*) = 1, max(r.moved_on), '') FROM stock_movements r INDEXED BY stock_movements_reversals
  WHERE r.reverses_id = m.id) <> m.moved_on`

function costsOfDocument(db: ReadDb, documentId: Id): Map<Id, AssemblyCost> {
  const results = db.all<Result>(
    `SELECT m.id, m.moved_on AS "on", m.qty_milli AS qtyMilli, m.cost_micros AS costMicros
     FROM stock_movements m INDEXED BY stock_movements_by_document
     WHERE m.document_id = ? AND m.kind = 'assembly' AND m.qty_milli > 0 AND m.reverses_id IS NULL AND ${standsSql}
     ORDER BY m.id`,
    documentId,
  )
  const spent = spentOn(db, documentId)
  return new Map(
    [...Map.groupBy(results, ({ on }) => on)].flatMap(([on, made]) => [...costsOfDay(made, spentBy(spent, on))]),
  )
}

function costsOfDay(results: readonly Result[], { spentMinor, later }: Spent): Map<Id, AssemblyCost> {
  const values = spentMinor === null ? results.map(() => null) : shares(spentMinor, results)
  const late = later.map(({ on, amountMinor }) => ({ on, parts: shares(amountMinor, results) }))
  return new Map(
    results.map(({ id }, index) => [
      id,
      {
        valueMinor: values[index] ?? null,
        lateCosts: late
          .map(({ on, parts }) => ({ receiptId: id, on, amountMinor: parts[index] ?? 0 }))
          .filter(({ amountMinor }) => amountMinor !== 0),
      },
    ]),
  )
}

type Spent = { spentMinor: number | null; later: { on: Day; amountMinor: number }[] }

type SpentRow = { movedOn: Day; on: Day; isLater: 0 | 1; valueMinor: number; uncostedMilli: number }

/** What the document took out, per day on which it did: a redo in an open period has another day than what it repeats. */
function spentOn(db: ReadDb, documentId: Id): SpentRow[] {
  return db.all<SpentRow>(
    `SELECT m.moved_on AS movedOn, v.valued_on AS "on", v.cause <> 'movement' AS isLater, -sum(v.value_minor) AS valueMinor,
       sum(v.uncosted_milli) AS uncostedMilli
     FROM stock_movements m INDEXED BY stock_movements_by_document
     CROSS JOIN stock_values v INDEXED BY stock_values_by_movement ON v.movement_id = m.id
     WHERE m.document_id = ? AND m.kind = 'assembly' AND m.qty_milli < 0 AND m.reverses_id IS NULL AND v.cause <> 'variance'
     GROUP BY m.moved_on, v.valued_on, isLater ORDER BY m.moved_on, v.valued_on`,
    documentId,
  )
}

/** Of the day itself; a result alone on its day replaces one of an earlier day, and has what went into that. */
function spentBy(spent: readonly SpentRow[], day: Day): Spent {
  const from = spent.findLast(({ movedOn }) => movedOn <= day)?.movedOn
  const rows = spent.filter(({ movedOn }) => movedOn === from)
  const first = rows.filter(({ isLater }) => isLater === 0)
  const isKnown = first.length > 0 && first.every(({ uncostedMilli }) => uncostedMilli === 0)
  return {
    spentMinor: isKnown ? first.reduce((sum, { valueMinor }) => sum + valueMinor, 0) : null,
    later: rows.flatMap(({ on, isLater, valueMinor }) =>
      isLater === 1 && valueMinor !== 0 ? [{ on, amountMinor: valueMinor }] : [],
    ),
  }
}

/**
 * Taken apart, the value goes to the parts as their unit costs stood to one another when it was posted; where one of them had
 * none, by quantity.
 */
function shares(totalMinor: number, results: readonly Result[]): number[] {
  const quantities = results.map(({ qtyMilli }) => qtyMilli)
  const costs = results.map(({ costMicros }) => costMicros)
  const byCost = costs.every((cost) => cost !== null)
    ? allocateMinor(
        totalMinor,
        costs.map((cost, index) => new Decimal(cost).times(quantities[index] ?? 0).toFixed()),
      )
    : null
  return byCost ?? allocateMinor(totalMinor, quantities) ?? []
}
