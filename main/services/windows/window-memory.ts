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

/** Whose draft: of a form, in a window; without one where any window may go on with it. */
export type DraftOwner = { form: string; window?: string | undefined }

export type Draft = { content: string; savedAt: Instant; window: string }

/** `@` stands in no form's name. */
function draftKey({ form, window }: DraftOwner): string {
  return window ? `${form}@${window}` : form
}

export function getDraft(db: ReadDb, owner: DraftOwner): Draft | null {
  const kept = db.get<Omit<Draft, 'window'>>(
    'SELECT content, saved_at AS savedAt FROM drafts WHERE form = ?',
    draftKey(owner),
  )
  return kept ? { ...kept, window: owner.window ?? '' } : null
}

/** The newest draft of the form that another window left behind or is writing. */
export function draftElsewhere(db: ReadDb, { form, window = '' }: DraftOwner): Draft | null {
  const draft = db.get<Draft>(
    `SELECT content, saved_at AS savedAt, substr(form, ?) AS window FROM drafts
     WHERE form >= ? AND form < ? AND form <> ? ORDER BY saved_at DESC LIMIT 1`,
    form.length + 2,
    `${form}@`,
    // The character after `@`.
    `${form}A`,
    draftKey({ form, window }),
  )
  return draft ?? null
}

export function keepDraft(tx: WriteTx, owner: DraftOwner, content: string): void {
  tx.run(
    `INSERT INTO drafts (form, content, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (form) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at`,
    draftKey(owner),
    content,
    tx.now,
  )
}

export function dropDraft(tx: WriteTx, owner: DraftOwner): void {
  tx.run('DELETE FROM drafts WHERE form = ?', draftKey(owner))
}
