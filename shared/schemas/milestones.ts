// How the making of a purchase order goes on: what is planned for when, and when it was.
import { z } from 'zod'
import { dayField, idField, lineField, noteField } from '#shared/schemas/fields.ts'

export const milestoneKinds = [
  'materials',
  'first_piece',
  'mid_inspection',
  'final_inspection',
  'packed',
  'ready',
  'other',
] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

export const milestoneInput = z
  .object({
    orderId: idField,
    kind: z.enum(milestoneKinds).default('other'),
    /** Needed for one of the seller's own. */
    title: lineField(200),
    plannedOn: dayField.nullable().default(null),
    actualOn: dayField.nullable().default(null),
    note: noteField,
  })
  .refine(({ kind, title }) => kind !== 'other' || title !== '', { message: 'required', path: ['title'] })
export type MilestoneInput = z.output<typeof milestoneInput>

export type Milestone = MilestoneInput & {
  id: number
  position: number
  /** `late`: planned for a day that is over, and not there; `behind`: it was later than planned. */
  state: 'done' | 'behind' | 'late' | 'waiting' | 'unplanned'
  /** Days after the plan: of what was done, or until today; null without a plan. */
  daysLate: number | null
  attachments: number
}
