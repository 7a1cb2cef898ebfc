// What a charge is split over, and by which measure of the goods. A measure that somebody still has to enter is asked for by the
// product's name; no other one is taken in its place.
import type { ReadDb } from '#main/db/database.ts'
import { allocateCharge, type ChargedLine, type ChargeRefusal } from '#main/domain/allocation/allocate-charge.ts'
import { volumetricWeight } from '#main/domain/weights/chargeable-weight.ts'
import { toldValues } from '#main/services/costing/cost-history.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { Decimal } from '#shared/decimal.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { typedMinor } from '#shared/money.ts'
import type { LandedCostInput } from '#shared/schemas/costing.ts'

export type ChargedMovement = {
  id: Id
  productId: Id
  sku: string
  name: string
  nameZh: string
  unit: string
  qtyMilli: number
  valueMinor: number | null
  grossWeightGrams: number | null
  lengthMm: number | null
  widthMm: number | null
  heightMm: number | null
}

/** What was moved from another place is worth what it left at, as far as all of it has a cost. */
const worth = `iif(m.kind <> 'transfer', m.value_minor, (SELECT iif(v.uncosted_milli = 0, v.value_minor, NULL) FROM stock_values v
  INDEXED BY stock_values_by_movement WHERE v.movement_id = m.id AND v.cause = 'movement'))`

/** What came in by a receipt, or arrived by a transfer, and stands. `costing/nothing-received` where there is none. */
export function chargedMovements(db: ReadDb, documentId: Id): ChargedMovement[] {
  const document = db.get<{ kind: string }>('SELECT kind FROM live_stock_documents WHERE id = ?', documentId)
  if (!document) throw new AppError('stock/document-not-found')
  const rows = db.all<ChargedMovement>(
    `SELECT m.id, m.product_id AS productId, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh,
       p.unit, m.qty_milli AS qtyMilli, ${worth} AS valueMinor, p.gross_weight_grams AS grossWeightGrams,
       p.length_mm AS lengthMm, p.width_mm AS widthMm, p.height_mm AS heightMm
     FROM stock_movements m INDEXED BY stock_movements_by_document JOIN products p ON p.id = m.product_id
     WHERE m.document_id = ? AND m.qty_milli > 0 AND m.reverses_id IS NULL AND m.warehouse_id <> ${transitWarehouse}
       AND m.kind IN ('receipt', 'opening', 'assembly', 'transfer')
       AND NOT EXISTS (SELECT 1 FROM stock_movements t INDEXED BY stock_movements_reversals WHERE t.reverses_id = m.id)
     ORDER BY m.id`,
    documentId,
  )
  if (rows.length === 0) throw new AppError('costing/nothing-received')
  const told = toldValues(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, valueMinor: row.valueMinor ?? told.get(row.id) ?? null }))
}

type Split = Pick<LandedCostInput, 'splitBy' | 'divisor' | 'parts' | 'currency'> & {
  baseMinor: number
  amountMinor: number
}

/** Each line's share in minor units of base currency; together they are the charge. */
export function sharesOfCharge(split: Split, movements: readonly ChargedMovement[]): readonly number[] {
  const { splitBy, baseMinor } = split
  if (splitBy === 'by_hand') return sharesByHand(split, movements)
  const lines = movements.map((movement) => measures(movement, split.divisor))
  return partsOf(allocateCharge({ amountMinor: baseMinor, by: splitBy }, lines), split, movements)
}

/** Parts are told in the charge's own currency; in base currency they divide as they stand to one another. */
function sharesByHand(
  { parts, currency, amountMinor, baseMinor }: Split,
  movements: readonly ChargedMovement[],
): readonly number[] {
  const told = new Map(
    parts.map(({ movementId, amount }, at) => [
      movementId,
      atField(`parts.${at}.amount`, () => typedMinor(amount, currency)),
    ]),
  )
  const lines = movements.map(({ id }) => ({ byHandMinor: told.get(id) ?? null }))
  const split = { splitBy: 'by_hand' as const, amountMinor, currency }
  const own = partsOf(allocateCharge({ amountMinor, by: 'by_hand' }, lines), split, movements)
  const isStranger = parts.some(({ movementId }) => !movements.some(({ id }) => id === movementId))
  if (isStranger) throw new AppError('costing/parts-differ', { field: 'parts' })
  const sign = Math.sign(amountMinor)
  const weights = own.map((minor) => ({ value: minor * sign }))
  return partsOf(allocateCharge({ amountMinor: baseMinor, by: 'value' }, weights), split, movements)
}

/** Of the whole line, as decimal text in one unit for all lines. */
function measures(movement: ChargedMovement, divisor: number): ChargedLine {
  const { qtyMilli, valueMinor, grossWeightGrams, lengthMm, widthMm, heightMm } = movement
  const ofAll = (each: number | string | null) =>
    each === null ? null : new Decimal(each).times(qtyMilli).div(1000).toFixed()
  const sides = [lengthMm, widthMm, heightMm]
  const isMeasured = sides.every((side) => side !== null)
  const volume = isMeasured ? sides.reduce((product, side) => product.times(side), new Decimal(1)).toFixed() : null
  const centimetres = (side: number | null) => (side === null ? null : new Decimal(side).div(10).toFixed())
  const volumetric = volumetricWeight(
    { length: centimetres(lengthMm), width: centimetres(widthMm), height: centimetres(heightMm) },
    { divisor, roundsSides: false },
  )
  return {
    value: valueMinor,
    quantity: qtyMilli,
    weight: ofAll(grossWeightGrams),
    volume: ofAll(volume),
    volumetricWeight: ofAll(volumetric === null ? null : new Decimal(volumetric).times(1000).toFixed()),
  }
}

type Answer = ReturnType<typeof allocateCharge>

function partsOf(
  answer: Answer,
  split: { splitBy: LandedCostInput['splitBy']; amountMinor: number },
  movements: readonly ChargedMovement[],
): readonly number[] {
  if ('partsMinor' in answer) return answer.partsMinor
  throw refusalOf(answer.refused, split.splitBy, movements)
}

function refusalOf(refused: ChargeRefusal, splitBy: string, movements: readonly ChargedMovement[]): AppError {
  const name = (at: number | undefined) => movements[at ?? 0]?.sku ?? ''
  switch (refused.why) {
    case 'missing':
      if (splitBy === 'by_hand')
        return new AppError('costing/part-missing', { product: name(refused.lines[0]), field: 'parts' })
      return new AppError(missingCodes[splitBy] ?? 'costing/no-measure', {
        product: name(refused.lines[0]),
        others: refused.lines.length - 1,
        field: 'splitBy',
      })
    case 'negative':
      return new AppError('costing/parts-differ', { field: 'parts' })
    case 'zero':
      return new AppError('costing/no-measure', { field: 'splitBy' })
    case 'differs':
      return new AppError('costing/parts-differ', { field: 'parts' })
  }
}

const missingCodes: Readonly<Record<string, string>> = {
  value: 'costing/no-value',
  weight: 'costing/no-weight',
  volume: 'costing/no-size',
  chargeable_weight: 'costing/no-weight-or-size',
}
