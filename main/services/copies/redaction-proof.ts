// Proves that a finished copy holds nothing of what was taken out of it: every removed text is looked for in every byte of the
// file, every emptied column is looked through, and nothing is left where SQLite keeps more than the tables show. A text that
// is found must stand where nothing is taken out (a customer's town that is also ours); anything else keeps the copy from
// being made.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Connection, ReadDb } from '#main/db/database.ts'
import { openReader } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { isFull } from '#main/services/copies/empty-cells.ts'
import { isStandIn, type RedactedBook } from '#main/services/copies/redact-book.ts'
import type { CellsOut } from '#main/services/copies/redaction-plan.ts'
import { inRecords, standingTexts } from '#main/services/copies/standing-texts.ts'
import { textFinder } from '#main/services/copies/text-finder.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'
import type { RedactionProof } from '#shared/schemas/copies.ts'

const pieceBytes = 16 * 1024 * 1024

/** Throws `copies/not-proved` where anything is left, `copies/not-whole` where the copy does not agree with itself. */
export function proveRedaction(file: string, redacted: RedactedBook, job: JobHandle): RedactionProof {
  const texts = [...redacted.texts]
  const found = textsInFile(file, texts, job)
  const connection = openReader(file)
  try {
    return read(connection, (db) => {
      const check = checkBook(db)
      const problem = check.problems[0]
      if (problem) throw new AppError('copies/not-whole', { reason: `${problem.code} ${problem.where}` })
      proveNothingBeside(connection, db)
      const cells = redacted.plan.cells.filter(({ class: kind }) => kind !== 'gone')
      for (const cell of cells) proveEmpty(db, cell)
      const { standing, rest } = standingTexts(db, found, job)
      const hidden = inRecords(db, rest)
      if (hidden.length > 0) throw new AppError('copies/not-proved', { where: 'file', count: hidden.length })
      const { size } = statSync(file)
      return { tables: redacted.tables, texts: texts.length, bytes: size, columns: cells.length, standing }
    })
  } finally {
    connection.close()
  }
}

/** Which of the texts the file's bytes hold, read in pieces that overlap by the longest of them. */
function textsInFile(file: string, texts: readonly string[], job: JobHandle): string[] {
  const finder = textFinder(texts)
  const found = new Set<number>()
  const { size } = statSync(file)
  const handle = openSync(file, 'r')
  const piece = new Uint8Array(pieceBytes + finder.longest)
  try {
    for (let at = 0; at < size; at += pieceBytes) {
      job.progress('proving', at, size)
      job.stopIfCancelled()
      const length = readSync(handle, piece, 0, piece.length, at)
      finder.scan(piece.subarray(0, length), (index) => found.add(index))
    }
  } finally {
    closeSync(handle)
  }
  return [...found].map((index) => texts[index] ?? '')
}

/** Free pages, statistics, the log, what the copy would keep to itself. */
function proveNothingBeside(connection: Connection, db: ReadDb): void {
  const rowsOf = (table: string) => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0
  const refuse = (where: string, count: number) => {
    if (count > 0) throw new AppError('copies/not-proved', { where, count })
  }
  refuse('free pages', connection.pragma('freelist_count', { simple: true }) as number)
  for (const table of ['sqlite_stat1', 'sqlite_stat4']) {
    if (db.get('SELECT 1 FROM sqlite_schema WHERE name = ?', table)) refuse('statistics', rowsOf(table))
  }
  refuse('log', rowsOf('changes') + (db.get('SELECT 1 FROM operations WHERE sequence > 1') ? 1 : 0))
  for (const table of ['drafts', 'grid_states', 'recent_records', 'merges', 'attachments', 'document_versions'])
    refuse(table, rowsOf(table))
}

/** A name became a stand-in, anything else is empty. */
function proveEmpty(db: ReadDb, cell: CellsOut): void {
  if (isStandIn(cell)) return
  const left = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM ${cell.table} WHERE (${cell.where}) AND ${isFull(db, cell)}`,
  )
  if (left && left.n > 0)
    throw new AppError('copies/not-proved', { where: `${cell.table}.${cell.column}`, count: left.n })
}
