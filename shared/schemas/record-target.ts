// Which records of a list something is done with: those named, or all that match but some. Where all that match are meant
// the service finds them inside its write, so that nothing slips between the question and the change.
import { z } from 'zod'
import { idField } from '#shared/schemas/fields.ts'
import { recordLists } from '#shared/schemas/lists.ts'
import { listInput } from '#shared/schemas/paging.ts'

const ids = z.array(idField).max(1_000_000)

export const recordTarget = z.union([
  z.object({ ids: ids.min(1) }),
  z.object({
    list: z.enum(recordLists),
    /** What matches; the window (offset, limit) and the order play no part. */
    query: listInput,
    /** Left out of all that match. */
    except: ids.default([]),
  }),
])

export type RecordTarget = z.output<typeof recordTarget>
