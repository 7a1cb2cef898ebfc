// The cells of the product list that can be changed where they stand.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { readProductStatus } from '#main/domain/import/cells/read-words.ts'
import { keepBarcodes } from '#main/services/catalog/product-commands.ts'
import {
  choiceCell,
  countryCell,
  flagCell,
  type NamedRecord,
  percentCell,
  priceCell,
  priceCurrencyCell,
  quantityCell,
  referenceCell,
  textCell,
  wholeCell,
} from '#main/services/lists/cell-columns.ts'
import {
  type CellContext,
  type CellList,
  type CellRow,
  type EditableColumn,
  refused,
  remember,
  rowsOf,
} from '#main/services/lists/cell-list.ts'
import { recostOrders, recostProduct } from '#main/services/orders/line-costs.ts'
import { findParties } from '#main/services/parties/party-cells.ts'
import type { Id } from '#shared/ids.ts'
import { productInput } from '#shared/schemas/catalog.ts'

const { shape } = productInput
const price = { micros: 'price_micros', currency: 'price_currency', sibling: 'priceCurrency' }
const cost = { micros: 'cost_micros', currency: 'cost_currency', sibling: 'costCurrency' }

const sku: EditableColumn = {
  ...textCell('sku', shape.sku),
  unique: {
    values: (row) => [String(row.sku)],
    holders: (db, value) => db.raw('SELECT id FROM live_products WHERE sku = ?', value).map(([id]) => id as Id),
    refusal: (value) => ({ code: 'catalog/sku-taken', details: { sku: value } }),
  },
}

/** Several codes stand with commas between them. */
const barcodes: EditableColumn = {
  reads: ['barcodes'],
  text: (row) => codesOf(row).join(', '),
  canBeEmpty: true,
  read: (text) => {
    const codes = [...new Set(text.split(/[,;\s、，；]+/).filter((code) => code !== ''))]
    if (!shape.barcodes.safeParse(codes).success) return refused('cells/too-long')
    return { patch: { '~barcodes': JSON.stringify(codes) } }
  },
  unique: {
    values: codesOf,
    holders: (db, value) =>
      db.raw('SELECT product_id FROM live_product_barcodes WHERE code = ?', value).map(([id]) => id as Id),
    refusal: (value) => ({ code: 'cells/barcode-taken', details: { barcode: value } }),
  },
}

function codesOf(row: CellRow): string[] {
  return JSON.parse(String(row.barcodes)) as string[]
}

const added = {
  category: `coalesce((SELECT coalesce(nullif(c.name_en, ''), c.name_zh) FROM categories c WHERE c.id = r.category_id), '')`,
  supplier: `coalesce((SELECT s.name FROM parties s WHERE s.id = r.supplier_id), '')`,
  barcodes: `(SELECT json_group_array(code) FROM (SELECT b.code FROM live_product_barcodes b WHERE b.product_id = r.id
    ORDER BY b.position, b.id))`,
}

export const productCells: CellList = {
  table: 'products',
  columns: {
    sku,
    nameEn: textCell('name_en', shape.nameEn),
    nameZh: textCell('name_zh', shape.nameZh),
    variantLabel: textCell('variant_label', shape.variantLabel),
    category: referenceCell(
      { id: 'category_id', name: 'category' },
      { find: findCategories, unknown: 'known-category' },
    ),
    unit: textCell('unit', shape.unit),
    barcodes,
    hsCode: textCell('hs_code', shape.hsCode),
    originCountry: countryCell('origin_country'),
    price: priceCell(price),
    priceCurrency: priceCurrencyCell(price),
    cost: priceCell(cost),
    costCurrency: priceCurrencyCell(cost),
    moq: quantityCell('moq_milli'),
    reorderPoint: quantityCell('reorder_milli'),
    orderMultiple: quantityCell('order_multiple_milli', 1),
    leadTimeDays: wholeCell('lead_time_days', { max: 3650 }),
    supplier: referenceCell(
      { id: 'supplier_id', name: 'supplier' },
      { find: (text, context) => findParties(context, 'supplier', text), unknown: 'known-supplier' },
    ),
    status: choiceCell('status', readProductStatus),
    noSale: flagCell('no_sale'),
    netWeightGrams: wholeCell('net_weight_grams'),
    grossWeightGrams: wholeCell('gross_weight_grams'),
    piecesPerCarton: wholeCell('pieces_per_carton', { min: 1 }),
    vatRatePercent: percentCell('vat_rate_ppm'),
    refundRatePercent: percentCell('refund_rate_ppm'),
    note: textCell('note', shape.note),
  },
  keys: [['sku']],
  rows: rowsOf({ table: 'products', own: ['sku'], added }),
  nameOf: (row) => String(row.sku),
  allKeys: (db) => db.raw('SELECT id, sku FROM live_products') as [Id, string][],
  foldKey: (_column, text) => text.trim(),
  writeRest: (tx, id, patch) => {
    const codes = patch['~barcodes']
    if (typeof codes === 'string') keepBarcodes(tx, id, JSON.parse(codes) as string[])
  },
  settle,
}

/** Beyond so many products one pass over all sold lines is quicker than one look for each. */
const fewProducts = 200

function settle(tx: WriteTx, ids: readonly Id[], columns: ReadonlySet<string>): void {
  if (!columns.has(cost.micros) && !columns.has(cost.currency)) return
  if (ids.length > fewProducts) recostOrders(tx, 'all')
  else for (const id of ids) recostProduct(tx, id)
}

type Category = NamedRecord & { nameEn: string; nameZh: string }

/** Living categories by their name in either language, in whatever letter case. */
function findCategories(text: string, context: CellContext): readonly NamedRecord[] {
  const all = remember(context, 'categories', () => listed(context.db))
  const wanted = text.toLowerCase()
  return all.filter(({ nameEn, nameZh }) => nameEn.toLowerCase() === wanted || nameZh.toLowerCase() === wanted)
}

function listed(db: ReadDb): Category[] {
  return db.all<Category>(
    `SELECT id, coalesce(nullif(name_en, ''), name_zh) AS name, name_en AS nameEn, name_zh AS nameZh FROM live_categories
     WHERE archived = 0`,
  )
}
