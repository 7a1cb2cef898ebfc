// Papers as they travel: what one is to be made of (a wish), what came out, and the templates behind it.
import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { currencyField, dayField, idField, lineField, noteField } from '#shared/schemas/fields.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { type PaperTemplateHeader, pageSizes, pairText, paperTemplateHeader } from '#shared/schemas/paper-templates.ts'
import { type RecordKind, type RecordRef, type RecordTitle, recordRef } from '#shared/schemas/records.ts'

/** A new kind is a word here, its facts below, a file in services/papers/kinds/ and a template in resources/papers/. */
export const paperKinds = [
  'order_confirmation',
  'proforma_invoice',
  'commercial_invoice',
  'price_list',
  'product_labels',
  'count_sheet',
  'goods_note',
  'purchase_order',
  'purchase_contract',
  'quote_request',
  'dunning_letter',
  'packing_list',
  'carton_labels',
  'shipping_marks',
  'picking_list',
] as const
export type PaperKind = (typeof paperKinds)[number]

export type PaperKindFacts = {
  /** What its numbers begin with. */
  prefix: string
  /** Records that it can be made from; none: made from products. */
  records: readonly RecordKind[]
  pageSizes: readonly PageSize[]
}

export const paperLanguages = ['en', 'zh-CN', 'both'] as const
export type PaperLanguage = (typeof paperLanguages)[number]
export const paperStatuses = ['issued', 'sent', 'void'] as const
export type PaperStatus = (typeof paperStatuses)[number]
export type PageSize = (typeof pageSizes)[number]

const sheets = ['A4', 'A4-landscape', 'Letter', 'Letter-landscape'] as const
const labels = ['100x150', '100x50', '60x40', '50x30'] as const

export const paperKindFacts: Readonly<Record<PaperKind, PaperKindFacts>> = {
  order_confirmation: { prefix: 'OC', records: ['order'], pageSizes: ['A4', 'Letter'] },
  proforma_invoice: { prefix: 'PI', records: ['order'], pageSizes: ['A4', 'Letter'] },
  commercial_invoice: { prefix: 'CI', records: ['order'], pageSizes: ['A4', 'Letter'] },
  price_list: { prefix: 'PL', records: [], pageSizes: sheets },
  product_labels: { prefix: 'LB', records: [], pageSizes: labels },
  count_sheet: { prefix: 'CS', records: ['count'], pageSizes: sheets },
  /** Goods received, delivery, return or transfer note: its title follows the stock document. */
  goods_note: { prefix: 'GN', records: ['document'], pageSizes: ['A4', 'Letter'] },
  /** It shows the order's own number; its prefix is of the paper that was issued. */
  purchase_order: { prefix: 'OP', records: ['purchase'], pageSizes: ['A4', 'Letter'] },
  purchase_contract: { prefix: 'PC', records: ['purchase'], pageSizes: ['A4', 'Letter'] },
  quote_request: { prefix: 'QR', records: ['request'], pageSizes: ['A4', 'Letter'] },
  /** It shows the letter's own number. */
  dunning_letter: { prefix: 'DP', records: ['letter'], pageSizes: ['A4', 'Letter'] },
  packing_list: { prefix: 'PK', records: ['shipment'], pageSizes: sheets },
  carton_labels: { prefix: 'CT', records: ['shipment'], pageSizes: ['100x150', '100x50'] },
  shipping_marks: { prefix: 'SM', records: ['shipment'], pageSizes: ['A4-landscape', 'A4', '100x150'] },
  /** What to pick for one, or for several (`also`). */
  picking_list: { prefix: 'KL', records: ['shipment', 'order'], pageSizes: sheets },
}

export const barcodeChoices = ['auto', 'code128', 'ean13', 'qr', 'none'] as const
export type BarcodeChoice = (typeof barcodeChoices)[number]

export const largestPriceList = 5000
export const mostLabels = 5000
export const mostSheetLines = 5000

/** What one paper says or shows that neither the record nor the template does. Null: as the template has it. */
const paperOptions = z.object({
  validUntil: dayField.nullable().default(null),
  withStamp: z.boolean().nullable().default(null),
  /** One of the company's accounts; null takes the first in the paper's currency, else the first. */
  bankAccountId: idField.nullable().default(null),
  incoterm: lineField(20),
  incotermPlace: lineField(120),
  paymentTerms: lineField(500),
  /** By sea, air, courier … and from where to where. */
  transport: lineField(300),
  marks: noteField,
  note: noteField,
  /** Price list: everything in this currency; empty leaves each price in its own. */
  currency: z.union([z.literal(''), currencyField]).default(''),
  /** Price list: use rates older than the book's limit. */
  acceptOldRates: z.boolean().default(false),
  withPictures: z.boolean().default(false),
  /** Request for quotation: whom it is addressed to; null: nobody by name. */
  supplierId: idField.nullable().default(null),
  /** Count sheet: only what is not counted yet. */
  openLinesOnly: z.boolean().default(false),
  /** Labels. */
  barcode: z.enum(barcodeChoices).default('auto'),
  withPrice: z.boolean().default(false),
  withOrigin: z.boolean().default(true),
  withWeight: z.boolean().default(false),
  /** Words of the template said otherwise on this one paper, by their key. */
  wording: z.record(z.string().max(60), pairText).default({}),
})
export type PaperOptions = z.output<typeof paperOptions>

