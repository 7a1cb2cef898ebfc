// What decides which rows of a list match.
import type { ListQuery } from '#shared/schemas/paging.ts'

/** The question as text that can be compared; the order of the rows is no part of it. */
export function questionOf({ search, filters, archived }: ListQuery): string {
  return JSON.stringify([search, filters, archived])
}
