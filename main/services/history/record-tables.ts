// Which tables make up a record: its own, and those whose rows belong to it and to nothing else.
import type { historyEntities } from '#shared/schemas/history.ts'

export type HistoryEntity = (typeof historyEntities)[number]

/** A child table and the column that names its record. */
export type ChildTable = { table: string; owner: string }

export const recordTables: Readonly<Record<HistoryEntity, { table: string; children: readonly ChildTable[] }>> = {
  product: {
    table: 'products',
    children: [
      { table: 'product_barcodes', owner: 'product_id' },
      { table: 'kit_parts', owner: 'kit_id' },
      { table: 'product_pictures', owner: 'product_id' },
    ],
  },
  party: {
    table: 'parties',
    children: [
      { table: 'contacts', owner: 'party_id' },
      { table: 'addresses', owner: 'party_id' },
    ],
  },
  order: { table: 'sales_orders', children: [{ table: 'order_lines', owner: 'order_id' }] },
  rate: { table: 'rates', children: [] },
  category: { table: 'categories', children: [] },
}
