// What this copy alone remembers of its windows: the state of lists and unfinished forms. Local tables, never logged.

import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { Instant } from '#shared/dates.ts'

/** Columns, widths and sort of a list as JSON text, or null. */
export function gridState(db: ReadDb, list: string): string | null {
  return db.get<{ state: string }>('SELECT state FROM grid_states WHERE list = ?', list)?.state ?? null
}

export function keepGridState(tx: WriteTx, list: string, state: string): void {
  tx.run(
    'INSERT INTO grid_states (list, state) VALUES (?, ?) ON CONFLICT (list) DO UPDATE SET state = excluded.state',
    list,
    state,
  )
}

export type Draft = { content: string; savedAt: Instant }

export function getDraft(db: ReadDb, form: string): Draft | null {
  return db.get<Draft>('SELECT content, saved_at AS savedAt FROM drafts WHERE form = ?', form) ?? null
}

export function keepDraft(tx: WriteTx, form: string, content: string): void {
  tx.run(
    `INSERT INTO drafts (form, content, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (form) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at`,
    form,
    content,
    tx.now,
  )
}

export function dropDraft(tx: WriteTx, form: string): void {
  tx.run('DELETE FROM drafts WHERE form = ?', form)
}
