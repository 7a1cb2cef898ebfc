// A list as a workbook. Its cells are read inside the read transaction; packing them takes turns and comes after it.

import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { sheetWriter } from '#main/services/exports/cell-writers.ts'
import type { ExportColumn } from '#main/services/exports/export-columns.ts'
import type { ExportRows } from '#main/services/exports/export-source.ts'
import type { ExportWriting } from '#main/services/exports/write-csv.ts'
import { AppError } from '#shared/errors.ts'

/** Beyond these a workbook no longer fits the memory of a small laptop (about 400 bytes a cell); CSV has no such end. */
const xlsxLimits = { rows: 200_000, cells: 2_000_000 }

/** All cells of the sheet, header first; `exports/too-large-for-xlsx` past the limits. */
export function sheetCells(rows: ExportRows, { columns, language, job }: ExportWriting): SheetData {
  const writers = columns.map((column) => ({ key: column.key, write: sheetWriter(column, language) }))
  const data: SheetData = [columns.map((column) => ({ value: column.header, fontWeight: 'bold' as const }))]
  for (const group of rows.groups) {
    job.stopIfCancelled()
    refuseTooMany(data.length + group.rows.length, columns.length)
    for (const row of group.rows) data.push(writers.map(({ key, write }) => write(row[key] ?? null)))
    job.progress('export.reading', group.done, rows.total)
  }
  return data
}

function refuseTooMany(rows: number, columns: number): void {
  if (rows <= xlsxLimits.rows && rows * columns <= xlsxLimits.cells) return
  const limit = Math.min(xlsxLimits.rows, Math.floor(xlsxLimits.cells / columns))
  throw new AppError('exports/too-large-for-xlsx', { limitRows: limit })
}

export async function writeXlsx(
  path: string,
  sheet: string,
  data: SheetData,
  columns: readonly ExportColumn[],
): Promise<void> {
  await writeExcelFile(data, {
    sheet: sheetName(sheet),
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: widths[column.kind] ?? 20 })),
  }).toFile(path)
}

/** What a spreadsheet takes as a sheet's name: 31 characters, none of those that mean something in a reference. */
export function sheetName(name: string): string {
  const allowed = name.replaceAll(/[[\]/\\:*?\p{Cc}]/gu, ' ').replaceAll(/^'+|'+$/g, '')
  // Cutting may leave half of a character.
  const short = allowed
    .trim()
    .slice(0, 31)
    .replaceAll(/\p{Cs}/gu, '')
  return short.trim() || 'Quayside'
}

/** In characters. */
const widths: Partial<Record<ExportColumn['kind'], number>> = { number: 12, decimal: 14, day: 12, flag: 8 }
