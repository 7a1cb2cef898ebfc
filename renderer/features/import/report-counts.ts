// What became of the rows of all files together.
import type { FileReport, ImportReport } from '#shared/schemas/imports.ts'

export type Counts = Pick<FileReport, 'new' | 'changed' | 'unchanged' | 'merged' | 'refusedRows' | 'skipped'>

export function countsOf({ files }: Pick<ImportReport, 'files'>): Counts {
  const sum = (key: keyof Counts) => files.reduce((total, file) => total + file[key], 0)
  return {
    new: sum('new'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    merged: sum('merged'),
    refusedRows: sum('refusedRows'),
    skipped: sum('skipped'),
  }
}

/** Whether importing would leave the book as it is. */
export function changesNothing(counts: Counts): boolean {
  return counts.new === 0 && counts.changed === 0
}
