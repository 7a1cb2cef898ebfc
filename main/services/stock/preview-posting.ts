// What a posting would change of what was already told: balances of later days, costs of later issues, what stock is worth.
// Told from the rows before and after the posting itself, in a transaction that is taken back.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { postAny } from '#main/services/stock/post-any.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import type { PostedDocument, StockPreview } from '#shared/schemas/stock-documents.ts'
import type { StockPosting } from '#shared/schemas/stock-postings.ts'

const shown = 50

/** Writes nothing that stays: the posting is tried and taken back. Throws what the posting itself would. */
export function previewPosting(tx: WriteTx, posting: StockPosting): StockPreview {
  return previewOf(tx, () => postAny(tx, posting))
}

/** The same of any work that posts. */
export function previewOf(tx: WriteTx, post: () => Pick<PostedDocument, 'warnings'>): StockPreview {
  const tried = tx.attempt(
    () => {
      const before = tx.nextId()
      const { warnings } = post()
      const own = ownMovements(tx, before)
      return { own, warnings, ...laterBalances(tx, own), after: snapshotOf(tx, own) }
    },
    () => false,
  )
  const { own, after, ...rest } = tried
  const base = baseCurrency(tx)
  const before = snapshotOf(tx, own)
  const stockValue = { before: minorText(before.valueMinor, base), after: minorText(after.valueMinor, base) }
  return { ...rest, ...changedCosts(tx, { before, after, base }), stockValue, baseCurrency: base }
}

/** What was posted since an id was drawn. */
function ownMovements(tx: WriteTx, before: Id): Own[] {
  return tx.all<Own>(
    `SELECT id, product_id AS productId, warehouse_id AS warehouseId, moved_on AS movedOn, qty_milli AS qtyMilli
     FROM stock_movements WHERE id > ? AND id < ?`,
    ...[before, tx.nextId()],
  )
}

/** What movements out are worth that are dated after the posting, and what the products concerned are; null: not known. */
type Snapshot = { costs: Map<Id, number | null>; valueMinor: number | null }

function snapshotOf(db: ReadDb, own: readonly Own[]): Snapshot {
  const products = JSON.stringify([...new Set(own.map(({ productId }) => productId))])
  const from = own.map(({ movedOn }) => movedOn).sort()[0] ?? ''
  const rows = db.raw(
    `SELECT v.movement_id, -sum(v.value_minor), sum(v.uncosted_milli) FROM json_each(?) j
     CROSS JOIN stock_movements m INDEXED BY stock_movements_by_product ON m.product_id = j.value
     CROSS JOIN stock_values v INDEXED BY stock_values_by_movement ON v.movement_id = m.id
     WHERE m.moved_on > ? AND m.qty_milli < 0 AND m.kind <> 'transfer' AND m.reverses_id IS NULL GROUP BY v.movement_id`,
    ...[products, from],
  ) as [Id, number, number][]
  const worth = db.get<{ minor: number | null }>(
    'SELECT sum(value_minor) AS minor FROM stock_balances WHERE product_id IN (SELECT value FROM json_each(?))',
    products,
  )
  const costs = new Map(rows.map(([id, minor, uncosted]) => [id, uncosted === 0 ? minor : null]))
  return { costs, valueMinor: worth?.minor ?? null }
}

type Sides = { before: Snapshot; after: Snapshot; base: string }

function changedCosts(db: ReadDb, { before, after, base }: Sides): Pick<StockPreview, 'costs' | 'costCount'> {
  const changed = [...before.costs].filter(([id, minor]) => after.costs.has(id) && after.costs.get(id) !== minor)
  const costs = changed.slice(0, shown).flatMap(([id, minor]) => {
    const row = db.get<Pick<StockPreview['costs'][number], 'movementId' | 'on' | 'kind' | 'sku' | 'documentNumber'>>(
      `SELECT m.id AS movementId, m.moved_on AS "on", m.kind, p.sku, coalesce(d.number, '') AS documentNumber
       FROM stock_movements m JOIN products p ON p.id = m.product_id
       LEFT JOIN stock_documents d ON d.id = m.document_id WHERE m.id = ?`,
      id,
    )
    return row ? [{ ...row, before: minorText(minor, base), after: minorText(after.costs.get(id) ?? null, base) }] : []
  })
  return { costs, costCount: changed.length }
}

type Own = { id: Id; productId: Id; warehouseId: Id; movedOn: Day; qtyMilli: number }
type Balances = Pick<StockPreview, 'isBackdated' | 'balances' | 'balanceCount'>

/** Days after the posting on which something moved, with what was on hand at their end. */
function laterBalances(db: ReadDb, own: readonly Own[]): Balances {
  const pairs = [...Map.groupBy(own, ({ productId, warehouseId }) => `${productId} ${warehouseId}`).values()]
  const changed = pairs.flatMap((pair) => changedDays(db, pair))
  return { isBackdated: changed.length > 0, balances: changed.slice(0, shown), balanceCount: changed.length }
}

function changedDays(db: ReadDb, pair: readonly Own[]): StockPreview['balances'] {
  const [first] = pair
  if (!first) return []
  const from = pair.map(({ movedOn }) => movedOn).reduce((one, other) => (one < other ? one : other))
  const later = db.raw(
    `SELECT moved_on, sum(qty_milli) FROM stock_movements INDEXED BY stock_movements_by_product
     WHERE product_id = ? AND warehouse_id = ? AND moved_on > ? GROUP BY moved_on ORDER BY moved_on`,
    ...[first.productId, first.warehouseId, from],
  ) as [Day, number][]
  const words = wordsOf(db, first)
  let milli = later.reduce((left, [, moved]) => left - moved, words.milli)
  return later.flatMap(([on, moved]) => {
    milli += moved
    const delta = pair.reduce((sum, { movedOn, qtyMilli }) => (movedOn <= on ? sum + qtyMilli : sum), 0)
    const isOwnDay = pair.some(({ movedOn }) => movedOn === on)
    const { milli: _, ...names } = words
    return delta === 0 || isOwnDay ? [] : [{ ...names, on, before: (milli - delta) / 1000, after: milli / 1000 }]
  })
}

type Words = Omit<StockPreview['balances'][number], 'on' | 'before' | 'after'> & { milli: number }

function wordsOf(db: ReadDb, { productId, warehouseId }: Own): Words {
  const row = db.get<Words>(
    `SELECT b.product_id AS productId, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit,
       b.warehouse_id AS warehouseId, w.name AS warehouse, b.on_hand_milli AS milli
     FROM stock_balances b JOIN products p ON p.id = b.product_id JOIN warehouses w ON w.id = b.warehouse_id
     WHERE b.product_id = ? AND b.warehouse_id = ?`,
    ...[productId, warehouseId],
  )
  if (!row) throw new Error('a movement without its balance')
  return row
}
