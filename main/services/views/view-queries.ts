// The saved views of a list: one's own and those shared with everyone.
import type { ReadDb } from '#main/db/database.ts'
import { gridState } from '#main/services/windows/window-memory.ts'
import type { Id } from '#shared/ids.ts'
import { type ListViews, type SavedView, viewState } from '#shared/schemas/views.ts'

type Row = { id: Id; name: string; personId: Id | null; state: string }

export function listViews(db: ReadDb, { list, personId }: { list: string; personId: Id | null }): ListViews {
  const rows = db.all<Row>(
    `SELECT id, name, person_id AS personId, state FROM live_saved_views
     WHERE list = ? AND (person_id IS NULL OR person_id = ?) ORDER BY position, id`,
    list,
    personId,
  )
  const views = rows.map(viewOf)
  return { views, defaultId: defaultOf(db, list, views) }
}

function viewOf({ id, name, personId, state }: Row): SavedView {
  return { id, name, isShared: personId === null, state: readState(state) }
}

/** What a later version wrote and this one does not understand is left out. */
function readState(text: string): SavedView['state'] {
  const parsed = viewState.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : viewState.parse({})
}

/** Where this copy keeps which view a list opens with: beside how its columns were left. */
export function defaultViewKey(list: string): string {
  return `${list} default view`
}

function defaultOf(db: ReadDb, list: string, views: readonly SavedView[]): number | null {
  const kept = Number(gridState(db, defaultViewKey(list)))
  return views.some(({ id }) => id === kept) ? kept : null
}
