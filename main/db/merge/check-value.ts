// Whether a foreign value has the shape that its column's name promises: what the program reckons with later (days, currencies,
// rates) must not be any text. What people write is not looked at.
const shapes: readonly [name: RegExp, shape: RegExp][] = [
  [/_on$/, /^\d{4}-\d\d-\d\d$/],
  [/^(.*_)?currency$/, /^([A-Z]{3})?$/],
  [/^rate$/, /^\d{1,20}(\.\d{1,20})?$/],
]

export type ValueColumn = { name: string; type: string; notnull: number }

/** Null is left to the table itself. */
export function hasShape({ name, type }: ValueColumn, value: unknown): boolean {
  if (value === null) return true
  if (type === 'INTEGER') return Number.isSafeInteger(value)
  if (type === 'REAL') return Number.isFinite(value)
  if (type === 'BLOB') return value instanceof Uint8Array
  // Behind a NUL a text goes on unseen: SQLite's own functions end there.
  if (typeof value !== 'string' || value.includes('\0')) return false
  const shape = shapes.find(([pattern]) => pattern.test(name))?.[1]
  return shape === undefined || shape.test(value)
}
