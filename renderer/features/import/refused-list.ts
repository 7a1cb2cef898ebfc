// The refused cells of a report as rows of one list.
import type { ImportReport, RefusedCell } from '#shared/schemas/imports.ts'

export type RefusedRow = RefusedCell & { id: string; fileName: string }

/** All refused cells, or those of one file, in the order of files and lines. */
export function refusedRowsOf({ files }: Pick<ImportReport, 'files'>, fileId: string | null): RefusedRow[] {
  return files
    .filter(({ file }) => fileId === null || file === fileId)
    .flatMap(({ file, name, refused }) =>
      refused.map((cell, at) => ({ ...cell, value: shownValue(cell), id: `${file}:${at}`, fileName: name })),
    )
}

/** How many cells there were is no value of the row; the expectation tells it. */
function shownValue({ value, expected }: RefusedCell): string {
  return expected.startsWith('cells:') ? '' : value
}
