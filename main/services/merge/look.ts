// A look at another copy: both books, and a copy of ours into which the other was merged for trial. Kept by the clerk until it
// is forgotten, so that pages of the report are read from it and what was seen is what is merged.
import type { Connection, ReadDb } from '#main/db/database.ts'
import type { ForeignBook } from '#main/db/merge/merge-types.ts'
import { headsHash } from '#main/db/merge/undoable-merge.ts'
import type { PrivateFolder } from '#main/db/private-folder.ts'
import { readDb } from '#main/db/statements.ts'
import type { FoundClash } from '#main/services/clashes/clash-rule.ts'
import type { FoundConflict } from '#main/services/merge/conflict-types.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { ClashRuleId } from '#shared/schemas/clashes.ts'
import type { MergeReport } from '#shared/schemas/merge.ts'

/** The three states of the book that a look compares. */
export type LookBooks = { ours: ReadDb; theirs: ReadDb; together: ReadDb }

export type Look = {
  report: MergeReport
  /** The state of our log when we looked; once it has moved on, the look says nothing any more. */
  heads: string
  foreign: ForeignBook
  /** Ours with theirs in it, and tables of what each did. */
  together: Connection
  folder: PrivateFolder
  conflicts: readonly FoundConflict[]
  clashes: ReadonlyMap<ClashRuleId, readonly FoundClash[]>
}

/** One at a time for a book: another look takes the place of the one before. */
const looks = new WeakMap<Connection, Look>()

export function keepLook(ours: Connection, look: Look): void {
  forgetLook(ours)
  looks.set(ours, look)
}

/** The look of this name; `merge/look-again` where it is gone or our book was written to since. */
export function lookOf(ours: Connection, id: string): Look {
  const look = looks.get(ours)
  if (look?.report.look !== id || headsHash(ours) !== look.heads) throw new AppError('merge/look-again')
  return look
}

export function forgetLook(ours: Connection): void {
  const look = looks.get(ours)
  looks.delete(ours)
  if (look) closeLook(look)
}

function closeLook({ foreign, together, folder }: Pick<Look, 'foreign' | 'together' | 'folder'>): void {
  together.close()
  foreign.close()
  folder.remove()
}

/** The books of a look for reading. */
export function booksOf(ours: Connection, { foreign, together }: Pick<Look, 'foreign' | 'together'>): LookBooks {
  const now = Date.now() as Instant
  return { ours: readDb(ours, now), theirs: readDb(foreign.connection, now), together: readDb(together, now) }
}
