// What the book has settled about its suppliers and buying: one setting per key, set whole, with usual values.
import { z } from 'zod'
import { lineField, percentField } from '#shared/schemas/fields.ts'
import { defectsSetting, milestonesSetting } from '#shared/schemas/receiving-settings.ts'
import { scoreSettings } from '#shared/schemas/score-settings.ts'

/** '' is not said; 'own' is a place of our own that stands in files as if it were a supplier. */
export const supplyKinds = ['', 'factory', 'trader', 'forwarder', 'service', 'own'] as const
export type SupplyKind = (typeof supplyKinds)[number]

/** What a checklist knows by itself; anything else has a title of the seller's own. */
export const admissionItemKinds = [
  'licence',
  'audit',
  'samples',
  'certificates',
  'trade_policy',
  'insurance',
  'references',
] as const
export type AdmissionItemKind = (typeof admissionItemKinds)[number]

const checklistItem = z
  .object({ item: z.union([z.literal(''), z.enum(admissionItemKinds)]), title: lineField(200) })
  .refine(({ item, title }) => item !== '' || title !== '', { message: 'required', path: ['title'] })
export type ChecklistItem = z.output<typeof checklistItem>

const checklist = (items: readonly AdmissionItemKind[]) =>
  z
    .array(checklistItem)
    .max(50)
    .prefault(items.map((item) => ({ item })))

const goods: readonly AdmissionItemKind[] = ['licence', 'samples', 'certificates', 'trade_policy']

/** What has to be seen before a supplier of each kind is approved, in this order. */
const admission = z.object({
  '': checklist(goods),
  factory: checklist(['licence', 'audit', 'samples', 'certificates', 'trade_policy']),
  trader: checklist(goods),
  forwarder: checklist(['licence', 'insurance', 'references']),
  service: checklist(['licence', 'references']),
  own: checklist([]),
})
export type AdmissionSetting = z.output<typeof admission>

/** What money costs that is paid before, or saved that is paid after, the goods are there: percent a year of 365 days. */
const capital = z.object({ yearlyPercent: percentField.default(6) })

/** Every setting: its key and what it must be. A missing row is the schema's own default. */
export const supplySettings = {
  admission: admission.prefault({}),
  capital: capital.prefault({}),
  defects: defectsSetting,
  milestones: milestonesSetting,
  ...scoreSettings,
} as const

export type SupplyKey = keyof typeof supplySettings
export type SupplySettings = { [Key in SupplyKey]: z.output<(typeof supplySettings)[Key]> }

const supplyKeys = Object.keys(supplySettings) as [SupplyKey, ...SupplyKey[]]

/** One setting is set whole; its value is checked by the schema of its key. */
export const setSupplyInput = z.object({ key: z.enum(supplyKeys), value: z.unknown() })
