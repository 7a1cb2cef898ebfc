// Products and categories as they travel: weights in grams, lengths in millimetres, rates in percent, money as decimal text.
import { z } from 'zod'
import {
  countryField,
  idField,
  lineField,
  noteField,
  percentField,
  priceField,
  quantityField,
  requiredLine,
  wholeField,
} from '#shared/schemas/fields.ts'

export const productKinds = ['single', 'family', 'kit'] as const
export const productStatuses = ['active', 'phasing_out', 'discontinued'] as const
/** How pieces are told apart in stock: not at all, by batch with its expiry, each by its own number. */
export const productTrackings = ['none', 'batch', 'serial'] as const

const kitPartSchema = z.object({
  partId: idField,
  quantity: quantityField.refine((value) => value > 0, 'positive'),
})

export const productInput = z.object({
  sku: requiredLine(80),
  nameEn: lineField(),
  nameZh: lineField(),
  kind: z.enum(productKinds).default('single'),
  parentId: idField.nullable().default(null),
  variantLabel: lineField(120),
  categoryId: idField.nullable().default(null),
  unit: lineField(20).default('pcs'),
  barcodes: z.array(requiredLine(60)).max(50).default([]),
  kitParts: z.array(kitPartSchema).max(200).default([]),
  hsCode: lineField(20),
  originCountry: countryField,
  customsNameEn: lineField(),
  customsNameZh: lineField(),
  declarationEn: noteField,
  declarationZh: noteField,
  vatRatePercent: percentField.nullable().default(null),
  refundRatePercent: percentField.nullable().default(null),
  netWeightGrams: wholeField.nullable().default(null),
  grossWeightGrams: wholeField.nullable().default(null),
  lengthMm: wholeField.nullable().default(null),
  widthMm: wholeField.nullable().default(null),
  heightMm: wholeField.nullable().default(null),
  piecesPerCarton: wholeField.min(1).nullable().default(null),
  cartonLengthMm: wholeField.nullable().default(null),
  cartonWidthMm: wholeField.nullable().default(null),
  cartonHeightMm: wholeField.nullable().default(null),
  cartonNetGrams: wholeField.nullable().default(null),
  cartonGrossGrams: wholeField.nullable().default(null),
  packing: lineField(),
  price: priceField,
  cost: priceField,
  moq: quantityField.min(0).nullable().default(null),
  /** Stock at or below which more is to be ordered, as the seller sets it; null leaves it to what is computed. */
  reorderPoint: quantityField.min(0).nullable().default(null),
  /** Ordered in whole multiples of this. */
  orderMultiple: quantityField
    .refine((value) => value > 0, 'positive')
    .nullable()
    .default(null),
  /** Days from order to arrival, as agreed with the supplier. */
  leadTimeDays: wholeField.max(3650).nullable().default(null),
  tracking: z.enum(productTrackings).default('none'),
  supplierId: idField.nullable().default(null),
  status: z.enum(productStatuses).default('active'),
  noSale: z.boolean().default(false),
  note: noteField,
})

export type ProductInput = z.output<typeof productInput>
export type ProductDraft = z.input<typeof productInput>

export type Named = { id: number; name: string }
/** `name` is the English one, the Chinese one for want of it; `nameZh` is empty where there is none. */
export type NamedInBoth = Named & { nameZh: string }

/** A product on its own page. */
export type Product = ProductInput & {
  id: number
  archived: boolean
  parent: Named | null
  category: NamedInBoth | null
  supplier: NamedInBoth | null
  kitPartRows: { partId: number; sku: string; name: string; nameZh: string; quantity: number }[]
  variants: { id: number; sku: string; name: string; nameZh: string; variantLabel: string }[]
  pictures: { id: number; attachmentId: number; thumbnail: string | null }[]
  /** Stock on hand over all warehouses, in the product's unit; null where no movement was ever posted. */
  onHand: number | null
  /** What suppliers still have to deliver; null where nothing is on order. */
  onOrder: number | null
  /** Stock has moved: how its pieces are told apart is fixed. */
  hasMoved: boolean
}

/** A product in the grid. `thumbnail` is a data URI. */
export type ProductRow = {
  id: number
  sku: string
  nameEn: string
  nameZh: string
  kind: (typeof productKinds)[number]
  variantLabel: string
  categoryId: number | null
  category: string
  /** Empty where there is none. */
  categoryZh: string
  unit: string
  barcodes: string
  hsCode: string
  originCountry: string
  price: string | null
  priceCurrency: string | null
  cost: string | null
  costCurrency: string | null
  moq: number | null
  reorderPoint: number | null
  orderMultiple: number | null
  leadTimeDays: number | null
  tracking: (typeof productTrackings)[number]
  onHand: number | null
  /** What suppliers still have to deliver; null where nothing was ever on order. */
  onOrder: number | null
  supplierId: number | null
  supplier: string
  supplierZh: string
  status: (typeof productStatuses)[number]
  noSale: boolean
  netWeightGrams: number | null
  grossWeightGrams: number | null
  piecesPerCarton: number | null
  vatRatePercent: number | null
  refundRatePercent: number | null
  note: string
  thumbnail: string | null
}

export const categoryInput = z
  .object({ nameEn: lineField(), nameZh: lineField(), description: noteField })
  .refine((category) => category.nameEn !== '' || category.nameZh !== '', { message: 'required', path: ['nameEn'] })

export type CategoryInput = z.output<typeof categoryInput>
export type Category = CategoryInput & { id: number; archived: boolean; productCount: number }

/** One column of costs pasted beside SKUs. */
export const fillCostsInput = z.object({
  rows: z
    .array(z.object({ productId: idField, cost: priceField }))
    .min(1)
    .max(10_000),
})
