// The lists of records by name, and the question for all ids that match in one.
import { z } from 'zod'
import { listInput } from '#shared/schemas/paging.ts'

export const recordLists = [
  'products',
  'customers',
  'suppliers',
  'carriers',
  'carrierServices',
  'orders',
  'rates',
  'tasks',
  'papers',
  'batches',
  'expected',
  'offers',
  'requests',
  'certificates',
  'salesCosts',
  'settlements',
  'purchases',
  'stock',
  'stockDocuments',
  'counts',
  'shipments',
] as const
export type RecordListName = (typeof recordLists)[number]

export const listIdsInput = z.object({
  list: z.enum(recordLists),
  /** What matches, in which order; the window (offset, limit) plays no part. */
  query: listInput.prefault({}),
})

export type ListIdsInput = z.output<typeof listIdsInput>
