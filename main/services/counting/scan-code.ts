// A code as a scanner types it: what it stands for, and one more of that counted. A code that nothing stands for is told, and
// nothing is written; where it stands for several things, who scans chooses.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { judged, shownLine } from '#main/services/counting/count-lines.ts'
import { type Count, openCount, openCountOfLine } from '#main/services/counting/count-rows.ts'
import { addCountLine, addToCount } from '#main/services/counting/enter-counts.ts'
import { type SheetLine, sheetLines, sheetLinesByIds } from '#main/services/counting/sheet-lines.ts'
import { isSameCode } from '#main/services/stock/batch-code.ts'
import type { Id } from '#shared/ids.ts'
import type {
  AddCountInput,
  AddCountLineInput,
  CountLine,
  ScanInput,
  Scanned,
  ScannedProduct,
} from '#shared/schemas/counting.ts'

export function scanCode(tx: WriteTx, input: ScanInput): Scanned {
  const count = openCount(tx, input.countId)
  const { lines, products, batch } = found(tx, count, input)
  const [line] = lines
  if (line && lines.length === 1 && products.length === 0) return counted(tx, count, { line, input })
  if (lines.length > 0 || products.length > 1) return choose(tx, count, { code: input.code, lines, products })
  const [product] = products
  if (product) {
    const needsBatch = product.tracking !== 'none' && batch === null
    if (needsBatch) return choose(tx, count, { code: input.code, lines, products })
    return newLine(tx, count, { productId: product.productId, batch, input })
  }
  const bin = binOf(tx, count, input.code)
  return bin ? { status: 'bin', ...bin } : { status: 'unknown', code: input.code }
}

/** More of the line that was chosen. */
export function countMore(tx: WriteTx, input: AddCountInput): Scanned {
  const count = openCountOfLine(tx, input.lineId)
  addToCount(tx, input)
  return { status: 'counted', line: shown(tx, count, input.lineId), isNew: false }
}

/** Something that is not on the sheet, or a batch that was told of what is. */
export function countFound(tx: WriteTx, input: AddCountLineInput): Scanned {
  const count = openCount(tx, input.countId)
  const { lineId, isNew } = addCountLine(tx, input)
  return { status: 'counted', line: shown(tx, count, lineId), isNew }
}

type Found = { lines: SheetLine[]; products: ScannedProduct[]; batch: { id: Id } | null }

/** Lines of the sheet that have the code; else products, one of a batch first. Of several bins the one being counted. */
function found(tx: WriteTx, count: Count, { code, binId }: ScanInput): Found {
  const all = sheetLines(tx, count.id, { show: 'all', search: '' })
  const spelled = all.filter(({ batch }) => batch !== '' && isSameCode(batch, code))
  const exact = spelled.filter(({ batch }) => batch === code)
  const ofBatch = inBin(exact.length > 0 ? exact : spelled, binId)
  if (ofBatch.length > 0) return { lines: ofBatch, products: [], batch: null }
  const ids = new Set(productsByCode(tx, code))
  if (ids.size === 0) return batchElsewhere(tx, code)
  const here = all.filter(({ productId }) => ids.has(productId))
  const lines = inBin(here, binId)
  // A line of another bin does not stand for what lies in this one: there is one to be made for it.
  const onSheet = new Set(lines.map(({ productId }) => productId))
  return {
    lines,
    products: scannedProducts(
      tx,
      [...ids].filter((id) => !onSheet.has(id)),
    ),
    batch: null,
  }
}

/** Where a bin is being counted its lines alone are meant; without one, all. */
function inBin(lines: readonly SheetLine[], binId: Id | null): SheetLine[] {
  return binId === null ? [...lines] : lines.filter((line) => line.binId === binId)
}

