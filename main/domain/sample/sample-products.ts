// Products of the sample company: singles, families with their variants, kits; each with what customs and packing ask of it.

import { fromUnits } from '#shared/decimal.ts'
import type { ProductDraft } from '#shared/schemas/catalog.ts'
import { type Random, seededRandom } from '../stats/random.ts'
import type { SampleCategory, SampleProduct } from './sample-drafts.ts'
import {
  type CategoryWords,
  chinese,
  english,
  type FamilyWords,
  type KitWords,
  type ProductWords,
  type SampleWords,
} from './sample-words.ts'

export function sampleCategories(words: SampleWords): SampleCategory[] {
  return words.categories.map(({ key, en, zh, about }) => ({ key, nameEn: en, nameZh: zh, description: about }))
}

/** All products in an order in which parents and parts come before those that need them. */
export function sampleProducts(seed: number, words: SampleWords): SampleProduct[] {
  const random = seededRandom(seed, 'products')
  const made = words.categories.flatMap((category) => categoryProducts(category, words, random))
  const kits = words.kits.map((kit) => kitProduct(kit, made, words))
  return withGaps([...made, ...kits], seed)
}

function categoryProducts(category: CategoryWords, words: SampleWords, random: Random): SampleProduct[] {
  const suppliers = words.suppliers.filter((supplier) => supplier.makes.includes(category.key))
  const makerOf = () => random.pick(suppliers).code
  const singles = category.products.map((product) => ({
    ...plain(category, makerOf()),
    sku: skuOf(product.n),
    draft: productDraft(product, words, random),
  }))
  const families = category.families.flatMap((family) =>
    familyProducts(family, { category, words, random, supplierCode: makerOf() }),
  )
  return [...singles, ...families].map((product) => ({ ...product, draft: { ...product.draft, sku: product.sku } }))
}

type FamilyParts = { category: CategoryWords; words: SampleWords; random: Random; supplierCode: string }

function familyProducts(family: FamilyWords, { category, words, random, supplierCode }: FamilyParts): SampleProduct[] {
  const sku = skuOf(family.n)
  const base = plain(category, supplierCode)
  const { price, cost, moq, barcodes, ...shared } = productDraft(family, words, random)
  const parent: SampleProduct = { ...base, sku, draft: { ...shared, kind: 'family' } }
  const variants = family.variants.map((variant) => {
    const draft = productDraft({ ...family, cny: variant.cny ?? family.cny, g: variant.g ?? family.g }, words, random)
    const nameEn = `${family.en}, ${english(variant.label)}`
    const nameZh = `${family.zh} ${chinese(variant.label)}`
    return {
      ...base,
      sku: `${sku}-${variant.code}`,
      parentSku: sku,
      draft: { ...draft, nameEn, nameZh, variantLabel: english(variant.label) },
    }
  })
  return [parent, ...variants]
}

function kitProduct(kit: KitWords, made: readonly SampleProduct[], words: SampleWords): SampleProduct {
  const category = words.categories.find((candidate) => candidate.key === kit.category)
  if (!category) throw new RangeError(`No category ${kit.category}`)
  const parts = kit.parts.map((part) => {
    const product = made.find((candidate) => candidate.sku === part.sku)
    if (!product) throw new RangeError(`No part ${part.sku}`)
    return { ...part, draft: product.draft }
  })
  const sum = (of: (draft: ProductDraft) => number) =>
    parts.reduce((total, part) => total + of(part.draft) * part.quantity, 0)
  const cents = sum((draft) => Math.round(Number(draft.price?.amount ?? 0) * 100))
  const fen = sum((draft) => Math.round(Number(draft.cost?.amount ?? 0) * 100))
  const grams = sum((draft) => draft.netWeightGrams ?? 0)
  const sku = skuOf(kit.n)
  return {
    ...plain(category, null),
    sku,
    parts: kit.parts,
    draft: {
      sku,
      kind: 'kit',
      nameEn: kit.en,
      nameZh: kit.zh,
      unit: 'set',
      ...customs(kit.hs, words, ['', '']),
      netWeightGrams: grams,
      grossWeightGrams: Math.round(grams * 1.15),
      piecesPerCarton: 6,
      // The set costs a tenth less than its parts, and a box of 2.50 CNY around them.
      price: { amount: fromUnits(roundTo(cents * 0.9, 5), 2), currency: 'USD' },
      cost: { amount: fromUnits(fen + 250, 2), currency: 'CNY' },
    },
  }
}

