// A file opened as its mapping says.

import type { ShelvedFile } from '#main/services/files/file-shelf.ts'
import { isEncoding } from '#main/services/import/reading/encodings.ts'
import { openSource } from '#main/services/import/reading/open-source.ts'
import { type ImportTable, openTable } from '#main/services/import/reading/open-table.ts'
import type { MappingOptions } from '#shared/schemas/imports.ts'

/** How a file is to be read where the guess is not taken. */
export type TableChoice = Partial<Pick<MappingOptions, 'encoding' | 'delimiter' | 'sheet' | 'headerLine'>>

/** Works on the table of a shelved file, read as the user (or a saved mapping) said; the file is closed afterwards. */
export function withTable<Result>(
  file: ShelvedFile,
  options: TableChoice,
  work: (table: ImportTable) => Result,
): Result {
  const { encoding, delimiter, sheet, headerLine } = options
  const chosen = encoding !== undefined && isEncoding(encoding) ? encoding : undefined
  const source = openSource(file)
  try {
    return work(openTable(source, { encoding: chosen, delimiter, sheet, headerLine }))
  } finally {
    source.bytes.close()
  }
}
