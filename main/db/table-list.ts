// Every table of a book, said once: what kind it is and which of its columns are derived. A test holds it against the schema.
//
// record   logged on update, never physically deleted, merged field by field
// ledger   append-only; a correction is a counter-entry
// content  immutable rows by hash
// derived  neither logged nor merged, recomputed
// log      the log itself
// local    this copy's own: drafts, window state

export type TableRule = {
  kind: 'record' | 'ledger' | 'content' | 'derived' | 'log' | 'local'
  /** Columns that are recomputed from others: neither logged nor digested. */
  derived?: readonly string[]
  /** Columns that mean something only together: logged, merged and undone as one. */
  groups?: readonly (readonly string[])[]
}

export const tableList: Readonly<Record<string, TableRule>> = {
  migrations: { kind: 'log' },
  operations: { kind: 'log' },
  changes: { kind: 'log' },
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
  },
  special_days: { kind: 'record', groups: [['day_on', 'is_working']] },
  people: { kind: 'record' },
  saved_views: { kind: 'record' },
  attachments: { kind: 'content' },
  source_keys: { kind: 'record', groups: [['channel', 'kind', 'external_id']] },
  import_mappings: { kind: 'record' },

  parties: { kind: 'record' },
  contacts: { kind: 'record' },
  addresses: { kind: 'record', groups: [['street', 'city', 'region', 'postal_code', 'country']] },

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
  stock_movements: { kind: 'ledger' },
  stock_balances: { kind: 'derived' },

  rates: { kind: 'record', groups: [['from_currency', 'to_currency', 'rate_on', 'rate']] },

  sales_orders: {
    kind: 'record',
    derived: ['line_count', 'total_minor', 'base_total_minor'],
    groups: [
      ['currency', 'rate', 'rate_on', 'freight_minor'],
      ['ship_to_name', 'ship_to_street', 'ship_to_city', 'ship_to_region', 'ship_to_postal_code', 'ship_to_country'],
    ],
  },
  order_lines: {
    kind: 'record',
    derived: ['sold_on', 'cost_base_minor'],
    groups: [['product_id', 'qty_milli', 'price_micros', 'discount_ppm', 'total_minor', 'base_minor']],
  },

  document_versions: { kind: 'ledger' },
  paper_templates: { kind: 'record' },
  paper_contents: { kind: 'content' },
  papers: {
    kind: 'record',
    groups: [
      ['record_kind', 'record_id'],
      ['currency', 'total_minor'],
      ['status', 'sent_on', 'sent_to'],
    ],
  },
  tasks: {
    kind: 'record',
    groups: [
      ['record_kind', 'record_id'],
      ['status', 'done_on'],
      ['repeat_unit', 'repeat_every', 'repeat_until', 'series_on', 'aims_on'],
    ],
  },
  task_items: { kind: 'record' },
  alert_marks: { kind: 'record', groups: [['cause', 'state', 'until_on', 'note']] },
  alert_settings: { kind: 'record' },
  notes: { kind: 'record' },
  record_attachments: { kind: 'record', groups: [['record_kind', 'record_id']] },
  undoings: { kind: 'ledger' },
  clash_marks: { kind: 'record' },
}

/** Tables whose rows the log and the merge follow, in a fixed order. */
export const followedTables: readonly string[] = Object.keys(tableList)
  .filter((name) => ['record', 'ledger', 'content'].includes(tableList[name]?.kind ?? ''))
  .sort()
