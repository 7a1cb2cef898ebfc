// Tables changed: the queries of the features that read them are asked again. Another book: everything is.
import type { QueryClient } from '@tanstack/react-query'
import type { HostEvent } from '#shared/operation.ts'

const catalog = ['products', 'product_barcodes', 'kit_parts', 'product_pictures', 'attachments', 'categories']
const parties = ['parties', 'contacts', 'addresses', 'erasures']
const orders = ['sales_orders', 'order_lines', 'dispatches', 'dispatch_lines']
const purchases = ['purchase_orders', 'purchase_lines', 'purchase_receipts', 'purchase_receipt_lines']
/** What comes of purchase orders, and what hangs on them. */
const buying = [
  ...purchases,
  ...['milestones', 'inspections', 'inspection_findings', 'claims', 'payments', 'payment_shares'],
]
const stock = [
  ...['stock_movements', 'stock_balances', 'warehouses', 'bins', 'batches', 'stock_documents', 'expected_goods'],
  ...['stock_counts', 'stock_count_lines', 'demand_overrides'],
  // What is on order is told with what is there.
  ...['purchase_orders', 'purchase_lines'],
]

const supply = ['party_tags', 'supply_status_changes', 'certificates', 'admission_items', 'supply_settings']
const sourcing = [
  ...['offers', 'offer_prices', 'quote_requests', 'quote_request_lines', 'quote_answers', 'quote_answer_lines'],
]

const scores = ['supplier_judgements', 'score_runs', 'score_run_items', 'grade_exceptions', 'supplier_decisions']

/** What goes on around purchase orders. */
const followUp = ['milestones', 'inspections', 'inspection_findings', 'claims']
const payments = ['payments', 'payment_shares']
/** Shipments, what they consist of, and what was heard of them. */
const shipping = [
  ...['shipments', 'shipment_lines', 'parcels', 'parcel_lines', 'shipment_legs', 'shipment_charges', 'shipment_events'],
  ...['customs_entries', 'customs_lines', 'shipping_settings'],
]
const dunning = ['dunning_letters', 'dunning_items']

/** What selling cost beside its goods, what channels paid out, and what is expected. */
const selling = [
  'sales_costs',
  'settlements',
  'settlement_lines',
  'channels',
  'channel_skus',
  'sales_settings',
  ...orders,
]

/** What carriers offer. */
const carrying = [
  ...['carrier_services', 'carrier_zones', 'carrier_zone_places', 'rate_tables', 'carrier_rates', 'carrier_surcharges'],
]

/** What was said with customers, what they agreed to, and who is not whom. */
const relations = ['consents', 'messages', 'distinct_parties']

const onRecords = ['tasks', 'record_attachments', 'papers', 'document_versions', 'notes']

const costs = ['landed_costs', 'landed_cost_shares', 'told_costs', 'period_closings', 'closed_values']

/** What trade is recorded in, from products to payments. */
const tradeRecords = [
  ...[...catalog, ...parties, ...orders, ...stock, ...supply, ...sourcing, ...scores],
  ...[...purchases, ...followUp, ...payments],
]

