// The head of a template: what the designer edits. Lengths in millimetres, widths of columns in parts of the table's width.
import { z } from 'zod'

export const pageSizes = [
  'A4',
  'A4-landscape',
  'Letter',
  'Letter-landscape',
  '100x150',
  '100x50',
  '60x40',
  '50x30',
] as const

/** A text in both languages; an empty one is filled by the other. */
export const pairText = z.object({ en: z.string().max(4000).default(''), zh: z.string().max(4000).default('') })
export type PairText = z.output<typeof pairText>

const margin = z.number().min(0).max(60)

const paperColumn = z.object({ key: z.string().max(40), width: z.number().min(1).max(100) })
export type PaperColumn = z.output<typeof paperColumn>

export const templateSwitches = [
  'logo',
  'stamp',
  'signature',
  'bank',
  'words',
  'notes',
  'terms',
  'declaration',
  'pageNumbers',
] as const
export type TemplateSwitch = (typeof templateSwitches)[number]

export const currentFormat = 1

export const paperTemplateHeader = z.strictObject({
  /** Of this file's form; a newer one is refused. */
  format: z.literal(currentFormat),
  kind: z.string().max(60),
  name: z.string().trim().min(1).max(120),
  version: z.string().trim().min(1).max(20).default('1'),
  page: z.strictObject({
    size: z.enum(pageSizes),
    margins: z.strictObject({ top: margin, right: margin, bottom: margin, left: margin }),
  }),
  logo: z.strictObject({ side: z.enum(['left', 'right']), heightMm: z.number().min(4).max(60) }),
  columns: z.array(paperColumn).max(20).default([]),
  wording: z.record(z.string().max(60), pairText).default({}),
  terms: pairText.prefault({}),
  show: z.strictObject(
    Object.fromEntries(templateSwitches.map((name) => [name, z.boolean().default(true)])) as Record<
      TemplateSwitch,
      z.ZodDefault<z.ZodBoolean>
    >,
  ),
})
export type PaperTemplateHeader = z.output<typeof paperTemplateHeader>
