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

const allOut = (...texts: readonly string[]): TableRedaction => ({ out: texts, columns: {} })

export const redactionRules: Readonly<Record<string, TableRedaction>> = {
  parties: {
    partyColumn: 'id',
    nameColumn: 'name',
    columns: {
      id: 'plain',
      code: 'party',
      name: 'party',
      name_zh: 'party',
      is_customer: 'plain',
      is_supplier: 'plain',
      is_carrier: 'plain',
      is_forwarder: 'plain',
      is_service: 'plain',
      country: 'plain',
      language: 'plain',
      currency: 'plain',
      email: 'contact',
      phone: 'contact',
      fax: 'contact',
      website: 'party',
      tax_number: 'party',
      status: 'plain',
      note: 'text',
      salt: 'salt',
      archived: 'plain',
      deleted: 'plain',
    },
  },
  contacts: {
    partyColumn: 'party_id',
    rowsOut: { personal: 'all', suppliers: 'suppliers' },
    columns: {
      id: 'plain',
      party_id: 'plain',
      name: 'contact',
      title: 'contact',
      email: 'contact',
      phone: 'contact',
      fax: 'contact',
      position: 'plain',
      salt: 'salt',
      deleted: 'plain',
    },
  },
  addresses: {
    partyColumn: 'party_id',
    rowsOut: { suppliers: 'suppliers' },
    columns: {
      id: 'plain',
      party_id: 'plain',
      kind: 'plain',
      street: 'party',
      city: 'party',
      region: 'party',
      postal_code: 'party',
      country: 'plain',
      position: 'plain',
      salt: 'salt',
      deleted: 'plain',
    },
  },
  // The company's own accounts stay: they stand on its invoices.
  bank_accounts: {
    partyColumn: 'party_id',
    rowsOut: { personal: 'customers', suppliers: 'suppliers' },
    columns: {
      id: 'plain',
      party_id: 'plain',
      label: 'party',
      beneficiary: 'party',
      bank_name: 'party',
      bank_address: 'party',
      account_number: 'party',
      swift: 'party',
      bank_code: 'party',
      currency: 'plain',
      note: 'text',
      position: 'plain',
      salt: 'salt',
      archived: 'plain',
      deleted: 'plain',
    },
  },
  people: {
    nameColumn: 'name',
    columns: {
      id: 'plain',
      name: 'person',
      salt: 'salt',
      archived: 'plain',
      deleted: 'plain',
      name_zh: 'person',
      title: 'person',
      email: 'person',
      phone: 'person',
    },
  },

  products: {
    columns: {
      id: 'plain',
      sku: 'plain',
      name_en: 'plain',
      name_zh: 'plain',
      kind: 'plain',
      parent_id: 'plain',
      variant_label: 'plain',
      category_id: 'plain',
      unit: 'plain',
      hs_code: 'plain',
      origin_country: 'plain',
      customs_name_en: 'plain',
      customs_name_zh: 'plain',
      declaration_en: 'plain',
      declaration_zh: 'plain',
      vat_rate_ppm: 'plain',
      refund_rate_ppm: 'plain',
      net_weight_grams: 'plain',
      gross_weight_grams: 'plain',
      length_mm: 'plain',
      width_mm: 'plain',
      height_mm: 'plain',
      pieces_per_carton: 'plain',
      carton_length_mm: 'plain',
      carton_width_mm: 'plain',
      carton_height_mm: 'plain',
      carton_net_grams: 'plain',
      carton_gross_grams: 'plain',
      packing: 'plain',
      price_micros: 'plain',
      price_currency: 'plain',
      cost_micros: 'cost',
      cost_currency: 'cost',
      moq_milli: 'supplier',
      // Points at "Supplier 3", whose name went.
      supplier_id: 'plain',
      status: 'plain',
      no_sale: 'plain',
      note: 'text',
      archived: 'plain',
      deleted: 'plain',
    },
  },
  product_barcodes: {
    columns: { id: 'plain', product_id: 'plain', code: 'plain', position: 'plain', deleted: 'plain' },
  },
  kit_parts: { columns: { id: 'plain', kit_id: 'plain', part_id: 'plain', qty_milli: 'plain', deleted: 'plain' } },
  categories: {
    columns: {
      id: 'plain',
      name_en: 'plain',
      name_zh: 'plain',
      description: 'text',
      archived: 'plain',
      deleted: 'plain',
    },
  },

  warehouses: { columns: { id: 'plain', name: 'plain', starts_on: 'plain', archived: 'plain', deleted: 'plain' } },
  stock_movements: {
    columns: {
      id: 'plain',
      product_id: 'plain',
      warehouse_id: 'plain',
      moved_on: 'plain',
      kind: 'plain',
      qty_milli: 'plain',
      reverses_id: 'plain',
      note: 'text',
    },
  },
  stock_balances: { columns: { product_id: 'plain', warehouse_id: 'plain', on_hand_milli: 'plain' } },
  rates: {
    columns: {
      id: 'plain',
      from_currency: 'plain',
      to_currency: 'plain',
      rate_on: 'plain',
      rate: 'plain',
      source: 'plain',
      deleted: 'plain',
    },
  },

  sales_orders: {
    columns: {
      id: 'plain',
      number: 'plain',
      channel: 'plain',
      // By it the seller's accountant finds the payout; who bought it, only the marketplace can tell.
      external_id: 'plain',
      customer_id: 'plain',
      ordered_on: 'plain',
      required_on: 'plain',
      shipped_on: 'plain',
      status: 'plain',
      currency: 'plain',
      rate: 'plain',
      rate_on: 'plain',
      carrier_id: 'plain',
      freight_minor: 'plain',
      ship_to_name: 'person',
      ship_to_street: 'person',
      ship_to_city: 'person',
      ship_to_region: 'person',
      ship_to_postal_code: 'person',
      // Taxes depend on it, and it tells of nobody.
      ship_to_country: 'plain',
      is_history: 'plain',
      note: 'text',
      salt: 'salt',
      archived: 'plain',
      deleted: 'plain',
      line_count: 'plain',
      total_minor: 'plain',
      base_total_minor: 'plain',
    },
  },
  order_lines: {
    columns: {
      id: 'plain',
      order_id: 'plain',
      position: 'plain',
      external_id: 'plain',
      product_id: 'plain',
      // An engraving, a wish: what was sold stands at the product.
      description: 'text',
      qty_milli: 'plain',
      price_micros: 'plain',
      discount_ppm: 'plain',
      total_minor: 'plain',
      base_minor: 'plain',
      deleted: 'plain',
      sold_on: 'plain',
      cost_base_minor: 'cost',
    },
  },
  papers: {
    columns: {
      id: 'plain',
      kind: 'plain',
      number: 'plain',
      record_kind: 'plain',
      record_id: 'plain',
      version_id: 'gone',
      party_id: 'plain',
      // All point at one page that says so.
      content_id: 'fresh',
      template_name: 'text',
      template_version: 'plain',
      language: 'plain',
      page_size: 'plain',
      issued_on: 'plain',
      currency: 'plain',
      total_minor: 'plain',
      status: 'plain',
      sent_on: 'plain',
      sent_to: 'text',
      note: 'text',
      salt: 'salt',
      archived: 'plain',
      deleted: 'plain',
    },
  },

  books: {
    columns: {
      id: 'plain',
      uid: 'fresh',
      company_name: 'plain',
      country: 'plain',
      base_currency: 'plain',
      time_zone: 'plain',
      rate_max_age_days: 'plain',
      is_sample: 'plain',
      made_at: 'fresh',
      company_name_zh: 'plain',
      street: 'plain',
      city: 'plain',
      region: 'plain',
      postal_code: 'plain',
      street_zh: 'plain',
      city_zh: 'plain',
      region_zh: 'plain',
      phone: 'plain',
      email: 'plain',
      website: 'plain',
      financial_year_month: 'plain',
      working_days: 'plain',
      logo_id: 'gone',
      stamp_id: 'gone',
    },
  },
  company_numbers: {
    columns: {
      id: 'plain',
      kind: 'plain',
      country: 'plain',
      number: 'plain',
      note: 'text',
      position: 'plain',
      deleted: 'plain',
    },
  },
  special_days: { columns: { id: 'plain', day_on: 'plain', is_working: 'plain', name: 'plain', deleted: 'plain' } },
  alert_settings: { columns: { id: 'plain', rule: 'plain', is_on: 'plain', days: 'plain', deleted: 'plain' } },

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
  migrations: { columns: { number: 'plain', name: 'plain', checksum: 'plain', applied_at: 'plain' } },
  change_context: { columns: { id: 'plain', operation_id: 'plain' } },
  this_copy: {
    columns: {
      id: 'plain',
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
