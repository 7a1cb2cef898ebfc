// Keys under which files know our records, given twice: the next file could not tell which record is meant.
import type { ReadDb } from '#main/db/database.ts'
import { combineCategories } from '#main/services/catalog/category-clashes.ts'
import { combineProducts } from '#main/services/catalog/product-clashes.ts'
import {
  type ClashRow,
  type ClashRule,
  clashOf,
  type FoundClash,
  type Mender,
  updateOthers,
} from '#main/services/clashes/clash-rule.ts'
import { combineParties } from '#main/services/parties/party-clashes.ts'
import type { Id } from '#shared/ids.ts'
import type { ClashMendingId } from '#shared/schemas/clashes.ts'
import type { RecordKind } from '#shared/schemas/records.ts'

type KeyRow = { id: Id; kind: string; recordId: Id; name: string }

const recordKinds: Readonly<Record<string, RecordKind>> = {
  product: 'product',
  category: 'category',
  customer: 'party',
  supplier: 'party',
  carrier: 'party',
}

export const sourceKeyTwins: ClashRule = {
  id: 'sources/same-key',
  tables: ['source_keys', 'products', 'parties', 'categories'],
  find(db) {
    const groups = db.raw(
      `SELECT d.kind, d.channel, d.external_id, json_group_array(k.id) FROM (
         SELECT kind, channel, external_id FROM source_keys INDEXED BY source_keys_by_key
         GROUP BY kind, channel, external_id HAVING count(*) > 1) d
       CROSS JOIN source_keys k INDEXED BY source_keys_by_key
         ON k.kind = d.kind AND k.channel = d.channel AND k.external_id = d.external_id
       WHERE k.deleted = 0 GROUP BY d.kind, d.channel, d.external_id HAVING count(*) > 1`,
    ) as [string, string, string, string][]
    return groups
      .map(([kind, channel, externalId, ids]) => clashOf(JSON.parse(ids), { kind, channel, externalId }))
      .filter((clash) => !isListedElsewhere(db, clash))
  },
  rows(db, clashes): ClashRow[] {
    const ids = clashes.flatMap((clash) => clash.ids)
    return keyRows(db, ids).map(({ id, kind, recordId, name }) => {
      const recordKind = recordKinds[kind]
      return { rowId: id, record: recordKind ? { kind: recordKind, id: recordId } : null, label: name }
    })
  },
  suggests(db, clash): readonly ClashMendingId[] {
    const rows = keyRows(db, clash.ids)
    if (targets(rows).length === 1) return ['keepOne']
    const isOne = new Set(rows.map(({ name }) => name.trim().toLowerCase())).size === 1
    return isOne ? ['combine', 'keepOne'] : ['keepOne', 'combine']
  },
  mendings: [
    {
      id: 'combine',
      mend(mender, { ids, keep }) {
        const rows = keyRows(mender.tx, ids)
        const kept = rows.find(({ id }) => id === keep) ?? rows[0]
        if (!kept) return
        for (const other of targets(rows)) {
          if (other !== kept.recordId) combine(mender, kept, { keep: kept.recordId, other })
        }
        dropDoubleKeys(mender, kept, ids)
      },
    },
    {
      id: 'keepOne',
      mend: updateOthers('source_keys', { deleted: 1 }),
    },
  ],
}

/** Two keys may have named one record before, or name the kept one now. */
function dropDoubleKeys({ tx, update }: Mender, kept: KeyRow, ids: readonly Id[]): void {
  for (const row of keyRows(tx, ids)) {
    if (row.id !== kept.id && row.recordId === kept.recordId) update('source_keys', row.id, { deleted: 1 })
  }
}

function combine(mender: Mender, { kind }: KeyRow, pair: { keep: Id; other: Id }): void {
  if (kind === 'product') combineProducts(mender, pair)
  else if (kind === 'category') combineCategories(mender, pair)
  else combineParties(mender, pair)
}

function targets(rows: readonly KeyRow[]): Id[] {
  return [...new Set(rows.map(({ recordId }) => recordId))]
}

function keyRows(db: ReadDb, ids: readonly Id[]): KeyRow[] {
  return db.all<KeyRow>(
    `SELECT k.id, k.kind, k.record_id AS recordId, coalesce(
       CASE k.kind WHEN 'product' THEN (SELECT coalesce(nullif(p.name_en, ''), p.name_zh) FROM products p WHERE p.id = k.record_id)
         WHEN 'category' THEN (SELECT coalesce(nullif(c.name_en, ''), c.name_zh) FROM categories c WHERE c.id = k.record_id)
         ELSE (SELECT q.name FROM parties q WHERE q.id = k.record_id) END, '') AS name
     FROM live_source_keys k WHERE k.id IN (SELECT value FROM json_each(?)) ORDER BY k.id`,
    JSON.stringify(ids),
  )
}

/** Different records of one SKU, code or name are a clash of their own, whose mending takes the doubled keys with it. */
function isListedElsewhere(db: ReadDb, { ids, facts }: FoundClash): boolean {
  const [table, said] = toldBy[String(facts.kind)] ?? []
  if (!table) return false
  const row = db.get<{ records: number; names: number; empty: number }>(
    `SELECT count(DISTINCT r.id) AS records, count(DISTINCT ${said}) AS names, sum(${said} = '') AS empty
     FROM json_each(?) j CROSS JOIN source_keys k ON k.id = j.value CROSS JOIN ${table} r ON r.id = k.record_id
     WHERE k.deleted = 0 AND r.deleted = 0`,
    JSON.stringify(ids),
  )
  return row !== undefined && row.records > 1 && row.names === 1 && row.empty === 0
}

const toldBy: Readonly<Record<string, readonly [string, string]>> = {
  product: ['products', 'r.sku'],
  category: ['categories', "lower(coalesce(nullif(r.name_en, ''), r.name_zh))"],
  customer: ['parties', 'lower(r.code)'],
  supplier: ['parties', 'lower(r.code)'],
  carrier: ['parties', 'lower(r.code)'],
}
