// What a kind of paper brings: the data it shows. A new kind is a file beside this one and a line in paper-kind-rules.ts.
import type { ReadDb } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { PaperKind, PaperWarning, PaperWish } from '#shared/schemas/papers.ts'

/** What a template sees; nothing but text, pairs of text, lists and yes or no. */
export type PaperFields = Readonly<Record<string, unknown>>

export type PaperData = {
  fields: PaperFields
  /** Lines of the table, to know which columns hold nothing. */
  rows: readonly PaperFields[]
  partyId: Id | null
  partyName: string
  currency: string
  totalMinor: number | null
  warnings: PaperWarning[]
}

export type PaperKindRule = {
  kind: PaperKind
  /** Columns that its table can show; figures stand to the right. */
  columns: readonly string[]
  /** Whether its pages carry a running head and numbers; labels do not. */
  isSheet: boolean
  build(db: ReadDb, wish: PaperWish, today: Day): PaperData
}

/** Columns of figures, in any kind of paper. */
export const figureColumns: ReadonlySet<string> = new Set(
  'position quantity unitPrice discount amount netWeight price moq piecesPerCarton expected counted answerPrice answerMoq answerLead daysOverdue perCarton pieces net gross volume'.split(
    ' ',
  ),
)
