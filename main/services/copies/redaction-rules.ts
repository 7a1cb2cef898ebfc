// What a redacted copy holds, column by column: a test holds this list against the schema, so that no column can be forgotten.
//
// plain     stays: what is sold, to which country, for how much, when
// person    tells of a person: goes with personal data
// party     says who someone is: goes with personal data where it is a customer, with suppliers where it is a supplier
// contact   how to reach them: goes with personal data for everyone, with suppliers where it is a supplier
// supplier  tells of buying: goes with suppliers
// cost      what something costs us: goes with costs
// text      running text, which may hold anything: goes whatever was chosen
// gone      points at something that goes whatever was chosen
// salt      drawn anew, so that no hash of the book's own log can be guessed from it
// fresh     made for the copy itself
import type { Redaction } from '#shared/schemas/copies.ts'

export type ColumnClass =
  | 'plain'
  | 'person'
  | 'party'
  | 'contact'
  | 'supplier'
  | 'cost'
  | 'text'
  | 'gone'
  | 'salt'
  | 'fresh'

/** Whose rows: everyone's, customers' (and of those who have no role), suppliers'. */
export type Whose = 'all' | 'customers' | 'suppliers'

export type TableRedaction = {
  /** All rows go, whatever was chosen; these of their columns hold texts that the proof looks for. */
  out?: readonly string[]
  /** Rows that go with a choice. */
  rowsOut?: Readonly<Partial<Record<Redaction, Whose>>>
  /** The column that says whose row it is. */
  partyColumn?: string
  /** What stands for a name that went. */
  nameColumn?: string
  columns: Readonly<Record<string, ColumnClass>>
}

/** Columns that stay, by name, blanks between. */
const plain = (...columns: readonly string[]): Record<string, ColumnClass> =>
  Object.fromEntries(columns.flatMap((names) => names.split(' ')).map((name) => [name, 'plain']))

const allOut = (...texts: readonly string[]): TableRedaction => ({ out: texts, columns: {} })

