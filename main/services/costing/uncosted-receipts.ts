// Goods that came in without a cost: whose value nobody knows until it is told.
import type { ReadDb } from '#main/db/database.ts'
import { microsToDecimal } from '#shared/money.ts'
import type { UncostedInput, UncostedReceipt } from '#shared/schemas/costing.ts'

/** Kinds of movements that bring goods from outside. Found goods have the last known cost; one can be told all the same. */
export const toldKinds = ['opening', 'receipt', 'adjustment', 'count', 'customer_return'] as const

type Row = Omit<UncostedReceipt, 'told' | 'costPrice' | 'quantity'> & {
  qtyMilli: number
  toldMicros: number | null
  toldCurrency: string | null
  toldOn: string | null
  costMicros: number | null
  costCurrency: string | null
}

/** The newest first. */
export function uncostedReceipts(db: ReadDb, input: UncostedInput): { rows: UncostedReceipt[]; total: number } {
  const { from, params } = uncostedSql(input)
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, ...params)?.n ?? 0
  const rows = db.all<Row>(
    `SELECT m.id AS movementId, m.moved_on AS "on", m.kind, m.product_id AS productId, p.sku,
       coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit, m.warehouse_id AS warehouseId,
       w.name AS warehouse, m.qty_milli AS qtyMilli, m.document_id AS documentId, coalesce(d.number, '') AS documentNumber,
       t.cost_micros AS toldMicros, t.cost_currency AS toldCurrency, t.told_on AS toldOn,
       p.cost_micros AS costMicros, p.cost_currency AS costCurrency
     FROM ${from} ORDER BY m.moved_on DESC, m.id DESC LIMIT ? OFFSET ?`,
    ...[...params, input.limit, input.offset],
  )
  return { rows: rows.map(shown), total }
}

const toldLast = `(SELECT l.id FROM told_costs l INDEXED BY told_costs_by_movement WHERE l.movement_id = m.id ORDER BY l.id DESC LIMIT 1)`

function uncostedSql({ search, productId, withTold }: UncostedInput): { from: string; params: (string | number)[] } {
  const asked: [string, (string | number)[]][] = [
    [`m.kind IN (${toldKinds.map((kind) => `'${kind}'`).join(', ')})`, []],
    ['m.qty_milli > 0 AND m.value_minor IS NULL AND m.reverses_id IS NULL AND m.origin_id IS NULL', []],
    [
      `NOT EXISTS (SELECT 1 FROM stock_movements x INDEXED BY stock_movements_reversals WHERE x.reverses_id = m.id)`,
      [],
    ],
    // What has a value already (found goods at the last known cost) lacks none.
    withTold
      ? ['true', []]
      : [
          `EXISTS (SELECT 1 FROM stock_values v INDEXED BY stock_values_by_movement
             WHERE v.movement_id = m.id AND v.uncosted_milli <> 0)`,
          [],
        ],
    ...(productId === null ? [] : [['m.product_id = ?', [productId]] as [string, number[]]]),
    ...(search === ''
      ? []
      : [
          [`(p.sku LIKE ? OR p.name_en LIKE ? OR p.name_zh LIKE ?)`, Array(3).fill(`%${search}%`)] as [
            string,
            string[],
          ],
        ]),
  ]
  return {
    from: `stock_movements m JOIN products p ON p.id = m.product_id JOIN warehouses w ON w.id = m.warehouse_id
      LEFT JOIN stock_documents d ON d.id = m.document_id LEFT JOIN told_costs t ON t.id = ${toldLast}
      WHERE ${asked.map(([sql]) => sql).join(' AND ')}`,
    params: asked.flatMap(([, params]) => params),
  }
}

function shown({ qtyMilli, toldMicros, toldCurrency, toldOn, costMicros, costCurrency, ...row }: Row): UncostedReceipt {
  return {
    ...row,
    quantity: qtyMilli / 1000,
    told:
      toldMicros === null || toldCurrency === null
        ? null
        : { amount: microsToDecimal(toldMicros, toldCurrency), currency: toldCurrency, on: toldOn ?? '' },
    costPrice:
      costMicros === null || costCurrency === null
        ? null
        : { amount: microsToDecimal(costMicros, costCurrency), currency: costCurrency },
  }
}
