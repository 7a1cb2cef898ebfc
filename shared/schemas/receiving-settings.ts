// What the book has settled about goods that come in: the defects that are told apart, and when milestones are planned for.
import { z } from 'zod'
import { lineField, requiredLine } from '#shared/schemas/fields.ts'

/** Defects that have words in every language; any other has a title of the seller's own. */
export const defectKeys = [
  'damaged',
  'function',
  'dimensions',
  'finish',
  'colour',
  'material',
  'assembly',
  'safety',
  'packaging',
  'labelling',
  'wrong_goods',
] as const
export type DefectKey = (typeof defectKeys)[number]

const defect = z.object({ key: requiredLine(60), title: lineField(120) })

/** In the order in which they are offered. A key must stay what it is: receipts and inspections name it. */
export const defectsSetting = z
  .array(defect)
  .max(100)
  .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, 'doubled')
  .prefault(defectKeys.map((key) => ({ key })))

/** Days before the promised day that each milestone is planned for; null: not planned. */
const before = (days: number) => z.number().int().min(0).max(365).nullable().default(days)

export const milestonesSetting = z
  .object({
    materials: before(28),
    first_piece: before(21),
    mid_inspection: before(14),
    final_inspection: before(5),
    packed: before(3),
    ready: before(2),
  })
  .prefault({})
export type MilestonesSetting = z.output<typeof milestonesSetting>
