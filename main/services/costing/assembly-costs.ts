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

type Result = { id: Id; qtyMilli: number; costMicros: number | null }

function costsOfDocument(db: ReadDb, documentId: Id): Map<Id, AssemblyCost> {
  const results = db.all<Result>(
    `SELECT id, qty_milli AS qtyMilli, cost_micros AS costMicros FROM stock_movements INDEXED BY stock_movements_by_document
     WHERE document_id = ? AND kind = 'assembly' AND qty_milli > 0 AND reverses_id IS NULL ORDER BY id`,
    documentId,
  )
  const { spentMinor, later } = spentOn(db, documentId)
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

function spentOn(db: ReadDb, documentId: Id): Spent {
  const rows = db.all<{ on: Day; isLater: 0 | 1; valueMinor: number; uncostedMilli: number }>(
    `SELECT v.valued_on AS "on", v.cause <> 'movement' AS isLater, -sum(v.value_minor) AS valueMinor,
       sum(v.uncosted_milli) AS uncostedMilli
     FROM stock_movements m INDEXED BY stock_movements_by_document
     CROSS JOIN stock_values v INDEXED BY stock_values_by_movement ON v.movement_id = m.id
     WHERE m.document_id = ? AND m.kind = 'assembly' AND m.qty_milli < 0 AND m.reverses_id IS NULL AND v.cause <> 'variance'
     GROUP BY v.valued_on, isLater ORDER BY v.valued_on`,
    documentId,
  )
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
