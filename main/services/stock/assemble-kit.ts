// A kit put together: its parts go out and it comes in, worth what they were. Taken apart: the other way round.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { costConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type RateFinder, rateFinder } from '#main/services/rates/rate-finder.ts'
import { chosenBatch } from '#main/services/stock/batch-choice.ts'
import { postDocument } from '#main/services/stock/post-document.ts'
import type { MovementCost } from '#main/services/stock/stock-ledger.ts'
import { openPlace } from '#main/services/stock/stock-places.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { microsFromDecimal, minorToDecimal } from '#shared/money.ts'
import { toMilli } from '#shared/quantity.ts'
import type { PostedDocument } from '#shared/schemas/stock-documents.ts'
import type { AssembleInput, BatchChoice } from '#shared/schemas/stock-postings.ts'

export function assembleKit(tx: WriteTx, input: AssembleInput): PostedDocument {
  const { kitId, quantity, isTakingApart, batch, binId, parts: told, ...head } = input
  const { warehouseId } = head
  openPlace(tx, warehouseId)
  const parts = told.length > 0 ? told.map(toldPart) : partsOf(tx, kitId, toMilli(quantity))
  const reason = isTakingApart ? 'take_apart' : 'assemble'
  const sign = isTakingApart ? 1 : -1
  const measure = isTakingApart ? measureOf(tx, head.on) : () => null
  return postDocument(tx, { kind: 'assembly', ...head, reason }, (post) => {
    const moveKit = () => {
      const batchId = chosenBatch(tx, kitId, batch)
      post({ productId: kitId, warehouseId, qtyMilli: -sign * toMilli(quantity), batchId, binId, reason })
    }
    // What goes out is posted before what comes of it: costs go over in this order.
    if (isTakingApart) moveKit()
    for (const part of parts) {
      const batchId = chosenBatch(tx, part.productId, part.batch)
      const { productId, qtyMilli } = part
      post({
        productId,
        warehouseId,
        qtyMilli: sign * qtyMilli,
        batchId,
        binId: part.binId,
        reason,
        cost: measure(productId),
      })
    }
    if (!isTakingApart) moveKit()
  })
}

type Part = { productId: Id; qtyMilli: number; batch: BatchChoice; binId: Id | null }

function toldPart({ quantity, ...part }: AssembleInput['parts'][number]): Part {
  return { ...part, qtyMilli: toMilli(quantity) }
}

/** What so many of the kit are made of; `stock/not-a-kit` where it has no parts. */
function partsOf(db: ReadDb, kitId: Id, qtyMilli: number): Part[] {
  const rows = db.raw(
    `SELECT k.part_id, k.qty_milli FROM live_kit_parts k JOIN products p ON p.id = k.kit_id AND p.kind = 'kit'
     WHERE k.kit_id = ? ORDER BY k.id`,
    kitId,
  ) as [Id, number][]
  if (rows.length === 0) throw new AppError('stock/not-a-kit', { field: 'kitId' })
  return rows.map(([productId, each]) => ({
    productId,
    qtyMilli: Math.round((qtyMilli * each) / 1000),
    batch: null,
    binId: null,
  }))
}

/** By what the value of a kit goes to its parts: their cost prices in base currency. It is no cost of theirs. */
function measureOf(tx: WriteTx, on: Day): (productId: Id) => MovementCost | null {
  const base = baseCurrency(tx)
  const findRate = rateFinder(tx)
  return (productId) => {
    const micros = baseMicros(tx, findRate, { productId, base, on })
    return micros === null ? null : { micros, currency: base, rate: null, rateOn: null, valueMinor: null }
  }
}

type Asked = { productId: Id; base: string; on: Day }

function baseMicros(tx: WriteTx, findRate: RateFinder, { productId, base, on }: Asked): number | null {
  const row = tx.get<{ micros: number | null; currency: string }>(
    'SELECT cost_micros AS micros, cost_currency AS currency FROM products WHERE id = ?',
    productId,
  )
  if (!row || row.micros === null) return null
  if (row.currency === base) return row.micros
  const found = findRate(row.currency, base, on)
  if (found.status !== 'ok') return null
  // A thousand of them, so that little is lost by rounding to minor units.
  const minor = costConverter(base, found.by)(row.micros, 1_000_000)
  return Math.round(microsFromDecimal(minorToDecimal(minor, base)) / 1000)
}
