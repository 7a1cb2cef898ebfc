// What can lie in the bin: the table of each kind, and what a row of it is called.

import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { accountNumberSql } from '#main/services/records/row-records.ts'
import type { BinKind } from '#shared/schemas/bin.ts'
import type { RecordKind } from '#shared/schemas/records.ts'

export type BinRule = {
  table: string
  /** A SELECT of id, code, name and nameZh over the table as alias `r`, ending before its WHERE. */
  select: string
}

function ofRecord(kind: RecordKind): BinRule {
  const { table, titleSelect } = recordKindRules[kind]
  return { table, select: titleSelect }
}

function named(table: string, { code = "''", name }: { code?: string; name: string }, join = ''): BinRule {
  return { table, select: `SELECT r.id, ${code} AS code, ${name} AS name, '' AS nameZh FROM ${table} r ${join}` }
}

export const binRules: Readonly<Record<BinKind, BinRule>> = {
  product: ofRecord('product'),
  party: ofRecord('party'),
  order: ofRecord('order'),
  category: ofRecord('category'),
  rate: ofRecord('rate'),
  task: ofRecord('task'),
  person: ofRecord('person'),
  warehouse: ofRecord('warehouse'),
  channel: ofRecord('channel'),
  bin: named('bins', { name: 'r.code' }),
  batch: ofRecord('batch'),
  document: ofRecord('document'),
  count: ofRecord('count'),
  expected: ofRecord('expected'),
  offer: ofRecord('offer'),
  request: ofRecord('request'),
  certificate: ofRecord('certificate'),
  purchase: ofRecord('purchase'),
  milestone: ofRecord('milestone'),
  inspection: ofRecord('inspection'),
  claim: ofRecord('claim'),
  decision: ofRecord('decision'),
  salesCost: ofRecord('salesCost'),
  settlement: ofRecord('settlement'),
  letter: ofRecord('letter'),
  carrierService: ofRecord('carrierService'),
  shipment: ofRecord('shipment'),
  contact: named('contacts', { name: 'r.name' }),
  address: named('addresses', { name: "r.street || iif(r.city = '', '', ', ' || r.city)" }),
  note: named('notes', { name: 'substr(r.text, 1, 200)' }),
  file: named('record_attachments', { name: 'r.name' }),
  picture: named('product_pictures', { name: 'a.name' }, 'JOIN attachments a ON a.id = r.attachment_id'),
  bankAccount: named('bank_accounts', { code: accountNumberSql, name: "coalesce(nullif(r.label, ''), r.bank_name)" }),
  companyNumber: named('company_numbers', { code: 'r.number', name: 'r.note' }),
  specialDay: named('special_days', { code: 'r.day_on', name: 'r.name' }),
  view: named('saved_views', { name: 'r.name' }),
  template: named('paper_templates', { name: 'r.name' }),
  mapping: named('import_mappings', { name: 'r.name' }),
}

/**
 * SQL for the operation that last deleted a row, by the log; NULL where the log does not say. Only rows that are deleted
 * now are asked about.
 */
export function deleterSql(table: string, id: string): string {
  return `(SELECT c.operation_id FROM changes c INDEXED BY changes_by_row CROSS JOIN operations d ON d.id = c.operation_id
    WHERE c.table_name = '${table}' AND c.row_id = ${id} AND c.after ->> '$.deleted' = 1
    ORDER BY d.clock DESC, d.replica DESC, c.id DESC LIMIT 1)`
}
