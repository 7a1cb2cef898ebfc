// The refused cells of a report as rows of one list.
import type { ImportReport, RefusedCell } from '#shared/schemas/imports.ts'

export type RefusedRow = RefusedCell & {
  id: string
  fileName: string
  /** What stood there; of a row with too many or too few cells that is no single value. */
  shown: string
}

/** All refused cells, or those of one file, in the order of files and lines. */
export function refusedRowsOf({ files }: Pick<ImportReport, 'files'>, fileId: string | null): RefusedRow[] {
  return files
    .filter(({ file }) => fileId === null || file === fileId)
    .flatMap(({ file, name, refused }) =>
      refused.map((cell, at) => ({ ...cell, shown: shownValue(cell), id: `${file}:${at}`, fileName: name })),
    )
}

function shownValue({ value, expected }: RefusedCell): string {
  return expected.startsWith('cells:') ? '' : value
}
