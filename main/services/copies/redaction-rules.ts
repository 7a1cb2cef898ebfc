// What a redacted copy holds of every table: a test holds this list against the schema, so that no column can be forgotten.

import { purchaseRedaction } from '#main/services/copies/purchase-redaction.ts'
import { allOut, plain, type TableRedaction } from '#main/services/copies/redaction-rule.ts'
import { salesRedaction } from '#main/services/copies/sales-redaction.ts'
import { shippingRedaction } from '#main/services/copies/shipping-redaction.ts'
import { stockRedaction } from '#main/services/copies/stock-redaction.ts'

export const redactionRules: Readonly<Record<string, TableRedaction>> = {
  parties: {
    partyColumn: 'id',
    nameColumn: 'name',
    columns: {
      ...plain(
        'id is_customer is_supplier is_carrier is_forwarder is_service country language currency status',
        'archived deleted',
      ),
      supply_kind: 'supplier',
      supply_status: 'supplier',
      supply_incoterm: 'supplier',
      supply_place: 'supplier',
      supply_lead_time_days: 'supplier',
      supply_capacity: 'supplier',
      supply_deposit_ppm: 'supplier',
      supply_due_from: 'supplier',
      supply_due_days: 'supplier',
      supply_vat_included: 'supplier',
      supply_vat_ppm: 'supplier',
      supply_vat_recoverable: 'supplier',
      ...plain('customer_kind channel tier owner_id sale_deposit_ppm sale_due_from sale_due_days'),
      ...plain('credit_limit_minor credit_currency credit_action merged_into_id courier_code tracking_url'),
      eori: 'party',
      source: 'party',
      born_on: 'contact',
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
      ...plain('id party_id language position deleted'),
      born_on: 'contact',
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
      recipient: 'party',
      phone: 'contact',
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

  ...stockRedaction,
  ...purchaseRedaction,
  rates: {
    columns: {
      ...plain('id from_currency to_currency rate_on rate source deleted'),
    },
  },

  ...salesRedaction,
  ...shippingRedaction,
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
