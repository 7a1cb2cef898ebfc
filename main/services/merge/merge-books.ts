// Another copy of the book brought into this one, with everything that is derived settled.
import type { Connection } from '#main/db/database.ts'
import type { ForeignBook, MergeOutcome, MergeSettings } from '#main/db/merge/merge-types.ts'

/** How the other file is read: `isPrivate` says that it is a private copy already (decrypted, say), which is used as it is. */
export type ForeignFile = { file: string; isPrivate?: boolean; folder?: string }

/**
 * Opens another copy of `ours` for looking at it or merging it: through a private copy, checked and upgraded there.
 * Throws `merge/…` where it is none, is damaged, or is newer. Close it.
 */
export async function openForeign(_ours: Connection, _other: ForeignFile): Promise<ForeignBook> {
  throw new Error('to come')
}

/** Merges a foreign book into `ours`: the open book on its writer, or a copy of it for a rehearsal. One transaction. */
export function mergeForeign(
  _ours: Connection,
  _foreign: ForeignBook,
  _settings: Omit<MergeSettings, 'followUp'>,
): MergeOutcome {
  throw new Error('to come')
}