/** By SKU or barcode as written; a barcode of 12 digits is the same as that of 13 with a 0 before it. */
function productsByCode(db: ReadDb, code: string): Id[] {
  const codes = /^\d{12}$/.test(code) ? [code, `0${code}`] : /^0\d{12}$/.test(code) ? [code, code.slice(1)] : [code]
  const exact = db.raw(
    `SELECT id FROM live_products WHERE sku = ? AND kind <> 'family'
     UNION SELECT p.id FROM json_each(?) j
       CROSS JOIN product_barcodes b INDEXED BY product_barcodes_by_code ON b.code = j.value AND b.deleted = 0
       CROSS JOIN products p ON p.id = b.product_id WHERE p.deleted = 0 AND p.kind <> 'family'`,
    ...[code, JSON.stringify(codes)],
  )
  // Typed by hand, an SKU may come in other letters.
  const rows =
    exact.length > 0
      ? exact
      : db.raw("SELECT id FROM live_products WHERE sku = ? COLLATE NOCASE AND kind <> 'family'", code)
  return rows.map((row) => row[0] as Id)
}

function batchElsewhere(db: ReadDb, code: string): Found {
  const batches = db.raw(
    `SELECT b.id, b.product_id FROM live_batches b JOIN products p ON p.id = b.product_id AND p.deleted = 0
     WHERE b.code = ? COLLATE NOCASE ORDER BY b.id LIMIT 20`,
    code,
  ) as [Id, Id][]
  const products = scannedProducts(
    db,
    batches.map(([, productId]) => productId),
  )
  const [first] = batches
  return { lines: [], products, batch: batches.length === 1 && first ? { id: first[0] } : null }
}

function scannedProducts(db: ReadDb, ids: readonly Id[]): ScannedProduct[] {
  return db.all<ScannedProduct>(
    `SELECT id AS productId, sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh, unit, tracking
     FROM products WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sku`,
    JSON.stringify(ids),
  )
}

function binOf(db: ReadDb, { warehouseId }: Count, code: string): { binId: Id; code: string } | null {
  const row = db.get<{ binId: Id; code: string }>(
    `SELECT id AS binId, code FROM live_bins WHERE warehouse_id = ? AND code = ? COLLATE NOCASE AND archived = 0
     ORDER BY id LIMIT 1`,
    ...[warehouseId, code],
  )
  return row ?? null
}

function counted(tx: WriteTx, count: Count, { line, input }: { line: SheetLine; input: ScanInput }): Scanned {
  if (line.tracking !== 'none' && line.batchId === null) {
    const products = scannedProducts(tx, [line.productId])
    return choose(tx, count, { code: input.code, lines: [], products })
  }
  if (line.tracking === 'serial' && (line.countedMilli ?? 0) > 0)
    return { status: 'twice', line: shown(tx, count, line.id) }
  addToCount(tx, { lineId: line.id, quantity: line.tracking === 'serial' ? 1 : input.quantity })
  return { status: 'counted', line: shown(tx, count, line.id), isNew: false }
}

type NewLine = { productId: Id; batch: { id: Id } | null; input: ScanInput }

function newLine(tx: WriteTx, count: Count, { productId, batch, input }: NewLine): Scanned {
  const isSerial = scannedProducts(tx, [productId])[0]?.tracking === 'serial'
  const quantity = isSerial ? 1 : input.quantity
  const { lineId, isNew } = addCountLine(tx, { countId: count.id, productId, batch, binId: input.binId, quantity })
  return { status: 'counted', line: shown(tx, count, lineId), isNew }
}

type Choice = { code: string; lines: readonly SheetLine[]; products: ScannedProduct[] }

function choose(db: ReadDb, count: Count, { code, lines, products }: Choice): Scanned {
  return { status: 'choose', code, lines: lines.map(({ id }) => shown(db, count, id)), products }
}

/** The line as the screen shows it. */
function shown(db: ReadDb, count: Count, lineId: Id): CountLine {
  const [line] = judged(db, count, sheetLinesByIds(db, [lineId]))
  if (!line) throw new Error('a line that is not there')
  return shownLine(line, { base: baseCurrency(db), isBlind: count.isBlind })
}