/** Router feature (first part of a procedure's path) -> tables it reads. */
const tablesRead: Readonly<Record<string, readonly string[]>> = {
  products: [...catalog, ...stock, 'parties'],
  categories: ['categories', 'products'],
  parties: [...parties, 'party_tags', ...orders, 'products'],
  orders: [...orders, ...selling, ...stock, ...payments, 'parties', 'products', 'rates', 'books'],
  purchases: [
    ...purchases,
    ...orders,
    ...parties,
    ...sourcing,
    ...['products', 'rates', 'books', 'warehouses', 'stock_balances'],
    ...['score_runs', 'grade_exceptions', 'supply_settings'],
  ],
  receiving: [...purchases, ...orders, ...stock, 'products', 'parties', 'supply_settings', 'books'],
  milestones: ['milestones', 'record_attachments', 'books'],
  inspections: ['inspections', 'inspection_findings', 'purchase_orders', 'purchase_lines', 'products'],
  claims: ['claims', 'parties', 'purchase_orders'],
  // What is due hangs on goods that came and on when they were ready.
  payments: [...payments, ...purchases, ...orders, 'milestones', 'parties', 'rates', 'books', 'dispatches'],
  receivables: [...payments, ...orders, ...parties, 'rates', 'books', 'sales_settings', ...dunning, 'messages'],
  salesCosts: [...selling, 'parties', 'products', 'books'],
  settlements: [...selling, 'payments', 'books'],
  rates: ['rates', ...orders, ...purchases, 'books'],
  search: [
    ...catalog,
    ...parties,
    ...orders,
    ...stock,
    ...['tasks', 'task_items', 'papers', 'people', 'rates', 'books', 'recent_records'],
    ...buying,
    ...supply,
    ...sourcing,
    ...followUp,
    ...payments,
    ...shipping,
    ...carrying,
  ],
  imports: ['import_mappings'],
  channels: ['channels', 'channel_skus', 'warehouses', ...orders, ...catalog],
  carriers: [...carrying, 'parties', 'rates', 'books', 'warehouses', 'shipments', 'parcels', 'shipping_settings'],
  charges: ['shipment_charges', 'sales_costs', ...costs, 'shipments', 'shipment_lines', ...orders, 'parties', 'books'],
  // Looks at every order: asked again only where goods left or were taken back.
  'missing-shipments': ['dispatches'],
  shipments: [
    ...shipping,
    ...orders,
    ...purchases,
    ...['products', 'parties', 'carrier_services', 'warehouses', 'stock_documents', 'stock_movements', 'books'],
  ],
  packing: [
    ...shipping,
    ...stock,
    ...orders,
    ...catalog,
    'channels',
    'channel_skus',
    'parties',
    'carrier_services',
    'books',
  ],
  lanes: ['shipments', 'parties', 'carrier_services', 'shipping_settings', 'books'],
  merges: ['merges'],
  book: ['books', 'people', 'warehouses', 'company_numbers', 'bank_accounts', 'special_days'],
  host: ['books', 'people', 'backups'],
  people: ['people'],
  stock: [...stock, ...costs, ...catalog, ...orders, 'parties', 'books'],
  counting: [...stock, ...costs, ...catalog, 'books'],
  warehouses: ['warehouses', 'bins', 'stock_balances'],
  expected: ['expected_goods', 'warehouses', 'products', 'parties'],
  // Their standing, what hangs on them, and how they do.
  suppliers: [
    ...parties,
    ...supply,
    ...sourcing,
    ...scores,
    ...purchases,
    ...followUp,
    ...payments,
    ...['bank_accounts', 'products', 'categories', 'rates', 'books', 'people', 'tasks'],
  ],
  certificates: ['certificates', 'record_attachments', 'parties', 'books'],
  requests: [
    ...sourcing,
    'parties',
    'products',
    'rates',
    'books',
    'supply_settings',
    'purchase_orders',
    'score_run_items',
  ],
  offers: [...sourcing, 'parties', 'products', 'rates', 'books'],
  batches: ['batches', 'batch_balances', 'stock_movements', 'products', 'warehouses'],
  papers: [
    ...['papers', 'paper_templates', 'books', 'company_numbers', 'bank_accounts'],
    ...[...catalog, ...parties, ...orders, ...purchases, ...sourcing],
    ...shipping,
  ],
  // A task shows the name of its record, and the next working day of its series.
  tasks: ['tasks', 'task_items', 'people', ...catalog, ...parties, ...orders, 'papers', 'books', 'special_days'],
  attachments: ['record_attachments', 'attachments'],
  notes: ['notes'],
  // A version is held against the document as it stands, with the names and addresses of now.
  versions: ['document_versions', 'books', ...parties, ...orders, ...purchases, 'products'],
  views: ['saved_views', 'grid_states', 'people'],
  alerts: [
    ...tradeRecords,
    ...[
      'rates',
      'books',
      'bank_accounts',
      'special_days',
      'papers',
      'tasks',
      'people',
      'record_attachments',
      'alert_marks',
      'alert_settings',
      // Clashes of copies are found in them, too.
      ...['clash_marks', 'source_keys', 'saved_views', 'paper_templates', 'planning_settings', 'forecasts', ...costs],
    ],
    ...shipping,
  ],
  // Everything that hangs on a record, and what its changes name.
  timeline: [
    ...tradeRecords,
    ...dunning,
    ...selling,
    ...relations,
    ...onRecords,
    ...['task_items', 'rates', 'books', 'company_numbers', 'bank_accounts', 'special_days', 'people'],
    ...shipping,
    ...carrying,
  ],
  records: [...tradeRecords, ...dunning, ...selling, ...relations, ...onRecords, 'rates', 'books', 'people'],
}

/** These look at the whole book. */
const readsAll = new Set(['today', 'insights', 'planning', 'costing', 'history', 'calendar'])
/** What this copy alone remembers of its windows, and its backups: nothing that screens show of the book depends on it. */
const ofThisCopy = new Set(['backups', 'drafts', 'grid_states', 'recent_records'])
/** What this screen alone writes and reads back; asking again would only put old state over new. */
const readsOwn = new Set(['grid', 'drafts', 'exports'])

/** Whether a query of the feature may show something else after these tables changed. Unknown features always do. */
export function isTouched(feature: string, tables: readonly string[]): boolean {
  if (readsOwn.has(feature)) return false
  const read = tablesRead[feature]
  if (readsAll.has(feature) || read === undefined) return tables.some((table) => !ofThisCopy.has(table))
  return tables.some((table) => read.includes(table))
}

/** The feature of a query by its key: tRPC's keys start with the path, `[['products', 'list'], …]`. */
export function featureOfKey(key: readonly unknown[]): string {
  const path = key[0]
  return Array.isArray(path) ? String(path[0]) : String(path)
}

export function handleEvent(queryClient: QueryClient, event: HostEvent): void {
  if (event.type === 'changed') {
    const { tables } = event
    queryClient.invalidateQueries({ predicate: (query) => isTouched(featureOfKey(query.queryKey), tables) })
  }
  if (event.type === 'book') resetToBook(queryClient)
}

/** Nothing of the old book may be seen in the new one. */
function resetToBook(queryClient: QueryClient): void {
  queryClient.removeQueries({ predicate: (query) => featureOfKey(query.queryKey) !== 'host' })
  queryClient.invalidateQueries({ predicate: (query) => featureOfKey(query.queryKey) === 'host' })
}
