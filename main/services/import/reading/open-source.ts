// Opens a file to import: says what it is, or in an error what it looks like instead. Nothing of it is kept in memory.
import { AppError } from '#shared/errors.ts'
import { type ByteSource, fileBytes } from './byte-source.ts'
import { decodeText, pieceLength } from './decode-text.ts'
import { detectEncoding, type EncodingGuess } from './detect-encoding.ts'
import { markupIn, recogniseFile } from './recognise-file.ts'
import { openWorkbook, type Workbook } from './xlsx/open-workbook.ts'
import { cutOffArchive, otherArchive } from './xlsx/other-archive.ts'
import { type SheetSurvey, surveySheet } from './xlsx/survey-sheet.ts'
import { unpackBudget } from './xlsx/unpack-entry.ts'
import { readZipDirectory } from './xlsx/zip-directory.ts'

export interface TextSource {
  readonly kind: 'text'
  readonly bytes: ByteSource
  readonly guess: EncodingGuess
}

export interface WorkbookSource {
  readonly kind: 'workbook'
  readonly bytes: ByteSource
  readonly workbook: Workbook
  /** Rows that hold anything, sheet by sheet in the workbook's order. */
  readonly surveys: readonly SheetSurvey[]
}

export type Source = TextSource | WorkbookSource

export type FileToRead = { name: string; path: string } | { name: string; fd: number }

/**
 * Opens a file. AppErrors: `import/empty`, `import/not-a-table` (`looksLike`), `import/old-excel`, `import/locked-excel`,
 * `import/xlsx-damaged`, `import/xlsx-too-large`. Close its `bytes` when done.
 */
export function openSource(file: FileToRead): Source {
  const bytes = fileBytes(file)
  try {
    return sourceOf(bytes)
  } catch (error) {
    bytes.close()
    throw error
  }
}

/** As `openSource`, for bytes that are open already. */
export function sourceOf(bytes: ByteSource): Source {
  const { name } = bytes
  if (bytes.size === 0) throw new AppError('import/empty', { name })
  const file = recogniseFile(bytes)
  if (file.form === 'old-excel') throw new AppError('import/old-excel', { name })
  if (file.form === 'locked-excel') throw new AppError('import/locked-excel', { name })
  if (file.form === 'other') throw new AppError('import/not-a-table', { name, looksLike: file.looksLike })
  return file.form === 'zip' ? workbookSource(bytes) : textSource(bytes)
}

function textSource(bytes: ByteSource): TextSource {
  const { name } = bytes
  const guess = detectEncoding(bytes)
  if (guess === null) throw new AppError('import/not-a-table', { name, looksLike: 'binary' })
  const start = headText(bytes, guess.encoding)
  if (start.trim() === '' && bytes.size <= pieceLength) throw new AppError('import/empty', { name })
  const looksLike = markupIn(start)
  if (looksLike !== null) throw new AppError('import/not-a-table', { name, looksLike })
  return { kind: 'text', bytes, guess }
}

/** The first piece of the text, for guesses. */
export function headText(bytes: ByteSource, encoding: EncodingGuess['encoding']): string {
  for (const piece of decodeText(bytes, { encoding })) return piece
  return ''
}

function workbookSource(bytes: ByteSource): WorkbookSource {
  const directory = readZipDirectory(bytes)
  if (directory === null) throw cutOffArchive(bytes)
  const budget = unpackBudget()
  const workbook = openWorkbook(bytes, directory, budget)
  if (workbook === null) throw otherArchive(bytes, directory)
  const surveys = workbook.sheets.map((sheet) => surveySheet(workbook, sheet, budget))
  return { kind: 'workbook', bytes, workbook, surveys }
}
