// Which record any row of the book is or belongs to, and what it says where the record's title does not say enough.
import type { ReadDb } from '#main/db/database.ts'
import { ownerOfSql } from '#main/services/records/record-kind.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { recordRefOf } from '#main/services/records/record-titles.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'

/** SQL over a row as alias `r`. */
export type RowOwner = { kind: string; id: string }

const noOwner: RowOwner = { kind: "''", id: 'NULL' }

/** Tables that are neither a record's own nor listed among its children. */
const owners: Readonly<Record<string, RowOwner>> = {
  notes: { kind: 'r.record_kind', id: 'r.record_id' },
  record_attachments: { kind: 'r.record_kind', id: 'r.record_id' },
  stock_movements: { kind: "'product'", id: 'r.product_id' },
  channel_skus: {
    kind: "'channel'",
    id: '(SELECT min(c.id) FROM channels c INDEXED BY channels_by_code WHERE c.code = r.channel AND c.deleted = 0)',
  },
  demand_overrides: { kind: "'product'", id: 'r.product_id' },
  told_costs: { kind: "'product'", id: '(SELECT m.product_id FROM stock_movements m WHERE m.id = r.movement_id)' },
  landed_costs: { kind: "'document'", id: 'r.document_id' },
  landed_cost_shares: {
    kind: "'document'",
    id: '(SELECT c.document_id FROM landed_costs c WHERE c.id = r.landed_cost_id)',
  },
  purchase_receipt_lines: {
    kind: "'purchase'",
    id: '(SELECT t.order_id FROM purchase_receipts t WHERE t.id = r.receipt_id)',
  },
  dispatch_lines: { kind: "'order'", id: '(SELECT t.order_id FROM dispatches t WHERE t.id = r.dispatch_id)' },
  supply_status_changes: { kind: "'party'", id: 'r.party_id' },
  consents: { kind: "'party'", id: 'r.party_id' },
  messages: { kind: "'party'", id: 'r.party_id' },
  distinct_parties: { kind: "'party'", id: 'r.first_id' },
  dunning_letters: { kind: "'party'", id: 'r.party_id' },
  supplier_judgements: { kind: "'party'", id: 'r.party_id' },
  grade_exceptions: { kind: "'party'", id: 'r.party_id' },
  score_run_items: { kind: "'party'", id: 'r.party_id' },
  quote_answer_lines: {
    kind: "'request'",
    id: '(SELECT a.request_id FROM quote_answers a WHERE a.id = r.answer_id)',
  },
  parcel_lines: {
    kind: "'shipment'",
    id: '(SELECT p.shipment_id FROM parcels p WHERE p.id = r.parcel_id)',
  },
  customs_lines: {
    kind: "'shipment'",
    id: '(SELECT e.shipment_id FROM customs_entries e WHERE e.id = r.entry_id)',
  },
  bank_accounts: { kind: "iif(r.party_id IS NULL, 'company', 'party')", id: 'coalesce(r.party_id, 1)' },
}

const ruleEntries = Object.entries(recordKindRules) as [RecordKind, (typeof recordKindRules)[RecordKind]][]

/** The record that a table's rows are or belong to, as SQL. */
export function ownerSql(table: string): RowOwner {
  const own = ruleEntries.find(([, rule]) => rule.table === table)
  if (own) return { kind: `'${own[0]}'`, id: 'r.id' }
  if (owners[table]) return owners[table]
  for (const [kind, { children }] of ruleEntries) {
    const child = children.find((candidate) => candidate.table === table)
    if (child) return { kind: `'${kind}'`, id: ownerOfSql(child, 'r') }
  }
  return noOwner
}

const plainNumber = "replace(r.account_number, ' ', '')"
/** An account of our own as it is; of a supplier's the last four signs. `r` is a row of bank_accounts. */
export const accountNumberSql = `iif(r.party_id IS NULL, r.account_number,
  trim('•••• ' || iif(length(${plainNumber}) > 8, substr(${plainNumber}, -4), '')))`

