// Cartons for lines, as the packing data of their products would have them. Nothing is written: the shipment's parcels are set
// by whoever looked at it.
import type { ReadDb } from '#main/db/database.ts'
import type { CartonRow } from '#main/domain/packing/leftovers.ts'
import type { MixingRule } from '#main/domain/packing/mix-leftovers.ts'
import { proposeCartons } from '#main/domain/packing/propose-cartons.ts'
import { packingDataOf } from '#main/services/packing/packing-data.ts'
import { linesOfShipment } from '#main/services/packing/packing-lines.ts'
import { packingTotals } from '#main/services/packing/packing-totals.ts'
import { shippingSetting } from '#main/services/shipments/shipping-settings.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { PackingProposal, ProposedRow, ProposeInput } from '#shared/schemas/packing.ts'

/** As many rows of cartons as a shipment holds. */
const mostRows = 2000

type Line = { lineId: Id; productId: Id | null; qtyMilli: number }

/** `shipments/not-found` for a shipment that is not there. */
export function proposePacking(db: ReadDb, input: ProposeInput): PackingProposal {
  const lines = linesOf(db, input)
  const data = packingDataOf(
    db,
    lines.flatMap(({ productId }) => productId ?? []),
  )
  const { rows, byHand } = proposeCartons(
    lines.map(({ lineId, productId, qtyMilli }) => ({
      lineId,
      qtyMilli,
      packing: productId === null ? null : (data.get(productId) ?? null),
    })),
    mixingRule(db),
  )
  const parcels = rows.slice(0, mostRows).map(proposedRow)
  const beyond = rows.slice(mostRows).flatMap(({ contents }) => contents)
  return {
    parcels,
    byHand: [...byHand, ...beyond.map((line) => ({ ...line, why: 'too-many' as const }))].map(
      ({ qtyMilli, ...line }) => ({
        ...line,
        quantity: qtyMilli / 1000,
      }),
    ),
    totals: packingTotals(db, parcels),
  }
}

function linesOf(db: ReadDb, input: ProposeInput): Line[] {
  if ('lines' in input)
    return input.lines.map(({ lineId, productId, quantity }) => ({
      lineId: lineId as Id,
      productId: productId as Id | null,
      qtyMilli: toMilli(quantity),
    }))
  return linesOfShipment(db, input.shipmentId).map(({ lineId, productId, qtyMilli, packedMilli }) => ({
    lineId,
    productId,
    qtyMilli: input.onlyLeft ? Math.max(0, qtyMilli - packedMilli) : qtyMilli,
  }))
}

function mixingRule(db: ReadDb): MixingRule {
  const { cartons, fillPercent, mostGrams } = shippingSetting(db, 'mixing')
  const rooms = cartons.map(({ lengthMm, widthMm, heightMm, tareGrams, mostGrams: most }) => ({
    sides: [lengthMm, widthMm, heightMm] as const,
    tareGrams,
    mostGrams: most,
  }))
  return { rooms, fillPercent, mostGrams }
}

function proposedRow({ how, pieces, sides, contents, ...row }: CartonRow): ProposedRow {
  const [lengthMm, widthMm, heightMm] = sides ?? [null, null, null]
  // A net weight above the gross one comes of data that contradict each other: the gross one is weighed, so it counts.
  const isWrong = row.netGrams !== null && row.grossGrams !== null && row.netGrams > row.grossGrams
  return {
    packaging: 'carton',
    ...{ how, pieces, lengthMm, widthMm, heightMm },
    netGrams: isWrong ? null : row.netGrams,
    grossGrams: row.grossGrams === null ? null : Math.round(row.grossGrams),
    isWeightGuessed: row.isWeightGuessed,
    contents: contents.map(({ lineId, qtyMilli }) => ({ lineId, quantity: qtyMilli / 1000 })),
  }
}
