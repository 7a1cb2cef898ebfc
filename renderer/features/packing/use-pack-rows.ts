// What hands change in the cartons, as functions that stay the same while the form lives: a key in one row redraws one row.
import type { UseFormReturnType } from '@mantine/form'
import { useMemo, useRef } from 'react'
import { type RowChanges, useRowChanges } from '#renderer/ui/record-form/form-rows.ts'
import type { PackingLine } from '#shared/schemas/packing.ts'
import { mergeUp, putInto, splitRow } from './change-rows.ts'
import { type LeftOfLine, leftOfLines, newPackRow, type PackForm, type PackRow } from './pack-form-values.ts'

export type PackRowChanges = RowChanges<PackRow> & {
  add: () => void
  split: (index: number) => void
  merge: (index: number) => void
  put: (index: number, lineId: number, milli: number) => void
  /** What is still to be packed of each line, as of now. */
  left: () => LeftOfLine[]
}

export function usePackRows(form: UseFormReturnType<PackForm>, lines: readonly PackingLine[]): PackRowChanges {
  const latest = useRef({ form, lines })
  latest.current = { form, lines }
  const { change } = useRowChanges(form, 'rows')
  return useMemo(() => {
    const rows = () => latest.current.form.getValues().rows
    const set = (next: PackRow[]) => latest.current.form.setFieldValue('rows', next as never)
    const all = (next: PackRow[]) => {
      latest.current.form.clearErrors()
      set(next)
    }
    return {
      change,
      add: () => all([...rows(), newPackRow(crypto.randomUUID())]),
      remove: (index) => all(rows().filter((_, at) => at !== index)),
      split: (index) => all(splitRow(rows(), index, crypto.randomUUID())),
      merge: (index) => all(mergeUp(rows(), index)),
      put: (index, lineId, milli) => all(rows().map((row, at) => (at === index ? putInto(row, lineId, milli) : row))),
      left: () => leftOfLines(latest.current.lines, latest.current.form.getValues()),
    }
  }, [change])
}
