// What costing found of one product, as the rows of the derived tables: the same shape to write them and to check them.
import type { CostEntry, CostRun, CostState, ValueRow } from '#main/domain/costing/cost-types.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type Cell = string | number | null

/** The rows of one table for one product, as arrays in the order of `columns`; the first `keys` of them are its key. */
export type TableRows = { readonly table: CostTable; readonly rows: readonly (readonly Cell[])[] }

export const costTables = {
  stock_values: {
    columns: 'product_id warehouse_id valued_on movement_id cause kind qty_milli value_minor uncosted_milli'.split(' '),
    keys: 5,
  },
  stock_layers: {
    columns: 'product_id warehouse_id position layer_id layer_on brought_by batch_id qty_milli value_minor'.split(' '),
    keys: 3,
  },
  issue_costs: {
    columns: 'product_id movement_id position layer_id layer_on qty_milli value_minor'.split(' '),
    keys: 3,
  },
  stock_cost_states: {
    columns: 'product_id warehouse_id settled_on method receipt_value_minor receipt_qty_milli'.split(' '),
    keys: 2,
  },
} as const

export type CostTable = keyof typeof costTables

export function valueRows(productId: Id, rows: readonly ValueRow[], entries: readonly CostEntry[]): TableRows {
  const kinds = new Map(entries.map(({ id, kind }) => [id, kind]))
  return {
    table: 'stock_values',
    rows: rows.map((row) => [
      ...[productId, row.warehouseId, row.on, row.entryId, row.cause, kinds.get(row.entryId) ?? ''],
      ...[row.qtyMilli, row.valueMinor, row.uncostedMilli],
    ]),
  }
}

/** A movement out has its parcels in the order in which it took them. */
export function issueCostRows(productId: Id, { issueCosts }: CostRun): TableRows {
  const positions = new Map<Id, number>()
  return {
    table: 'issue_costs',
    rows: issueCosts.map(({ entryId, layerId, on, qtyMilli, valueMinor }) => {
      const position = positions.get(entryId) ?? 0
      positions.set(entryId, position + 1)
      return [productId, entryId, position, layerId, on, qtyMilli, valueMinor]
    }),
  }
}

/** Numbered from the first on, so that any copy of the book has the same rows. */
export function layerRows(productId: Id, { places }: CostState): TableRows {
  return {
    table: 'stock_layers',
    rows: places.flatMap(({ warehouseId, layers }) =>
      layers.map(({ layerId, on, broughtBy, batchId, qtyMilli, valueMinor }, position) => [
        ...[productId, warehouseId, position, layerId, on, broughtBy, batchId, qtyMilli, valueMinor],
      ]),
    ),
  }
}

/** `settledOn`: on this day or later a movement can be added to the state without looking back. */
export function stateRows(productId: Id, { method, places, lastReceipt }: CostState, settledOn: Day | null): TableRows {
  const receipt = (cost: CostState['lastReceipt']) => [cost?.valueMinor ?? null, cost?.qtyMilli ?? null]
  return {
    table: 'stock_cost_states',
    rows: [
      [productId, 0, settledOn, method, ...receipt(lastReceipt)],
      ...places
        .filter((place) => place.lastReceipt !== null)
        .map((place) => [productId, place.warehouseId, null, null, ...receipt(place.lastReceipt)]),
    ],
  }
}

export type BalanceValue = { valueMinor: number | null; uncostedMilli: number }

/** What is on hand in a place is worth this; null where of nothing of it a cost is known. */
export function balanceValues({ places }: CostState): Map<Id, BalanceValue> {
  return new Map(
    places.map(({ warehouseId, layers }) => {
      const costed = layers.filter((layer) => layer.valueMinor !== null)
      const uncostedMilli = layers.reduce((sum, layer) => sum + (layer.valueMinor === null ? layer.qtyMilli : 0), 0)
      const isUnknown = costed.length === 0 && uncostedMilli !== 0
      const valueMinor = isUnknown ? null : costed.reduce((sum, layer) => sum + (layer.valueMinor ?? 0), 0)
      return [warehouseId, { valueMinor, uncostedMilli }]
    }),
  )
}