const labels: Readonly<Record<string, string>> = {
  notes: 'substr(r.text, 1, 200)',
  record_attachments: 'r.name',
  stock_movements: "r.qty_milli / 1000.0 || ' · ' || r.moved_on",
  bins: 'r.code',
  channel_skus: "r.channel || ' ' || r.external_sku",
  batches: 'r.code',
  stock_count_lines: '(SELECT p.sku FROM products p WHERE p.id = r.product_id)',
  expected_goods: "r.qty_milli / 1000.0 || ' · ' || coalesce(r.expected_on, '')",
  purchase_lines: 'coalesce((SELECT p.sku FROM products p WHERE p.id = r.product_id), r.description)',
  purchase_receipts: "coalesce(r.received_on, '')",
  purchase_receipt_lines: 'r.qty_milli / 1000.0',
  dispatches: "coalesce(r.dispatched_on, '')",
  dispatch_lines: 'r.qty_milli / 1000.0',
  payments: 'r.paid_on',
  period_closings: 'r.through_on',
  planning_settings: 'r.key',
  class_runs: 'r.made_on',
  demand_overrides: "r.month_on || ' · ' || r.qty_milli / 1000.0",
  landed_costs: "r.amount_minor || ' ' || r.currency",
  paper_templates: 'r.name',
  saved_views: 'r.name',
  import_mappings: 'r.name',
  alert_settings: 'r.rule',
  alert_marks: 'r.rule',
  clash_marks: 'r.rule',
  contacts: 'r.name',
  addresses: "trim(r.street || ' ' || r.city)",
  bank_accounts: accountNumberSql,
  company_numbers: 'r.number',
  special_days: "trim(r.day_on || ' ' || r.name)",
  product_barcodes: 'r.code',
  kit_parts: '(SELECT p.sku FROM products p WHERE p.id = r.part_id)',
  order_lines: 'coalesce((SELECT p.sku FROM products p WHERE p.id = r.product_id), r.description)',
  task_items: 'r.text',
  party_tags: 'r.tag',
  admission_items: "coalesce(nullif(r.title, ''), r.item)",
  supply_status_changes: "r.status || ' · ' || r.changed_on",
  supply_settings: 'r.key',
  sales_settings: 'r.key',
  supplier_judgements: "r.dimension || ' · ' || r.score",
  score_runs: "r.from_on || ' – ' || r.to_on",
  score_run_items: 'r.grade',
  grade_exceptions: 'r.until_on',
  certificates: 'r.title',
  consents: "r.purpose || ' · ' || r.stated_on",
  messages: "coalesce(nullif(r.subject, ''), substr(r.text, 1, 80))",
  offers: "r.valid_from || ' · ' || r.currency",
  offer_prices: "r.from_milli / 1000.0 || ' · ' || r.price_micros / 1000000.0",
  quote_request_lines: 'coalesce((SELECT p.sku FROM products p WHERE p.id = r.product_id), r.description)',
  quote_answers: '(SELECT s.name FROM parties s WHERE s.id = r.supplier_id)',
  quote_answer_lines: "coalesce(r.price_micros / 1000000.0, '')",
  settlement_lines: "trim(r.description || ' ' || r.external_order_id)",
  source_keys: "r.channel || ' ' || r.external_id",
  shipping_settings: 'r.key',
  carrier_services: 'r.name',
  carrier_zones: 'r.name',
  carrier_zone_places: "trim(r.country || ' ' || r.postal_prefix)",
  rate_tables: "coalesce(nullif(r.name, ''), r.valid_from || ' · ' || r.currency)",
  carrier_rates: "coalesce(r.up_to_grams / 1000.0 || ' kg', '')",
  carrier_surcharges: "coalesce(nullif(r.name, ''), r.kind)",
  shipment_lines: 'coalesce((SELECT p.sku FROM products p WHERE p.id = r.product_id), r.description)',
  parcels: "coalesce(nullif(r.tracking_number, ''), nullif(r.marks, ''), r.packaging || ' ' || r.position)",
  parcel_lines: 'r.qty_milli / 1000.0',
  shipment_legs:
    "trim(coalesce(nullif(r.from_place, ''), r.from_code) || ' – ' || coalesce(nullif(r.to_place, ''), r.to_code))",
  shipment_charges: 'r.kind',
  customs_entries: "trim(r.direction || ' ' || r.declaration_number)",
  customs_lines: "coalesce(nullif(r.hs_code, ''), r.description)",
  shipment_events: "trim(replace(r.local_time, 'T', ' ') || ' ' || substr(r.text, 1, 120))",
  tracking_rules: "coalesce(nullif(r.phrase, ''), r.code)",
}

/** What a row says of itself, as SQL; empty for what a record's title says. */
function labelSql(table: string): string {
  return labels[table] ?? "''"
}

export type RowRecord = { rowId: Id; record: RecordRef | null; label: string }

/** The record and the words of rows of one table; rows that are not there are left out. */
export function rowRecords(db: ReadDb, table: string, ids: readonly Id[]): RowRecord[] {
  const { kind, id } = ownerSql(table)
  const rows = db.raw(
    `SELECT r.id, ${kind}, ${id}, ${labelSql(table)} FROM ${table} r WHERE r.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  ) as [Id, string, Id | null, string | null][]
  return rows.map(([rowId, recordKind, recordId, label]) => ({
    rowId,
    record: recordRefOf(recordKind, recordId),
    label: label ?? '',
  }))
}
