// A product as its form holds it: numbers as typed text in the screen's units (kg, cm, %), references with their names.

import { parseFields } from '#renderer/lib/field-problems.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import type { MoneyText } from '#renderer/ui/money-input.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Language } from '#shared/i18n/translate.ts'
import { type Product, type ProductInput, productInput } from '#shared/schemas/catalog.ts'

export type ProductForm = Omit<
  ProductInput,
  NumberField | 'price' | 'cost' | 'parentId' | 'categoryId' | 'supplierId' | 'kitParts'
> &
  Record<NumberField, string> & {
    price: MoneyText
    cost: MoneyText
    parentId: PickerOption | null
    categoryId: PickerOption | null
    supplierId: PickerOption | null
    kitParts: KitPartForm[]
  }

export type KitPartForm = { key: string; part: PickerOption | null; quantity: string }

/** Number fields and the unit each is typed in. */
const numberFields = {
  vatRatePercent: 'percent',
  refundRatePercent: 'percent',
  netWeightGrams: 'kg',
  grossWeightGrams: 'kg',
  lengthMm: 'cm',
  widthMm: 'cm',
  heightMm: 'cm',
  piecesPerCarton: 'whole',
  cartonLengthMm: 'cm',
  cartonWidthMm: 'cm',
  cartonHeightMm: 'cm',
  cartonNetGrams: 'kg',
  cartonGrossGrams: 'kg',
  moq: 'quantity',
  reorderPoint: 'quantity',
  orderMultiple: 'quantity',
  leadTimeDays: 'whole',
} as const

export type NumberField = keyof typeof numberFields
const numberKeys = Object.keys(numberFields) as NumberField[]

/** Fields that the form holds as the product does. */
const plainKeys = [
  ...['sku', 'nameEn', 'nameZh', 'kind', 'variantLabel', 'unit', 'barcodes', 'hsCode', 'originCountry', 'packing'],
  ...['status', 'noSale', 'tracking', 'note', 'customsNameEn', 'customsNameZh', 'declarationEn', 'declarationZh'],
] as const
type PlainField = (typeof plainKeys)[number]

/** A product as the form shows it; `currency` stands ready where a price or cost is still missing. */
export function productToForm(product: Product, currency: string, language: Language): ProductForm {
  const { price, cost, parent, category, supplier, kitPartRows } = product
  const plain = Object.fromEntries(plainKeys.map((key) => [key, product[key]])) as Pick<Product, PlainField>
  const numbers = numberKeys.map((key) => [key, numberToText(product[key], numberFields[key])])
  return {
    ...plain,
    ...(Object.fromEntries(numbers) as Record<NumberField, string>),
    price: { amount: price?.amount ?? '', currency: price?.currency ?? currency },
    cost: { amount: cost?.amount ?? '', currency: cost?.currency ?? currency },
    parentId: parent,
    categoryId: category && { id: category.id, name: nameIn(language, category) },
    supplierId: supplier && { id: supplier.id, name: nameIn(language, supplier) },
    kitParts: kitPartRows.map((part) => ({
      key: String(part.partId),
      part: { id: part.partId, name: part.sku, detail: nameIn(language, part) },
      quantity: String(part.quantity),
    })),
  }
}

/** An empty form. */
export function newProductForm(currency: string): ProductForm {
  const blank = productInput.parse({ sku: '-' })
  const product = {
    ...blank,
    id: 0,
    archived: false,
    parent: null,
    category: null,
    supplier: null,
    onHand: null,
    onOrder: null,
    hasMoved: false,
  }
  const form = productToForm({ ...product, kitPartRows: [], variants: [], pictures: [] }, currency, 'en')
  return { ...form, sku: '' }
}

/** What travels, or a problem's code per field. */
export function readProductForm(form: ProductForm): FormReading<ProductInput> {
  const reader = newFieldReader()
  const numbers = numberKeys.map((key) => [key, reader.number(key, form[key], numberFields[key])])
  const product = parseFields(productInput, {
    ...form,
    ...Object.fromEntries(numbers),
    price: priceFromForm(form.price),
    cost: priceFromForm(form.cost),
    parentId: form.kind === 'single' ? (form.parentId?.id ?? null) : null,
    categoryId: form.categoryId?.id ?? null,
    supplierId: form.supplierId?.id ?? null,
    kitParts: form.kind === 'kit' ? kitPartsFromForm(form.kitParts, reader) : [],
  })
  const problems = { ...(product.ok ? {} : product.problems), ...reader.problems }
  return product.ok && Object.keys(problems).length === 0 ? product : { ok: false, problems }
}

/** No amount is no price: the currency alone says nothing. */
function priceFromForm({ amount, currency }: MoneyText): MoneyText | null {
  return amount.trim() === '' ? null : { amount: typedDecimal(amount), currency }
}

function kitPartsFromForm(parts: readonly KitPartForm[], reader: ReturnType<typeof newFieldReader>) {
  return parts.map((part, index) => {
    if (!part.part) reader.problems[`kitParts.${index}.part`] = 'required'
    const quantity = reader.needed(`kitParts.${index}.quantity`, part.quantity, 'quantity')
    return { partId: part.part?.id ?? 1, quantity }
  })
}
