// What every list speaks: a window of rows, sorted, filtered and searched, with the count of all that match.
import { z } from 'zod'

const filterValue = z.union([z.string().max(500), z.number(), z.boolean()])

export const filterSchema = z.object({
  column: z.string().max(60),
  op: z.enum([
    ...['is', 'isNot', 'in', 'notIn', 'contains', 'startsWith', 'atLeast', 'atMost', 'between', 'within'],
    ...['empty', 'notEmpty'],
  ] as const),
  /**
   * One value, several for `in` and `notIn`, two for `between` (either may be empty: open at that end), the name of a span of
   * days for `within` (shared/day-spans.ts), none for `empty`. Text, number, money as decimal text, day as ISO text.
   */
  values: z.array(filterValue).max(500),
})

export const sortSchema = z.object({ column: z.string().max(60), direction: z.enum(['asc', 'desc']) })

export const listInput = z.object({
  search: z.string().max(200).default(''),
  filters: z.array(filterSchema).max(30).default([]),
  sort: z.array(sortSchema).max(4).default([]),
  /** Only the archived ones, or only the others. */
  archived: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
})

export type Filter = z.infer<typeof filterSchema>
export type Sort = z.infer<typeof sortSchema>
export type ListInput = z.output<typeof listInput>
export type ListQuery = z.input<typeof listInput>
export type Page<Row> = { rows: Row[]; total: number }
