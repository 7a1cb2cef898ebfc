// What a kind of document says of itself so that its versions are kept: its rows, when it is fixed, what it says.
import type { ReadDb } from '#main/db/database.ts'
import type { ComparedDocument } from '#main/domain/versions/diff-documents.ts'
import type { VersionCause } from '#shared/schemas/versions.ts'

export type Row = Record<string, string | number | null> & { id: number }

/** The rows a document is made of, as they stood at one moment. */
export type DocumentRows = { header: Row; lines: Row[] }

export type DocumentKind<Document = unknown> = {
  header: string
  lines: { table: string; owner: string }
  /** Columns that `compared` does not read: a change of these alone makes no version, and nothing is built to see that. */
  unread: { header: readonly string[]; lines: readonly string[] }
  /** Columns of the header that only `isFixed` reads. */
  state: readonly string[]
  /** Whether the customer has been told: from then on a change makes a version. */
  isFixed(header: Row): boolean
  /** Why its first version is kept: left out, it was confirmed. */
  fixedBy?: VersionCause
  /** The whole document, as it is kept; JSON. */
  documentOf(db: ReadDb, rows: DocumentRows): Document
  /** What of it makes two states differ, and in which currency its amounts are. */
  compared(document: Document): ComparedDocument
  currencyOf(document: Document): string
}
