// The list of papers: its columns, and the rows of a page.
import type { ReadDb } from '#main/db/database.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { recordKey, recordRefOf, recordTitles } from '#main/services/records/record-titles.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import { currencyCodes, currencyDigits } from '#shared/reference/currencies.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'
import { type PaperRow, paperKinds } from '#shared/schemas/papers.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

const kindsKnown = paperKinds.map((kind) => `'${kind}'`).join(', ')

export const paperList: ListSpec = {
  table: 'live_papers',
  base: 'papers',
  indexed: ['issuedOn', 'number'],
  keys: ['number'],
  // A newer program may have issued kinds that this one has no words for.
  where: `r.kind IN (${kindsKnown})`,
  joins: {
    party: 'LEFT JOIN parties party ON party.id = r.party_id',
    order: "LEFT JOIN sales_orders o ON o.id = r.record_id AND r.record_kind = 'order'",
    purchase: "LEFT JOIN purchase_orders u ON u.id = r.record_id AND r.record_kind = 'purchase'",
    request: "LEFT JOIN quote_requests q ON q.id = r.record_id AND r.record_kind = 'request'",
    letter: "LEFT JOIN dunning_letters d ON d.id = r.record_id AND r.record_kind = 'letter'",
    shipment: "LEFT JOIN shipments h ON h.id = r.record_id AND r.record_kind = 'shipment'",
  },
  columns: {
    number: { sql: 'r.number', type: 'code' },
    kind: { sql: 'r.kind', type: 'choice' },
    issuedOn: { sql: 'r.issued_on', type: 'day' },
    partyId: { sql: 'r.party_id', type: 'number' },
    party: { sql: 'party.name', also: 'party.name_zh', type: 'text', joins: ['party'] },
    record: {
      sql: 'coalesce(o.number, u.number, q.number, d.number, h.number)',
      type: 'text',
      joins: ['order', 'purchase', 'request', 'letter', 'shipment'],
    },
    language: { sql: 'r.language', type: 'choice' },
    currency: { sql: 'r.currency', type: 'choice' },
    total: { sql: totalInMajor(), type: 'number' },
    status: { sql: 'r.status', type: 'choice' },
    sentOn: { sql: 'r.sent_on', type: 'day' },
    sentTo: { sql: 'r.sent_to', type: 'text' },
    templateName: { sql: 'r.template_name', type: 'text' },
    pageSize: { sql: 'r.page_size', type: 'choice' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['number', 'party', 'record', 'sentTo'],
  defaultSort: [{ column: 'issuedOn', direction: 'desc' }],
}

/** In the paper's own currency: to sort and compare by, never to add up. */
function totalInMajor(): string {
  const unusual = currencyCodes.filter((code) => currencyDigits(code) !== 2)
  const cases = unusual.map((code) => `WHEN '${code}' THEN ${10 ** currencyDigits(code)}.0`)
  return `(r.total_minor / CASE r.currency ${cases.join(' ')} ELSE 100.0 END)`
}

export type SelectedPaper = Omit<PaperRow, 'record' | 'total'> & {
  recordKind: string
  recordId: Id | null
  totalMinor: number | null
}

/** Papers as `r`; ends before its WHERE. */
export const paperSelect = `SELECT r.id, r.number, r.kind, r.issued_on AS issuedOn, r.party_id AS partyId,
  coalesce(party.name, '') AS party, coalesce(party.name_zh, '') AS partyZh, r.record_kind AS recordKind, r.record_id AS recordId, r.language, r.currency,
  r.total_minor AS totalMinor, r.status, r.sent_on AS sentOn, r.sent_to AS sentTo, r.template_name AS templateName,
  r.page_size AS pageSize, r.note FROM papers r LEFT JOIN parties party ON party.id = r.party_id`

/** A page of papers. */
export function listPapers(db: ReadDb, input: ListInput): Page<PaperRow> {
  const { ids, total } = listPage(db, paperList, input)
  return { rows: paperRows(db, ids), total }
}

/** Papers as grid rows, in the order of `ids`. */
export function paperRows(db: ReadDb, ids: readonly Id[]): PaperRow[] {
  const selected = rowsInOrder<SelectedPaper>(db, paperSelect, ids)
  const refs = selected.map((row) => recordRefOf(row.recordKind, row.recordId))
  const titles = recordTitles(
    db,
    refs.filter((ref) => ref !== null),
  )
  return selected.map((row, index) => {
    const ref = refs[index]
    const title = ref ? titles.get(recordKey(ref)) : undefined
    const { recordKind: _kind, recordId: _id, totalMinor, ...rest } = row
    return { ...rest, record: title?.code || title?.name || '', total: totalOf({ totalMinor, currency: row.currency }) }
  })
}

export function totalOf({ totalMinor, currency }: { totalMinor: number | null; currency: string }): string | null {
  return minorText(totalMinor, currency)
}

/** The papers made of a record, or of a party's records, newest first. */
export function papersOfRecord(db: ReadDb, record: RecordRef): PaperRow[] {
  const { from, params } = papersFrom(record)
  const rows = db.raw(`SELECT id ${from} ORDER BY issued_on DESC, id DESC LIMIT 200`, ...params)
  return paperRows(
    db,
    rows.map((row) => row[0] as Id),
  )
}

/** How many papers there are of a record: those that `papersOfRecord` lists, all of them. */
export function countPapersOf(db: ReadDb, record: RecordRef): number {
  const { from, params } = papersFrom(record)
  return db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, ...params)?.n ?? 0
}

function papersFrom({ kind, id }: RecordRef): { from: string; params: (Id | string)[] } {
  const living = `deleted = 0 AND kind IN (${kindsKnown})`
  if (kind === 'party')
    return { from: `FROM papers INDEXED BY papers_by_party WHERE party_id = ? AND ${living}`, params: [id] }
  const from = `FROM papers INDEXED BY papers_by_record WHERE record_id = ? AND record_kind = ? AND ${living}`
  return { from, params: [id, kind] }
}
