// Another copy of the book brought into this one, with everything that is derived settled.
import type { Connection } from '#main/db/database.ts'
import { type ForeignFile, openForeignBook } from '#main/db/merge/foreign-book.ts'
import { mergeInto } from '#main/db/merge/merge-into.ts'
import type { ForeignBook, MergeFeatures, MergeOutcome, MergeSettings } from '#main/db/merge/merge-types.ts'
import { countLeftOut } from '#main/services/copies/leave-out-contents.ts'
import { fillContents, refuseAlteredContents } from '#main/services/merge/merged-contents.ts'
import { settleMerged } from '#main/services/merge/settle-merged.ts'
import type { Instant } from '#shared/dates.ts'

export type { ForeignFile }

export const mergeFeatures: MergeFeatures = {
  lacksContent: (db) => countLeftOut(db) > 0,
  contentTable: 'attachments',
  fill: fillContents,
  refuseAltered: refuseAlteredContents,
  settle: settleMerged,
}

/**
 * Opens another copy of `ours` for looking at it or merging it: through a private copy, checked and upgraded there. Throws
 * `book/not-a-book` and `merge/…` where it is none, is another book's, damaged, newer, or our own file. Close it.
 */
export function openForeign(ours: Connection, other: ForeignFile, now = Date.now() as Instant): Promise<ForeignBook> {
  return openForeignBook(ours, other, now)
}

/**
 * Merges a foreign book into `ours`: the open book on its writer, or a copy of it for a rehearsal. One transaction: at any
 * failure (`merge/same-number`, `merge/damaged`, `book/taken-over`, a job that was stopped) our book is as it was.
 * Afterwards, on an open book, `purgeIfDue(ours)` when the outcome says so.
 */
export function mergeForeign(
  ours: Connection,
  foreign: ForeignBook,
  settings: Omit<MergeSettings, 'features'>,
): MergeOutcome {
  return mergeInto(ours, foreign, { ...settings, features: mergeFeatures })
}
