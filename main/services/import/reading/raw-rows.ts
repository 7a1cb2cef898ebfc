// The records of a source as they stand, text and workbook alike, readable from the start as often as needed.
import { AppError } from '#shared/errors.ts'
import { decodeText, type ReadingProgress } from './decode-text.ts'
import { type DelimiterGuess, detectDelimiter } from './detect-delimiter.ts'
import type { Encoding } from './encodings.ts'
import { headText, type TextSource, type WorkbookSource } from './open-source.ts'
import { readRecords } from './read-records.ts'
import type { RawRow } from './table-row.ts'
import { mostRows, readSheet } from './xlsx/read-sheet.ts'
import { readSharedStrings } from './xlsx/shared-strings.ts'
import { unpackBudget } from './xlsx/unpack-entry.ts'

/** How the file was read: what was guessed or chosen, shown so that it can be changed. */
export type TableFormat =
  | {
      readonly kind: 'text'
      readonly encoding: Encoding
      readonly isEncodingSure: boolean
      /** Bytes of a UTF-8 file that are not UTF-8 and were read as Windows-1252. */
      readonly strayBytes: number
      readonly delimiter: string
      readonly isDelimiterSure: boolean
    }
  | {
      readonly kind: 'workbook'
      readonly sheet: string
      readonly sheets: readonly { readonly name: string; readonly rows: number; readonly isHidden: boolean }[]
    }

export interface RawRows {
  readonly format: TableFormat
  /** `columns`, once known, helps to tell broken quotes from long cells. */
  read(progress: ReadingProgress, columns?: number): Generator<RawRow[]>
}

export function rawTextRows(source: TextSource, chosen: { encoding?: Encoding; delimiter?: string }): RawRows {
  const encoding = chosen.encoding ?? source.guess.encoding
  const isGuess = encoding === source.guess.encoding
  const found = detectDelimiter(headText(source.bytes, encoding))
  const guess: DelimiterGuess =
    chosen.delimiter === undefined ? found : { ...found, delimiter: chosen.delimiter, isSure: true }
  return {
    format: {
      kind: 'text',
      encoding,
      isEncodingSure: !isGuess || source.guess.isSure,
      strayBytes: isGuess ? source.guess.strayBytes : 0,
      delimiter: guess.delimiter,
      isDelimiterSure: guess.isSure,
    },
    *read(progress, columns) {
      const pieces = decodeText(source.bytes, { encoding, progress })
      let isFirst = true
      for (const records of readRecords(pieces, { delimiter: guess.delimiter, columns })) {
        // The line `sep=;` speaks to the reader and is no record.
        yield isFirst && found.isDeclared ? records.filter((record) => record.line > 1) : records
        isFirst = false
      }
    },
  }
}

export function rawSheetRows(source: WorkbookSource, name: string | undefined): RawRows {
  const { workbook, surveys } = source
  const sheets = workbook.sheets.map((sheet, at) => ({ sheet, survey: surveys[at] ?? { rows: 0, merged: [] } }))
  const wanted = sheets.find(({ sheet, survey }) =>
    name === undefined ? !sheet.isHidden && survey.rows > 1 : sheet.name === name,
  )
  const chosen = wanted ?? (name === undefined ? sheets[0] : undefined)
  if (chosen === undefined) throw new AppError('import/no-such-sheet', { name: workbook.bytes.name, sheet: name ?? '' })
  if (chosen.survey.rows > mostRows + 1) {
    throw new AppError('import/xlsx-too-large', { name: workbook.bytes.name, limitRows: mostRows })
  }
  return {
    format: {
      kind: 'workbook',
      sheet: chosen.sheet.name,
      sheets: sheets.map(({ sheet, survey }) => ({ name: sheet.name, rows: survey.rows, isHidden: sheet.isHidden })),
    },
    *read(progress) {
      const budget = unpackBudget()
      const strings = readSharedStrings(workbook, budget)
      // The sheet is one part of the file; its share of the work is all that is worth showing.
      const onProgress = (packed: number): void => {
        progress.bytesDone = Math.round((packed / chosen.sheet.entry.packedSize) * workbook.bytes.size)
      }
      const { sheet, survey } = chosen
      for (const rows of readSheet({ workbook, sheet, strings, merged: survey.merged, budget, onProgress })) {
        yield rows.map(({ line, cells }) => ({ line, cells, problem: null }))
      }
    },
  }
}
