// The keys under which files know our records: looked up once, remembered for the import.

import type { WriteTx } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

export type KeyKind = 'category' | 'product' | 'customer' | 'supplier' | 'carrier'

export type SourceKeys = {
  find(kind: KeyKind, externalId: string): Id | null
  /** Looks many up at once, so that `find` knows them. */
  findAhead(kind: KeyKind, externalIds: readonly string[]): void
  /** Notes that a record is known under this key from now on. */
  note(kind: KeyKind, externalId: string, recordId: Id): void
  /** Forgets what was looked up: after writes were taken back, it may no longer be there. */
  forget(): void
}

/** Keys of one channel. */
export function sourceKeys(tx: WriteTx, channel: string): SourceKeys {
  const known = new Map<string, Id | null>()
  const lookup = tx.statement(
    `SELECT record_id AS id FROM source_keys WHERE kind = ? AND channel = ? AND external_id = ? AND deleted = 0 ORDER BY id LIMIT 1`,
  )
  return {
    find(kind, externalId) {
      const key = `${kind} ${externalId}`
      const remembered = known.get(key)
      if (remembered !== undefined) return remembered
      const id = lookup.get<{ id: Id }>(kind, channel, externalId)?.id ?? null
      known.set(key, id)
      return id
    },
    findAhead(kind, externalIds) {
      const unknown = [...new Set(externalIds)].filter((externalId) => !known.has(`${kind} ${externalId}`))
      const found = tx.raw(
        `SELECT k.external_id, k.record_id FROM json_each(?) j
         CROSS JOIN source_keys k ON k.kind = ? AND k.channel = ? AND k.external_id = j.value
         WHERE k.deleted = 0 ORDER BY k.id DESC`,
        JSON.stringify(unknown),
        kind,
        channel,
      ) as [string, Id][]
      for (const externalId of unknown) known.set(`${kind} ${externalId}`, null)
      for (const [externalId, id] of found) known.set(`${kind} ${externalId}`, id)
    },
    note(kind, externalId, recordId) {
      known.set(`${kind} ${externalId}`, recordId)
      tx.insert('source_keys', { channel, kind, external_id: externalId, record_id: recordId })
    },
    forget: () => known.clear(),
  }
}