export const redactionRules: Readonly<Record<string, TableRedaction>> = {
  parties: {
    partyColumn: 'id',
    nameColumn: 'name',
    columns: {
      ...plain(
        'id is_customer is_supplier is_carrier is_forwarder is_service country language currency status',
        'archived deleted',
      ),
      code: 'party',
      name: 'party',
      name_zh: 'party',
      email: 'contact',
      phone: 'contact',
      fax: 'contact',
      website: 'party',
      tax_number: 'party',
      note: 'text',
      salt: 'salt',
    },
  },
  contacts: {
    partyColumn: 'party_id',
    rowsOut: { personal: 'all', suppliers: 'suppliers' },
    columns: {
      ...plain('id party_id position deleted'),
      name: 'contact',
      title: 'contact',
      email: 'contact',
      phone: 'contact',
      fax: 'contact',
      salt: 'salt',
    },
  },
  addresses: {
    partyColumn: 'party_id',
    rowsOut: { suppliers: 'suppliers' },
    columns: {
      ...plain('id party_id kind country position deleted'),
      street: 'party',
      city: 'party',
      region: 'party',
      postal_code: 'party',
      salt: 'salt',
    },
  },
  // The company's own accounts stay: they stand on its invoices.
  bank_accounts: {
    partyColumn: 'party_id',
    rowsOut: { personal: 'customers', suppliers: 'suppliers' },
    columns: {
      ...plain('id party_id currency position archived deleted'),
      label: 'party',
      beneficiary: 'party',
      bank_name: 'party',
      bank_address: 'party',
      account_number: 'party',
      swift: 'party',
      bank_code: 'party',
      note: 'text',
      salt: 'salt',
    },
  },
  people: {
    nameColumn: 'name',
    columns: {
      ...plain('id archived deleted'),
      name: 'person',
      salt: 'salt',
      name_zh: 'person',
      title: 'person',
      email: 'person',
      phone: 'person',
    },
  },

  products: {
    columns: {
      ...plain(
        'id sku name_en name_zh kind parent_id variant_label category_id unit hs_code origin_country',
        'customs_name_en customs_name_zh declaration_en declaration_zh vat_rate_ppm refund_rate_ppm',
        'net_weight_grams gross_weight_grams length_mm width_mm height_mm pieces_per_carton carton_length_mm',
        'carton_width_mm carton_height_mm carton_net_grams carton_gross_grams packing price_micros',
        'price_currency status no_sale tracking reorder_milli order_multiple_milli archived deleted',
      ),
      lead_time_days: 'supplier',
      cost_micros: 'cost',
      cost_currency: 'cost',
      moq_milli: 'supplier',
      // Points at "Supplier 3", whose name went.
      supplier_id: 'plain',
      note: 'text',
    },
  },
  product_barcodes: {
    columns: {
      ...plain('id product_id code position deleted'),
    },
  },
  kit_parts: {
    columns: {
      ...plain('id kit_id part_id qty_milli deleted'),
    },
  },
  categories: {
    columns: {
      ...plain('id name_en name_zh archived deleted'),
      description: 'text',
    },
  },

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
      ...plain('id document_id posted_on kind split_by currency rate rate_on party_id reverses_id'),
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
  stock_balances: {
    columns: {
      ...plain('product_id warehouse_id on_hand_milli last_on'),
      value_minor: 'cost',
      // Always 0 once no cost is there.
      uncosted_milli: 'plain',
    },
  },
  batch_balances: {
    columns: {
      ...plain('batch_id warehouse_id on_hand_milli'),
    },
  },
  stock_values: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain('product_id warehouse_id valued_on movement_id cause kind qty_milli uncosted_milli'),
      value_minor: 'cost',
    },
  },
  stock_layers: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain('product_id warehouse_id position layer_id layer_on brought_by batch_id qty_milli'),
      value_minor: 'cost',
    },
  },
  issue_costs: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain('product_id movement_id position layer_id layer_on qty_milli'),
      value_minor: 'cost',
    },
  },
  stock_cost_states: {
    rowsOut: { costs: 'all' },
    columns: {
      ...plain('product_id warehouse_id settled_on method receipt_qty_milli'),
      receipt_value_minor: 'cost',
    },
  },
  demand_overrides: {
    columns: {
      ...plain('id product_id month_on qty_milli deleted'),
      reason: 'text',
    },
  },
  rates: {
    columns: {
      ...plain('id from_currency to_currency rate_on rate source deleted'),
    },
  },

  sales_orders: {
    columns: {
      ...plain(
        'id number channel customer_id ordered_on required_on shipped_on status currency rate rate_on',
        'carrier_id freight_minor is_history purpose archived deleted line_count total_minor base_total_minor',
      ),
      // By it the seller's accountant finds the payout; who bought it, only the marketplace can tell.
      external_id: 'plain',
      ship_to_name: 'person',
      ship_to_street: 'person',
      ship_to_city: 'person',
      ship_to_region: 'person',
      ship_to_postal_code: 'person',
      // Taxes depend on it, and it tells of nobody.
      ship_to_country: 'plain',
      note: 'text',
      salt: 'salt',
    },
  },
  order_lines: {
    columns: {
      ...plain(
        'id order_id position external_id product_id qty_milli price_micros discount_ppm total_minor',
        'base_minor deleted sold_on',
      ),
      // An engraving, a wish: what was sold stands at the product.
      description: 'text',
      cost_base_minor: 'cost',
    },
  },
  papers: {
    columns: {
      ...plain(
        'id kind number record_kind record_id party_id template_version language page_size issued_on currency',
        'total_minor status sent_on archived deleted',
      ),
      version_id: 'gone',
      // All point at one page that says so.
      content_id: 'fresh',
      template_name: 'text',
      sent_to: 'text',
      note: 'text',
      salt: 'salt',
    },
  },

  books: {
    columns: {
      ...plain(
        'id company_name country base_currency time_zone rate_max_age_days is_sample company_name_zh street',
        'city region postal_code street_zh city_zh region_zh phone email website financial_year_month',
        'working_days cost_method',
      ),
      uid: 'fresh',
      made_at: 'fresh',
      logo_id: 'gone',
      stamp_id: 'gone',
    },
  },
  company_numbers: {
    columns: {
      ...plain('id kind country number position deleted'),
      note: 'text',
    },
  },
  special_days: {
    columns: {
      ...plain('id day_on is_working name deleted'),
    },
  },
  alert_settings: {
    columns: {
      ...plain('id rule is_on days deleted'),
    },
  },

  // Settings and classes tell of margins and costs.
  planning_settings: allOut(),
  class_runs: allOut('note'),
  class_run_items: allOut(),
  forecasts: allOut(),

  // Running text, files, and what speaks of them.
  notes: allOut('text'),
  tasks: allOut('title', 'note'),
  task_items: allOut('text'),
  attachments: allOut('name'),
  record_attachments: allOut('name', 'note'),
  product_pictures: allOut(),
  document_versions: allOut('snapshot'),
  paper_contents: allOut('data'),
  paper_templates: allOut('name', 'content'),
  saved_views: allOut('name', 'state'),
  alert_marks: allOut('note'),
  clash_marks: allOut('note'),
  // Names of columns and buyers in files of others; the keys under which they know ours.
  import_mappings: allOut('name', 'mapping'),
  source_keys: allOut('external_id'),

  // The log starts anew.
  operations: allOut(),
  changes: allOut(),
  erasures: allOut(),
  erased_leaves: allOut(),
  undoings: allOut(),
  migrations: {
    columns: {
      ...plain('number name checksum applied_at'),
    },
  },
  change_context: {
    columns: {
      ...plain('id operation_id'),
    },
  },
  this_copy: {
    columns: {
      ...plain('id'),
      replica: 'fresh',
      counter: 'fresh',
      sequence: 'fresh',
      clock: 'fresh',
      head: 'fresh',
      writer_token: 'fresh',
      pending_heads: 'fresh',
      purge_due: 'fresh',
    },
  },
  drafts: allOut('content'),
  grid_states: allOut(),
  recent_records: allOut(),
  merges: allOut('file_name', 'report'),
}

/** With which choices a column of a class goes, and in whose rows. */
export const classGoes: Readonly<Record<ColumnClass, Readonly<Partial<Record<Redaction, Whose>>>>> = {
  plain: {},
  fresh: {},
  salt: {},
  person: { personal: 'all' },
  party: { personal: 'customers', suppliers: 'suppliers' },
  contact: { personal: 'all', suppliers: 'suppliers' },
  supplier: { suppliers: 'all' },
  cost: { costs: 'all' },
  text: { personal: 'all', costs: 'all', suppliers: 'all' },
  gone: { personal: 'all', costs: 'all', suppliers: 'all' },
}
