// Inspections as they travel: a sample drawn of a lot, what was found in it, and what that means (ISO 2859-1).
import { z } from 'zod'
import { dayField, idField, lineField, noteField, quantityField, requiredLine } from '#shared/schemas/fields.ts'

export const inspectionKinds = ['first_piece', 'mid', 'final', 'incoming'] as const
export const inspectionLevels = ['I', 'II', 'III'] as const
export const inspectionResults = ['open', 'passed', 'failed', 'conditional'] as const
export const severities = ['critical', 'major', 'minor'] as const
/** Acceptable quality levels as the standard writes them, percent nonconforming. */
export const aqls = ['0.065', '0.10', '0.15', '0.25', '0.40', '0.65', '1.0', '1.5', '2.5', '4.0', '6.5'] as const

export type InspectionLevel = (typeof inspectionLevels)[number]
export type InspectionResult = (typeof inspectionResults)[number]
export type Severity = (typeof severities)[number]
export type Aql = (typeof aqls)[number]

/** '' where no limit is set. For critical defects that means: not one. */
const aqlField = z.union([z.literal(''), z.enum(aqls)])

export const finding = z.object({
  id: idField.optional(),
  defect: requiredLine(60),
  severity: z.enum(severities),
  pieces: z.number().int().min(1).max(1e9),
  note: lineField(),
})
export type Finding = z.output<typeof finding>

const scheme = {
  level: z.enum(inspectionLevels).default('II'),
  aqlCritical: aqlField.default(''),
  aqlMajor: aqlField.default('2.5'),
  aqlMinor: aqlField.default('4.0'),
}

export const inspectionInput = z.object({
  orderId: idField,
  lineId: idField.nullable().default(null),
  receiptId: idField.nullable().default(null),
  kind: z.enum(inspectionKinds).default('final'),
  on: dayField,
  inspector: lineField(),
  /** Pieces in the lot; null: not said, and no plan. */
  lot: quantityField.gt(0).nullable().default(null),
  ...scheme,
  /** Pieces looked at; null: as many as the plan asks for. */
  sampleSize: z.number().int().min(1).max(1e9).nullable().default(null),
  result: z.enum(inspectionResults).default('open'),
  note: noteField,
  findings: z.array(finding).max(500).default([]),
})
export type InspectionInput = z.output<typeof inspectionInput>
export type InspectionDraft = z.input<typeof inspectionInput>

/** What a plan says for one severity. */
export type SeverityPlan = {
  severity: Severity
  aql: '' | Aql
  /** The letter whose row is used: the lot's own, or where its arrow leads. */
  letter: string
  sampleSize: number
  accept: number
  reject: number
  isWholeLot: boolean
}

export type SamplingPlan = {
  lot: number
  level: InspectionLevel
  letter: string
  sampleSize: number
  plans: SeverityPlan[]
}

export type SeverityVerdict = {
  severity: Severity
  found: number
  /** Null: no limit is set. */
  accept: number | null
  verdict: 'passed' | 'failed' | 'no-limit' | 'sample-too-small'
}

/** `result` is null where nothing can be said: no lot, no sample, or one too small. */
export type InspectionVerdict = {
  result: 'passed' | 'failed' | null
  reason: '' | 'no-lot' | 'sample-too-small'
  severities: SeverityVerdict[]
}

/** What plan and verdict a lot and some findings have; asked while a form is filled in. */
export const inspectionPlanInput = z.object({
  lot: quantityField.gt(0).nullable().default(null),
  ...scheme,
  sampleSize: z.number().int().min(1).nullable().default(null),
  findings: z
    .array(finding.pick({ severity: true, pieces: true }))
    .max(500)
    .default([]),
})
export type InspectionPlanInput = z.output<typeof inspectionPlanInput>
export type InspectionPlan = { plan: SamplingPlan | null; verdict: InspectionVerdict }

export type Inspection = Omit<InspectionInput, 'findings'> & {
  id: number
  archived: boolean
  orderNumber: string
  lineSku: string
  findings: (Finding & { id: number })[]
  plan: SamplingPlan | null
  verdict: InspectionVerdict
}
