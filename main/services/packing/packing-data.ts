// What products say about packing. A kit that says nothing itself takes up and weighs what its parts do.
import type { ReadDb } from '#main/db/database.ts'
import { type PackingData, pieceMeasures, type Sides, sorted } from '#main/domain/packing/packing-data.ts'
import { goodsFinder } from '#main/services/dispatch/goods-of-lines.ts'
import type { Id } from '#shared/ids.ts'

type Row = {
  id: Id
  kind: string
  count: number | null
  cartonLength: number | null
  cartonWidth: number | null
  cartonHeight: number | null
  cartonNet: number | null
  cartonGross: number | null
  length: number | null
  width: number | null
  height: number | null
  net: number | null
  gross: number | null
}

/** By product; one that is not there is left out. */
export function packingDataOf(db: ReadDb, productIds: readonly Id[]): Map<Id, PackingData> {
  const found = new Map<Id, PackingData>()
  const kits: Id[] = []
  for (const row of rowsOf(db, productIds)) {
    const data = dataOf(row)
    found.set(row.id, data)
    if (row.kind === 'kit' && pieceMeasures(data).mm3 === null) kits.push(row.id)
  }
  if (kits.length > 0) addParts(db, kits, found)
  return found
}

function rowsOf(db: ReadDb, ids: readonly Id[]): Row[] {
  return db.all<Row>(
    `SELECT p.id, p.kind, p.pieces_per_carton AS count, p.carton_length_mm AS cartonLength, p.carton_width_mm AS cartonWidth,
       p.carton_height_mm AS cartonHeight, p.carton_net_grams AS cartonNet, p.carton_gross_grams AS cartonGross,
       p.length_mm AS length, p.width_mm AS width, p.height_mm AS height, p.net_weight_grams AS net,
       p.gross_weight_grams AS gross FROM json_each(?) j CROSS JOIN products p ON p.id = j.value`,
    JSON.stringify([...new Set(ids)]),
  )
}

function dataOf(row: Row): PackingData {
  return {
    productId: row.id,
    piecesPerCarton: row.count,
    carton: sidesOf(row.cartonLength, row.cartonWidth, row.cartonHeight),
    cartonNetGrams: row.cartonNet,
    cartonGrossGrams: row.cartonGross,
    piece: sidesOf(row.length, row.width, row.height),
    pieceNetGrams: row.net,
    pieceGrossGrams: row.gross,
    parts: null,
  }
}

/** A side of 0 is no size. */
function sidesOf(length: number | null, width: number | null, height: number | null): Sides | null {
  return length && width && height ? [length, width, height] : null
}

function addParts(db: ReadDb, kits: readonly Id[], found: Map<Id, PackingData>): void {
  const goodsOf = goodsFinder(db)
  const partsOf = new Map(kits.map((id) => [id, goodsOf(id, 1000).filter(({ productId }) => productId !== id)]))
  const ids = [...partsOf.values()].flatMap((parts) => parts.map(({ productId }) => productId))
  const data = new Map(rowsOf(db, ids).map((row) => [row.id, dataOf(row)]))
  for (const [id, parts] of partsOf) {
    const kit = found.get(id)
    if (!kit || parts.length === 0) continue
    const measures = parts.map(({ productId, qtyMilli }) => {
      const part = data.get(productId)
      return { share: qtyMilli / 1000, ...(part ? pieceMeasures(part) : nothing) }
    })
    found.set(id, {
      ...kit,
      parts: {
        mm3: sumOf(measures, ({ mm3 }) => mm3),
        netGrams: sumOf(measures, ({ netGrams }) => netGrams),
        grossGrams: sumOf(measures, ({ grams }) => grams),
        piece: largestSides(measures.flatMap(({ sides }) => sides ?? [])),
      },
    })
  }
}

const nothing = { mm3: null, sides: null, netGrams: null, grams: null, isShare: false }
type Measured = ReturnType<typeof pieceMeasures> & { share: number }

function sumOf(parts: readonly Measured[], figure: (part: Measured) => number | null): number | null {
  let sum = 0
  for (const part of parts) {
    const each = figure(part)
    if (each === null) return null
    sum += each * part.share
  }
  return sum
}

/** What a carton must be at least for each of the parts. */
function largestSides(flat: readonly number[]): Sides | null {
  if (flat.length === 0) return null
  const at = (axis: number) => Math.max(...flat.filter((_, index) => index % 3 === axis))
  return sorted([at(0), at(1), at(2)])
}
