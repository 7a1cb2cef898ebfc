// Mappings saved under a name, found again by the headers they were made for.

import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { headerSignature } from '#main/domain/import/mapping.ts'
import { shippedByName } from '#main/services/import/shipped-mappings.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type ImportMapping, mappingSchema } from '#shared/schemas/imports.ts'

export type SavedMapping = { id: Id; name: string; kind: string; mapping: ImportMapping }

type Row = { id: Id; name: string; kind: string; mapping: string }

export function listMappings(db: ReadDb): SavedMapping[] {
  return db
    .all<Row>('SELECT id, name, kind, mapping FROM live_import_mappings ORDER BY name COLLATE NOCASE, id')
    .map(fromRow)
}

/** The newest mapping made for these headers, or null. */
export function mappingForHeaders(db: ReadDb, headers: readonly string[]): SavedMapping | null {
  const sql = 'SELECT id, name, kind, mapping FROM live_import_mappings WHERE signature = ? ORDER BY id DESC LIMIT 1'
  const row = db.get<Row>(sql, headerSignature(headers))
  return row ? fromRow(row) : null
}

/** The mapping of a name, saved or shipped, or `import/no-such-mapping`. */
export function mappingByName(db: ReadDb, name: string): SavedMapping {
  const row = db.get<Row>(
    'SELECT id, name, kind, mapping FROM live_import_mappings WHERE name = ? COLLATE NOCASE ORDER BY id DESC LIMIT 1',
    name,
  )
  if (row) return fromRow(row)
  const shipped = shippedByName(name)
  if (!shipped) throw new AppError('import/no-such-mapping', { name })
  return { id: 0, kind: shipped.mapping.kind, ...shipped }
}

/** Saves under a name; the same name again is changed, not doubled. */
export function saveMapping(tx: WriteTx, name: string, headers: readonly string[], mapping: ImportMapping): Id {
  const columns = { name, kind: mapping.kind, signature: headerSignature(headers), mapping: JSON.stringify(mapping) }
  const known = tx.get<{ id: Id }>('SELECT id FROM live_import_mappings WHERE name = ? COLLATE NOCASE', name)
  if (!known) return tx.insert('import_mappings', columns)
  tx.update('import_mappings', known.id, columns)
  return known.id
}

export function removeMapping(tx: WriteTx, id: Id): void {
  tx.update('import_mappings', id, { deleted: 1 })
}

function fromRow({ id, name, kind, mapping }: Row): SavedMapping {
  return { id, name, kind, mapping: mappingSchema.parse(JSON.parse(mapping)) }
}