function plain(category: CategoryWords, supplierCode: string | null): Omit<SampleProduct, 'sku' | 'draft'> {
  return { categoryKey: category.key, supplierCode, parentSku: null, parts: [], onHand: null }
}

function skuOf(number: number): string {
  return `HP-${number}`
}

function productDraft(words: ProductWords, all: SampleWords, random: Random): ProductDraft {
  const [length = 0, width = 0, height = 0] = words.mm
  const fen = Math.round(words.cny * 100)
  // Sold at 1.9 to 2.8 times its cost, at about 7.15 CNY for a dollar, in steps of five cents.
  const cents = roundTo((fen / 7.15) * (random.between(190, 280) / 100), 5)
  return {
    sku: '',
    nameEn: words.en,
    nameZh: words.zh,
    unit: words.unit ?? 'pcs',
    barcodes: [barcode(random)],
    ...customs(words.hs, all, words.of),
    netWeightGrams: words.g,
    grossWeightGrams: Math.round(words.g * 1.12) + 20,
    lengthMm: length,
    widthMm: width,
    heightMm: height,
    ...carton(words),
    price: { amount: fromUnits(cents, 2), currency: 'USD' },
    cost: { amount: fromUnits(fen, 2), currency: 'CNY' },
    moq: words.ctn * random.pick([2, 4, 5, 10]),
  }
}

function customs(hs: string, words: SampleWords, material: readonly string[]): Partial<ProductDraft> {
  const name = words.customsNames[hs]
  const [of, ofZh] = [english(material), chinese(material)]
  return {
    hsCode: hs,
    originCountry: 'CN',
    customsNameEn: english(name),
    customsNameZh: chinese(name),
    declarationEn: `${of ? `Material: ${of}; ` : ''}Use: household; Brand: none`,
    declarationZh: `${ofZh ? `材质：${ofZh}；` : ''}用途：家用；品牌：无品牌`,
    vatRatePercent: 13,
    refundRatePercent: hs.startsWith('44') ? 9 : 13,
  }
}

/** Pieces stand in two layers; board and padding take a little more. */
function carton({ ctn, g, mm }: ProductWords): Partial<ProductDraft> {
  const [length = 0, width = 0, height = 0] = mm
  const perLayer = Math.ceil(ctn / 2)
  const net = g * ctn
  return {
    piecesPerCarton: ctn,
    packing: `${ctn} per carton`,
    cartonLengthMm: Math.min(length, 1200) + 30,
    cartonWidthMm: Math.min(width * 2, 600) + 30,
    cartonHeightMm: Math.min(Math.max(height * Math.ceil(perLayer / 2), 120), 700) + 30,
    cartonNetGrams: net,
    cartonGrossGrams: Math.round(net * 1.08) + 900,
  }
}

/** A valid EAN-13 of the range 20 to 29, which is for a company's own use and belongs to nobody. */
function barcode(random: Random): string {
  const body = `20${Array.from({ length: 10 }, () => String(random.below(10))).join('')}`
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

/** What a real list looks like: some costs nobody typed in yet, some products on their way out, one not for sale. */
function withGaps(products: readonly SampleProduct[], seed: number): SampleProduct[] {
  const random = seededRandom(seed, 'gaps')
  const singles = random.shuffled(products.filter((product) => product.draft.kind === undefined && !product.parentSku))
  const named = (from: number, count: number) => new Set(singles.slice(from, from + count).map(({ sku }) => sku))
  const costless = named(0, 5)
  const leaving = named(5, 3)
  const gone = named(8, 2)
  return products.map((product) => {
    const { sku, draft } = product
    if (costless.has(sku)) return { ...product, draft: { ...draft, cost: null } }
    if (leaving.has(sku)) return { ...product, draft: { ...draft, status: 'phasing_out' } }
    if (gone.has(sku)) return { ...product, draft: { ...draft, status: 'discontinued', noSale: true } }
    return product
  })
}

function roundTo(value: number, step: number): number {
  return Math.max(step, Math.round(value / step) * step)
}
