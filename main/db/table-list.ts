// Every table of a book, said once: what kind it is and which of its columns are derived. A test holds it against the schema.
//
// record   logged on update, never physically deleted, merged field by field
// ledger   append-only; a correction is a counter-entry
// content  immutable rows by hash
// derived  neither logged nor merged, recomputed
// log      the log itself
// local    this copy's own: drafts, window state

import { shipmentTables } from '#main/db/shipment-tables.ts'

export type TableRule = {
  kind: 'record' | 'ledger' | 'content' | 'derived' | 'log' | 'local'
  /** Columns that are recomputed from others: neither logged nor digested. */
  derived?: readonly string[]
  /** Columns that mean something only together: logged, merged and undone as one. */
  groups?: readonly (readonly string[])[]
  /**
   * Columns that tell of a person: blanked when the row is erased, with the row's salt. From schema 190 on the digest holds
   * them as a hash of their own, so a column that becomes personal later needs the schema from which it is one.
   */
  personal?: readonly string[]
  /** The writer gives new rows their salt: the column came later than the table, and draws none by itself. */
  isSaltedByWriter?: true
}

export const tableList: Readonly<Record<string, TableRule>> = {
  migrations: { kind: 'log' },
  operations: { kind: 'log' },
  changes: { kind: 'log' },
  erased_leaves: { kind: 'log' },
  change_context: { kind: 'local' },
  this_copy: { kind: 'local' },
  drafts: { kind: 'local' },
  grid_states: { kind: 'local' },
  recent_records: { kind: 'local' },
  merges: { kind: 'local' },

  books: {
    kind: 'record',
    groups: [
      ['street', 'city', 'region', 'postal_code', 'country'],
      ['street_zh', 'city_zh', 'region_zh'],
    ],
  },
  company_numbers: { kind: 'record', groups: [['kind', 'country', 'number']] },
  bank_accounts: {
    kind: 'record',
    groups: [['beneficiary', 'bank_name', 'bank_address', 'account_number', 'swift', 'bank_code', 'currency']],
    personal: ['label', 'beneficiary', 'bank_name', 'bank_address', 'account_number', 'swift', 'bank_code', 'note'],
  },
  special_days: { kind: 'record', groups: [['day_on', 'is_working']] },
  people: { kind: 'record', personal: ['name', 'name_zh', 'title', 'email', 'phone'] },
  saved_views: { kind: 'record' },
  attachments: { kind: 'content', personal: ['hash', 'name', 'content', 'thumbnail'], isSaltedByWriter: true },
  source_keys: {
    kind: 'record',
    groups: [['channel', 'kind', 'external_id']],
    personal: ['external_id'],
    isSaltedByWriter: true,
  },
  import_mappings: { kind: 'record' },

  parties: {
    kind: 'record',
    groups: [
      ['supply_incoterm', 'supply_place'],
      ['supply_deposit_ppm', 'supply_due_from', 'supply_due_days'],
      ['supply_vat_included', 'supply_vat_ppm', 'supply_vat_recoverable'],
      ['sale_deposit_ppm', 'sale_due_from', 'sale_due_days'],
      ['credit_limit_minor', 'credit_currency'],
    ],
    personal: [
      'code',
      'name',
      'name_zh',
      'email',
      'phone',
      'fax',
      'website',
      'tax_number',
      'eori',
      'source',
      'born_on',
      'note',
    ],
  },
  contacts: { kind: 'record', personal: ['name', 'title', 'email', 'phone', 'fax', 'born_on'] },
  // The country stays: figures by country need it, and it tells of nobody.
  addresses: {
    kind: 'record',
    groups: [['street', 'city', 'region', 'postal_code', 'country']],
    personal: ['street', 'city', 'region', 'postal_code', 'recipient', 'phone'],
  },
  party_tags: { kind: 'record' },
  consents: { kind: 'record', groups: [['purpose', 'state', 'stated_on']], personal: ['proof', 'note'] },
  messages: { kind: 'record', personal: ['subject', 'text'] },
  distinct_parties: { kind: 'record', groups: [['first_id', 'second_id']] },
  supply_status_changes: { kind: 'ledger', personal: ['reason'] },
  certificates: { kind: 'record', personal: ['number', 'note'] },
  admission_items: { kind: 'record', groups: [['state', 'signed_on', 'person_id']], personal: ['note'] },
  supply_settings: { kind: 'record', groups: [['key', 'value']] },

  categories: { kind: 'record' },
  products: {
    kind: 'record',
    groups: [
      ['price_micros', 'price_currency'],
      ['cost_micros', 'cost_currency'],
    ],
  },
  product_barcodes: { kind: 'record' },
  kit_parts: { kind: 'record', groups: [['part_id', 'qty_milli']] },
  product_pictures: { kind: 'record' },

  warehouses: { kind: 'record' },
  bins: { kind: 'record' },
  batches: { kind: 'record' },
  stock_documents: {
    kind: 'record',
    groups: [['moved_on', 'warehouse_id', 'to_warehouse_id']],
    personal: ['reference', 'note'],
  },
  stock_movements: { kind: 'ledger' },
  landed_costs: { kind: 'ledger', personal: ['reference', 'note'] },
  landed_cost_shares: { kind: 'ledger' },
  told_costs: { kind: 'ledger' },
  stock_counts: {
    kind: 'record',
    groups: [
      ['scope', 'scope_value'],
      ['status', 'document_id'],
    ],
  },
  stock_count_lines: { kind: 'record' },
  expected_goods: {
    kind: 'record',
    groups: [
      ['product_id', 'qty_milli'],
      ['status', 'received_on'],
    ],
  },
  period_closings: { kind: 'record' },
  closed_values: { kind: 'ledger' },
  stock_balances: { kind: 'derived' },
  batch_balances: { kind: 'derived' },
  stock_values: { kind: 'derived' },
  stock_layers: { kind: 'derived' },
  issue_costs: { kind: 'derived' },
  stock_cost_states: { kind: 'derived' },

  planning_settings: { kind: 'record', groups: [['key', 'value']] },
  class_runs: { kind: 'ledger' },
  class_run_items: { kind: 'ledger' },
  demand_overrides: { kind: 'record', groups: [['product_id', 'month_on', 'qty_milli']] },
  forecasts: { kind: 'local' },

  rates: { kind: 'record', groups: [['from_currency', 'to_currency', 'rate_on', 'rate']] },

  sales_settings: { kind: 'record', groups: [['key', 'value']] },
  channels: { kind: 'record' },
  channel_skus: { kind: 'record', groups: [['channel', 'external_sku', 'product_id', 'factor_milli']] },
  sales_orders: {
    kind: 'record',
    derived: [
      'line_count',
      'total_minor',
      'base_total_minor',
      'tax_minor',
      'gross_minor',
      'gross_base_minor',
      'paid_minor',
      'open_minor',
      'due_on',
      'owed_on',
      'payment_state',
      'shipping_state',
    ],
    groups: [
      ['currency', 'rate', 'rate_on', 'freight_minor', 'freight_tax_minor', 'other_minor'],
      [
        'ship_to_name',
        'ship_to_street',
        'ship_to_city',
        'ship_to_region',
        'ship_to_postal_code',
        'ship_to_country',
        'ship_to_phone',
      ],
      ['status', 'confirmed_on', 'delivered_on', 'closed_on', 'hold_reason', 'cancel_reason'],
      ['document', 'credits_id', 'credit_reason'],
      ['deposit_ppm', 'due_from', 'due_days'],
    ],
    personal: [
      'ship_to_name',
      'ship_to_street',
      'ship_to_city',
      'ship_to_region',
      'ship_to_postal_code',
      'ship_to_phone',
      'hold_reason',
      'cancel_reason',
      'packing_note',
      'note',
    ],
  },
  order_lines: {
    kind: 'record',
    derived: ['sold_on', 'cost_base_minor', 'due_on', 'shipped_milli', 'returned_milli', 'open_milli'],
    groups: [
      [
        'product_id',
        'qty_milli',
        'price_micros',
        'discount_ppm',
        'discount_minor',
        'tax_ppm',
        'total_minor',
        'tax_minor',
        'base_minor',
      ],
    ],
  },
  dispatches: { kind: 'record', personal: ['tracking_number', 'reference', 'note'] },
  dispatch_lines: { kind: 'record' },
  settlements: { kind: 'record', groups: [['currency', 'total_minor']] },
  settlement_lines: { kind: 'record', groups: [['order_id', 'line_id', 'product_id']] },
  sales_costs: {
    kind: 'record',
    groups: [['amount_minor', 'currency', 'rate', 'rate_on', 'base_minor']],
    personal: ['reference', 'note'],
  },
  dunning_letters: {
    kind: 'record',
    groups: [['currency', 'open_minor', 'fee_minor']],
    personal: ['note'],
  },
  dunning_items: { kind: 'record' },
  ...shipmentTables,

  offers: {
    kind: 'record',
    groups: [
      ['currency', 'vat_included', 'vat_ppm'],
      ['valid_from', 'valid_to'],
    ],
    personal: ['note'],
  },
  offer_prices: { kind: 'record', groups: [['from_milli', 'price_micros']] },
  quote_requests: { kind: 'record', personal: ['note'] },
  quote_request_lines: { kind: 'record', groups: [['product_id', 'qty_milli']] },
  quote_answers: {
    kind: 'record',
    groups: [
      ['state', 'answered_at'],
      ['currency', 'rate', 'rate_on', 'freight_minor', 'other_minor'],
      ['deposit_ppm', 'due_from', 'due_days'],
      ['vat_included', 'vat_ppm'],
    ],
    personal: ['reference', 'note'],
  },
  quote_answer_lines: { kind: 'record', personal: ['note'] },
  purchase_orders: {
    kind: 'record',
    derived: ['line_count', 'total_minor', 'base_total_minor', 'next_on', 'owed_on', 'unsettled'],
    groups: [
      ['currency', 'rate', 'rate_on', 'freight_minor', 'tax_minor'],
      ['vat_included', 'vat_ppm', 'vat_recoverable'],
      ['deposit_ppm', 'due_from', 'due_days'],
      ['status', 'sent_on', 'confirmed_on', 'closed_on', 'cancel_reason'],
      ['incoterm', 'place'],
    ],
    personal: ['reference', 'note'],
  },
  purchase_lines: {
    kind: 'record',
    derived: [
      'net_base_minor',
      'bought_on',
      'due_on',
      'received_milli',
      'rejected_milli',
      'last_received_on',
      'open_milli',
    ],
    groups: [
      ['product_id', 'qty_milli', 'price_micros', 'discount_ppm', 'total_minor', 'base_minor'],
      ['freight_minor', 'freight_word', 'weight_grams', 'weight_word', 'told_with', 'insurance_minor'],
    ],
    personal: ['note'],
  },
  purchase_receipts: { kind: 'record', personal: ['reference', 'note'] },
  purchase_receipt_lines: {
    kind: 'record',
    groups: [['qty_milli', 'rejected_milli', 'defect', 'remedy']],
    personal: ['note'],
  },
  milestones: { kind: 'record', personal: ['note'] },
  inspections: {
    kind: 'record',
    groups: [['lot_milli', 'level', 'aql_critical', 'aql_major', 'aql_minor', 'sample_size']],
    personal: ['inspector', 'note'],
  },
  inspection_findings: { kind: 'record', personal: ['note'] },
  claims: {
    kind: 'record',
    groups: [
      ['status', 'closed_on'],
      ['currency', 'claimed_minor', 'settled_minor'],
    ],
    personal: ['text'],
  },
  payments: { kind: 'ledger', personal: ['reference', 'note'] },
  payment_shares: { kind: 'ledger' },
  supplier_judgements: {
    kind: 'record',
    groups: [['dimension', 'score', 'judged_on', 'person_id']],
    personal: ['note'],
  },
  score_runs: { kind: 'ledger' },
  score_run_items: { kind: 'ledger' },
  grade_exceptions: { kind: 'record', groups: [['given_on', 'until_on']], personal: ['reason'] },
  supplier_decisions: { kind: 'record', groups: [['proposed', 'decided', 'decided_on']], personal: ['note'] },

  document_versions: { kind: 'ledger', personal: ['snapshot'] },
  paper_templates: { kind: 'record' },
  paper_contents: { kind: 'content', personal: ['hash', 'template', 'data', 'html'] },
  papers: {
    kind: 'record',
    groups: [
      ['record_kind', 'record_id'],
      ['currency', 'total_minor'],
      ['status', 'sent_on', 'sent_to'],
    ],
    personal: ['sent_to', 'note'],
  },
  tasks: {
    kind: 'record',
    groups: [
      ['record_kind', 'record_id'],
      ['status', 'done_on'],
      ['repeat_unit', 'repeat_every', 'repeat_until', 'series_on', 'aims_on'],
    ],
    personal: ['title', 'note'],
  },
  task_items: { kind: 'record', personal: ['text'], isSaltedByWriter: true },
  alert_marks: { kind: 'record', groups: [['cause', 'state', 'until_on', 'note']] },
  alert_settings: { kind: 'record' },
  notes: { kind: 'record', personal: ['text'] },
  record_attachments: { kind: 'record', groups: [['record_kind', 'record_id']], personal: ['name', 'note'] },
  undoings: { kind: 'ledger' },
  erasures: { kind: 'ledger' },
  clash_marks: { kind: 'record' },
}

/** Tables whose rows the log and the merge follow, in a fixed order. */
export const followedTables: readonly string[] = Object.keys(tableList)
  .filter((name) => ['record', 'ledger', 'content'].includes(tableList[name]?.kind ?? ''))
  .sort()

/** The schema from which digests hold personal columns as hashes of their own. */
export const leavesSince = 190

/** The columns of a table that tell of a person, its salt among them. */
export function personalColumns(table: string): readonly string[] {
  return personalByTable.get(table) ?? []
}

const personalByTable = new Map(
  Object.entries(tableList).flatMap(([table, { personal }]) => (personal ? [[table, [...personal, 'salt']]] : [])),
)