export const templateIdField = z.string().regex(/^(builtin:[a-z0-9-]{1,60}|own:[1-9]\d{0,15})$/)

export const paperWish = z.object({
  kind: z.enum(paperKinds),
  /** Null: products only; for a paper of an order, the sample order (to look at, never to issue). */
  record: recordRef.nullable().default(null),
  /** Picking list: the other shipments and orders that are picked in one go. */
  also: z.array(recordRef).max(500).default([]),
  /** Price list and labels: products in their order. Copies count for labels. */
  products: z
    .array(z.object({ productId: idField, copies: z.number().int().min(1).max(1000).default(1) }))
    .max(largestPriceList)
    .default([]),
  /** Price list: all that match in the list of products, in place of `products`. */
  productQuery: listInput.nullable().default(null),
  /** Prints the record as it stood in this version. */
  versionId: idField.nullable().default(null),
  language: z.enum(paperLanguages),
  templateId: templateIdField,
  pageSize: z.enum(pageSizes),
  options: paperOptions.prefault({}),
})
export type PaperWish = z.output<typeof paperWish>
export type PaperWishDraft = z.input<typeof paperWish>

/** A preview may be of a template that is not saved yet. */
export const previewInput = paperWish.extend({
  template: z
    .object({ header: z.unknown(), body: z.string().max(400_000) })
    .nullable()
    .default(null),
})

export const startInput = z.object({
  kind: z.enum(paperKinds),
  record: recordRef.nullable().default(null),
  versionId: idField.nullable().default(null),
})
/** Where to begin: the wish with what is usual, and what can be chosen instead. */
export type PaperStart = {
  wish: PaperWish
  templates: PaperTemplateRow[]
  bankAccounts: { id: number; label: string }[]
}

const warningCodes = [
  'no-company-name',
  'no-company-address',
  'no-customer',
  'no-customer-address',
  'no-bank-account',
  'other-bank-currency',
  'no-stamp',
  'no-hs-code',
  'no-origin',
  'no-price',
  'no-rate',
  'no-barcode',
  'bad-barcode',
  'no-chinese-name',
  'no-english-name',
  'no-required-day',
  'no-lines',
  'not-confirmed',
  'no-incoterm',
  'no-supplier',
  'no-supplier-address',
  'no-promised-day',
  'not-packed',
  'no-carton-size',
  'no-carton-weight',
  'not-in-stock',
] as const
export type WarningCode = (typeof warningCodes)[number]
/** `records`: where it is mended (at most 20); `count`: how many there are in all. */
export type PaperWarning = { code: WarningCode; count: number; names: string[]; records: RecordRef[] }

export type PaperPreview = { html: string; title: string; warnings: PaperWarning[] }
export type IssuedPaper = { id: number; number: string }

export type PaperRow = {
  id: number
  number: string
  kind: PaperKind
  issuedOn: Day
  partyId: number | null
  party: string
  partyZh: string
  /** Number of the document it was made from; empty for none. */
  record: string
  language: PaperLanguage
  currency: string
  total: string | null
  status: PaperStatus
  sentOn: Day | null
  sentTo: string
  templateName: string
  pageSize: string
  note: string
}

/** A paper on its own page. */
export type Paper = Omit<PaperRow, 'record'> & {
  record: RecordTitle | null
  /** The version of the record that it says. */
  version: { id: number; version: number } | null
  templateVersion: string
  archived: boolean
  issuedAt: number | null
  /** Empty where nobody had signed. */
  issuedBy: string
}

export const markSentInput = z.object({ id: idField, on: dayField, to: lineField(200) })
export const voidInput = z.object({ id: idField, note: noteField })

export type PaperTemplateRow = {
  /** `builtin:<name>` or `own:<id>`. */
  id: string
  kind: PaperKind
  name: string
  isBuiltIn: boolean
  isDefault: boolean
}
export type PaperTemplate = PaperTemplateRow & {
  header: PaperTemplateHeader
  /** LiquidJS and style: what the designer leaves as it is. */
  body: string
  /** Columns that a template of this kind can show. */
  columns: readonly string[]
}

const templateDraft = z.object({ header: paperTemplateHeader, body: z.string().min(1).max(400_000) })
export const saveTemplateInput = z.object({ id: idField, template: templateDraft })
/** A whole file, or its two parts. What is wrong is told with its line, never thrown. */
export const checkTemplateInput = z.union([
  z.object({ content: z.string().max(500_000) }),
  z.object({ header: z.unknown(), body: z.string().max(400_000) }),
])
export type TemplateProblem = { code: string; details: Record<string, string | number>; line: number | null }
