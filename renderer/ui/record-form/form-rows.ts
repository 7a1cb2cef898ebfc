// A list in a form, row by row: what hands change in it, so that a key in one row redraws one row of hundreds.
import type { UseFormReturnType } from '@mantine/form'
import { useMemo, useRef } from 'react'

export type RowChanges<Row> = {
  change: (index: number, part: Partial<Row>) => void
  remove: (index: number) => void
}

type Lists<Values> = { [Key in keyof Values]: Values[Key] extends readonly object[] ? Key : never }[keyof Values]
type RowOf<Values, Field extends keyof Values> = Values[Field] extends readonly (infer Row extends object)[]
  ? Row
  : never

/** Functions that stay the same while the form lives. */
export function useRowChanges<Values extends object, Field extends Lists<Values> & string>(
  form: UseFormReturnType<Values>,
  field: Field,
): RowChanges<RowOf<Values, Field>> {
  type Row = RowOf<Values, Field>
  const latest = useRef(form)
  latest.current = form
  return useMemo(() => {
    const rows = () => latest.current.getValues()[field] as readonly Row[]
    return {
      change: (index, part) => {
        const next = rows().map((row, at) => (at === index ? { ...row, ...part } : row))
        latest.current.setFieldValue(field, next as never)
        for (const changed of Object.keys(part)) latest.current.clearFieldError(`${field}.${index}.${changed}`)
      },
      remove: (index) => latest.current.removeListItem(field, index),
    }
  }, [field])
}

/** The problems of one row by the rest of their path, as text: equal text redraws nothing. */
export function rowErrors(errors: Readonly<Record<string, unknown>>, row: string): string {
  const prefix = `${row}.`
  const own = Object.entries(errors).filter(([path]) => path.startsWith(prefix))
  return JSON.stringify(Object.fromEntries(own.map(([path, text]) => [path.slice(prefix.length), text])))
}

/**
 * For memo: whether a row would look as it did. A key in another field makes all values of the form anew: rows that read the
 * same are the same.
 */
export function looksSame(before: object, after: object): boolean {
  const now = after as Readonly<Record<string, unknown>>
  return Object.entries(before).every(([key, value]) => value === now[key] || readsSame(value, now[key]))
}

function readsSame(before: unknown, after: unknown): boolean {
  return isData(before) && isData(after) && JSON.stringify(before) === JSON.stringify(after)
}

const isData = (value: unknown) => value !== null && typeof value === 'object' && value.constructor === Object
