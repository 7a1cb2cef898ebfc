// Tables of the book as people call what is in them.
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { KindDifference } from '#shared/schemas/backups.ts'

const { kinds } = english.backups
type Kind = keyof typeof kinds

const isKind = (table: string): table is Kind => table in kinds

export function countName(t: Translate, table: string): string {
  return t(`backups.kinds.${isKind(table) ? table : 'other'}`)
}

/** What people do not count by name stands together at the end. */
export function namedKinds(
  t: Translate,
  differences: readonly KindDifference[],
): (KindDifference & { name: string })[] {
  const named = differences
    .filter(({ table }) => isKind(table))
    .map((kind) => ({ ...kind, name: countName(t, kind.table) }))
  const rest = differences.filter(({ table }) => !isKind(table))
  if (rest.length === 0) return named
  const sum = (of: 'added' | 'changed' | 'removed') => rest.reduce((total, kind) => total + kind[of], 0)
  const other = { table: 'other', added: sum('added'), changed: sum('changed'), removed: sum('removed') }
  return [...named, { ...other, name: countName(t, 'other') }]
}
