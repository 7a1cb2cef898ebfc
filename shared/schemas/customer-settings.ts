// What the book has settled about its customers: segments, duplicates, care, retention. Part of the settings of selling.
import { z } from 'zod'

/** From the best to those that are gone. */
export const segments = [
  'champions',
  'loyal',
  'big_spenders',
  'potential',
  'new',
  'attention',
  'at_risk',
  'cant_lose',
  'hibernating',
  'lost',
] as const
export type Segment = (typeof segments)[number]

const score = z.number().int().min(1).max(5)
const span = z.tuple([score, score]).refine(([least, most]) => least <= most, 'day_order')
const segmentRule = z.object({ name: z.enum(segments), r: span, f: span, m: span })
export type SegmentSetting = z.output<typeof segmentRule>

type Spans = Partial<Record<'r' | 'f' | 'm', [number, number]>>
const rule = (name: Segment, { r = [1, 5], f = [1, 5], m = [1, 5] }: Spans): SegmentSetting => ({ name, r, f, m })

/** Read from the top: the first rule that fits gives the segment. */
const usualSegments: SegmentSetting[] = [
  rule('champions', { r: [4, 5], f: [4, 5], m: [4, 5] }),
  rule('loyal', { r: [3, 5], f: [4, 5] }),
  rule('big_spenders', { r: [3, 5], m: [5, 5] }),
  rule('new', { r: [5, 5], f: [1, 1] }),
  rule('potential', { r: [4, 5], f: [1, 3] }),
  rule('attention', { r: [3, 3] }),
  rule('cant_lose', { r: [1, 2], f: [4, 5], m: [4, 5] }),
  rule('at_risk', { r: [1, 2], f: [3, 5] }),
  rule('hibernating', { r: [2, 2] }),
  rule('lost', { r: [1, 1] }),
]

const rfm = z.object({ segments: z.array(segmentRule).min(1).max(30).prefault(usualSegments) })

/** How alike two records have to be, in percent, before they are proposed as one. */
const duplicates = z.object({ leastPercent: z.number().int().min(30).max(100).default(65) })

/** What is worth a word to a customer: a birthday, a holiday of their country, a long silence. 0 days: never. */
const care = z.object({
  birthdays: z.boolean().default(true),
  holidays: z.boolean().default(true),
  /** So many days ahead. */
  aheadDays: z.number().int().min(1).max(365).default(14),
  silentDays: z.number().int().min(0).max(3650).default(180),
})

/** After so many years without an order or a word, erasing is proposed. 0: never. */
const retention = z.object({
  personYears: z.number().int().min(0).max(100).default(3),
  companyYears: z.number().int().min(0).max(100).default(10),
})

/** Every setting of customers: its key and what it must be. */
export const customerSettings = {
  rfm: rfm.prefault({}),
  duplicates: duplicates.prefault({}),
  care: care.prefault({}),
  retention: retention.prefault({}),
} as const
