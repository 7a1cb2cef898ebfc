// What a redacted copy holds of stock: places, the ledger, its costs and counts.
import { plain, type TableRedaction } from '#main/services/copies/redaction-rule.ts'

export const stockRedaction: Readonly<Record<string, TableRedaction>> = {
  warehouses: {
    columns: {
      ...plain('id name starts_on kind code country is_sellable shortage archived deleted'),
      note: 'text',
    },
  },
  bins: {
    columns: {
      ...plain('id warehouse_id code archived deleted'),
      note: 'text',
    },
  },
  batches: {
    columns: {
      ...plain('id product_id code made_on expires_on archived deleted'),
      note: 'text',
    },
  },
  stock_documents: {
    columns: {
      ...plain('id kind number moved_on warehouse_id to_warehouse_id party_id order_id reason archived deleted'),
      // What a supplier sent goes with buying.
      shipment_id: 'gone',
      reference: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  stock_movements: {
    columns: {
      ...plain(
        'id product_id warehouse_id moved_on kind qty_milli reverses_id batch_id bin_id reason document_id origin_id',
      ),
      note: 'text',
      cost_micros: 'cost',
      cost_currency: 'cost',
      cost_rate: 'cost',
      cost_rate_on: 'cost',
      value_minor: 'cost',
    },
  },
  landed_costs: {
    rowsOut: { costs: 'all', suppliers: 'all' },
    columns: {
      ...plain('id document_id posted_on kind split_by currency rate rate_on party_id reverses_id charge_id'),
      amount_minor: 'plain',
      base_minor: 'plain',
      reference: 'text',
      note: 'text',
      salt: 'salt',
    },
  },
  landed_cost_shares: {
    rowsOut: { costs: 'all', suppliers: 'all' },
    columns: {
      ...plain('id landed_cost_id movement_id base_minor'),
    },
  },
  told_costs: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain('id movement_id told_on'),
      cost_micros: 'cost',
      cost_currency: 'cost',
      cost_rate: 'cost',
      cost_rate_on: 'cost',
      value_minor: 'cost',
    },
  },
  stock_counts: {
    columns: {
      ...plain('id number warehouse_id counted_on scope scope_value is_blind status document_id archived deleted'),
      note: 'text',
    },
  },
  stock_count_lines: {
    columns: {
      ...plain('id count_id product_id batch_id bin_id position counted_milli deleted'),
      note: 'text',
    },
  },
  expected_goods: {
    rowsOut: { suppliers: 'all' },
    columns: {
      ...plain(
        'id product_id warehouse_id supplier_id qty_milli ordered_on expected_on received_on status source archived',
        'deleted',
      ),
      reference: 'text',
      note: 'text',
    },
  },
  period_closings: {
    columns: {
      ...plain('id through_on deleted'),
      note: 'text',
    },
  },
  closed_values: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain('id closing_id movement_id'),
      value_minor: 'cost',
    },
  },
  // Values are worked out anew for the copy, from what is left of costs in it.
  stock_balances: {
    columns: {
      ...plain('product_id warehouse_id on_hand_milli uncosted_milli last_on'),
      value_minor: 'fresh',
    },
  },
  batch_balances: {
    columns: {
      ...plain('batch_id warehouse_id on_hand_milli'),
    },
  },
  stock_values: {
    columns: {
      ...plain('product_id warehouse_id valued_on movement_id cause kind qty_milli uncosted_milli'),
      value_minor: 'fresh',
    },
  },
  stock_layers: {
    columns: {
      ...plain('product_id warehouse_id position layer_id layer_on brought_by batch_id qty_milli'),
      value_minor: 'fresh',
    },
  },
  issue_costs: {
    columns: {
      ...plain('product_id movement_id position layer_id layer_on qty_milli'),
      value_minor: 'fresh',
    },
  },
  stock_cost_states: {
    columns: {
      ...plain('product_id warehouse_id settled_on method receipt_qty_milli'),
      receipt_value_minor: 'fresh',
    },
  },
  demand_overrides: {
    columns: {
      ...plain('id product_id month_on qty_milli deleted'),
      reason: 'text',
    },
  },
}
