// A file for a channel or a carrier, made in memory: first looked at, then put on the shelf.
import { type FileFormat, fileText, headingsOf } from '#main/domain/channels/file-format.ts'
import type { ToldApart } from '#main/services/channels/told-apart.ts'
import type { FileShelf } from '#main/services/files/file-shelf.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { DoubtReason, FilePreview, LeftOutReason, WrittenFile } from '#shared/schemas/channel-files.ts'

export type FileMade = {
  /** Its rows are cells already; what they were made of does not matter any more. */
  format: FileFormat<never>
  name: string
  rows: { shipmentId: number | null; number: string; parcelId: number | null; cells: string[] }[]
  leftOut: ToldApart<LeftOutReason>
  doubtful: ToldApart<DoubtReason>
}

const shownRows = 200
const encoder = new TextEncoder()
const byteOrderMark = '\ufeff'

export function previewOf({ format, name, rows, leftOut, doubtful }: FileMade): FilePreview {
  return {
    name,
    headers: headingsOf(format),
    rows: rows.slice(0, shownRows).map(({ shipmentId, number, cells }) => ({ shipmentId, number, cells })),
    total: rows.length,
    leftOut,
    doubtful,
  }
}

/** Puts it on the shelf under its name and the day; `packing/empty-file` where nothing would stand in it. */
export function writtenFile({ format, name, rows }: FileMade, files: FileShelf, today: Day): WrittenFile {
  if (rows.length === 0) throw new AppError('packing/empty-file')
  const text = fileText(
    format,
    rows.map(({ cells }) => cells),
  )
  // Spreadsheets take a comma-separated file for UTF-8 by its mark; readers of tab-separated ones stumble over it.
  const mark = format.ending === 'csv' && format.hasHeadings ? byteOrderMark : ''
  const { token, name: fileName } = files.keep(`${name}-${today}.${format.ending}`, encoder.encode(mark + text))
  const parcelIds = [...new Set(rows.flatMap(({ parcelId }) => parcelId ?? []))]
  return { token, name: fileName, size: files.find(token).size, rows: rows.length, parcelIds }
}
