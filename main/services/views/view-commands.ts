// Saving, changing and removing views.

import type { WriteTx } from '#main/db/database.ts'
import type { UniqueKey } from '#main/services/records/unique-key.ts'
import { defaultViewKey } from '#main/services/views/view-queries.ts'
import { keepGridState } from '#main/services/windows/window-memory.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { AddViewInput, ChangeViewInput } from '#shared/schemas/views.ts'

/** Adds a view behind the others. Without a person at this machine it can be shared only. */
export function addView(tx: WriteTx, { list, name, isShared, state }: AddViewInput): Id {
  const personId = isShared ? null : tx.personId
  refuseTakenName(tx, { list, name, own: null })
  const last = tx.get<{ n: number | null }>('SELECT max(position) AS n FROM live_saved_views WHERE list = ?', list)
  const position = (last?.n ?? 0) + 1
  return tx.insert('saved_views', { list, name, state: JSON.stringify(state), person_id: personId, position })
}

/** Changes what is given of a view. */
export function changeView(tx: WriteTx, { id, name, isShared, state }: ChangeViewInput): void {
  const view = usableView(tx, id)
  if (name !== undefined && name !== view.name) refuseTakenName(tx, { list: view.list, name, own: id as Id })
  tx.update('saved_views', id as Id, {
    name,
    state: state && JSON.stringify(state),
    person_id: isShared === undefined ? undefined : isShared ? null : tx.personId,
  })
}

export function removeView(tx: WriteTx, id: number): void {
  usableView(tx, id)
  tx.update('saved_views', id as Id, { deleted: 1 })
}

/** The view that a list opens with on this machine. */
export function setDefaultView(tx: WriteTx, { list, id }: { list: string; id: number | null }): void {
  if (id !== null) usableView(tx, id)
  keepGridState(tx, defaultViewKey(list), id === null ? '' : String(id))
}

/** A view that is there, shared or one's own. */
function usableView(tx: WriteTx, id: number): { list: string; name: string } {
  const view = tx.get<{ list: string; name: string }>(
    'SELECT list, name FROM live_saved_views WHERE id = ? AND (person_id IS NULL OR person_id = ?)',
    id,
    tx.personId,
  )
  if (!view) throw new AppError('views/not-found')
  return view
}

export const viewKeys: readonly UniqueKey[] = [
  {
    table: 'saved_views',
    columns: ['list', 'name'],
    beside: ['person_id'],
    holders: (db, { list = '', name = '', person_id: person = null }) => {
      const sql = `SELECT id FROM live_saved_views WHERE list = ? AND name = ? COLLATE NOCASE
        AND (person_id IS NULL OR person_id IS ?)`
      return db.raw(sql, list, name, person).map(([id]) => id as Id)
    },
  },
]

/** Two views of one name, seen by the same person, could not be told apart. */
function refuseTakenName(tx: WriteTx, { list, name, own }: { list: string; name: string; own: Id | null }): void {
  const other = tx.get(
    `SELECT 1 FROM live_saved_views WHERE list = ? AND name = ? COLLATE NOCASE AND id IS NOT ?
     AND (person_id IS NULL OR person_id = ?)`,
    list,
    name,
    own,
    tx.personId,
  )
  if (other) throw new AppError('views/name-taken', { name, field: 'name' })
}
