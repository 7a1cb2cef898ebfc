// Products of shops: rows that are variants of a family, whose name and kind stand on the first of them alone; rows that only add
// a picture. A family of one is a product like any other.
import {
  type LateOutcome,
  type LoadContext,
  type Loader,
  merged,
  type Outcome,
  problem,
  type Settled,
  type TypedRow,
  takeWhole,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { productLoader } from '#main/services/import/loading/product-loader.ts'
import { findProductBySkuOrKey } from '#main/services/import/loading/product-reference.ts'

export function familyLoader(context: LoadContext): Loader {
  const products = productLoader(context)
  const settled: LateOutcome[] = []
  let family: TypedRow[] = []
  const settle = () => {
    if (family.length > 0) settled.push(...takeFamily(context, products, family))
    family = []
  }
  return {
    refusesLate: true,
    take(row) {
      const handle = textOf(row, 'family')
      if (handle === undefined) return takeTyped(context, products, row)
      if (textOf(family[0] ?? row, 'family') !== handle) settle()
      family.push(row)
      return 'later'
    },
    drain: () => settled.splice(0),
    finish() {
      settle()
      return [...settled.splice(0), ...(products.finish?.() ?? [])]
    },
  }
}

/** A row that names its type and its parent itself. */
function takeTyped(context: LoadContext, products: Loader, row: TypedRow): Outcome {
  const types = (textOf(row, 'rowType') ?? '').toLowerCase().split(/\s*,\s*/)
  if (types.includes('grouped')) return problem('rowType', textOf(row, 'rowType') ?? '', 'no-group')
  const isFamily = types.includes('variable')
  const isVariant = types.includes('variation')
  const parent = textOf(row, 'parent')?.replace(/^id:/i, '')
  const values = {
    ...row.values,
    parent: isVariant ? parent : undefined,
    variantLabel: isVariant ? labelOf(row) : undefined,
    category: leafOf(textOf(row, 'category')),
    ...(isFamily ? { price: undefined, stockOnHand: undefined } : {}),
  }
  return products.take(known(context, { ...row, values }))
}

function takeFamily(context: LoadContext, products: Loader, rows: readonly TypedRow[]): LateOutcome[] {
  const [first] = rows
  if (!first) return []
  const handle = textOf(first, 'family') ?? ''
  const name = textOf(first, 'nameEn') ?? handle
  const variants = rows.filter((row) => row === first || isVariantRow(row))
  const isFamily = variants.length > 1
  const category = leafOf(textOf(first, 'category'))
  const shared = { nameEn: name, category, family: undefined }
  const head: TypedRow = { line: first.line, values: { ...shared, sku: handle, externalId: handle } }
  const made = isFamily ? take(context, products, head) : 'unchanged'
  return rows.map((row): LateOutcome => {
    if (typeof made === 'object') return { line: row.line, outcome: made }
    if (!variants.includes(row)) return { line: row.line, outcome: 'merged' }
    const label = labelOf(row)
    const own = { sku: textOf(row, 'sku') ?? (isFamily ? `${handle}-${slug(label ?? String(row.line))}` : handle) }
    const parent = isFamily ? { parent: handle } : { externalId: handle }
    const values = {
      ...row.values,
      ...shared,
      ...own,
      ...parent,
      variantLabel: label,
      status: row.values.status ?? first.values.status,
    }
    const outcome = take(context, products, known(context, { ...row, values }))
    return { line: row.line, outcome: row === first && typeof outcome === 'string' ? asOne(made, outcome) : outcome }
  })
}

function take(context: LoadContext, products: Loader, row: TypedRow): Settled {
  const outcome = takeWhole(context, products, row)
  return outcome === 'later' ? 'unchanged' : outcome
}

function asOne(one: Exclude<Settled, object>, other: Exclude<Settled, object>): Settled {
  return merged(one, other)
}

/** The stock that a shop has now is the stock to begin with; of a product that is there it would be counted twice. */
function known(context: LoadContext, row: TypedRow): TypedRow {
  const stock = textOf(row, 'stockOnHand')
  if (stock === undefined) return withoutZeroWeight(row)
  const reference = textOf(row, 'sku') ?? textOf(row, 'externalId') ?? ''
  const isThere = reference !== '' && findProductBySkuOrKey(context, reference) !== null
  // Shops sell below nothing; that is no stock.
  const isNone = isThere || stock.startsWith('-') || Number(stock) === 0
  return withoutZeroWeight(isNone ? { ...row, values: { ...row.values, stockOnHand: undefined } } : row)
}

/** Nothing weighs nothing: it was never entered. */
function withoutZeroWeight(row: TypedRow): TypedRow {
  return row.values.grossWeight === 0 ? { ...row, values: { ...row.values, grossWeight: undefined } } : row
}

/** A picture has neither price nor SKU nor options. */
function isVariantRow(row: TypedRow): boolean {
  return ['price', 'sku', 'option1', 'option2', 'option3'].some((field) => row.values[field] !== undefined)
}

function labelOf(row: TypedRow): string | undefined {
  const options = ['option1', 'option2', 'option3'].flatMap((field) => textOf(row, field) ?? [])
  const label = options.filter((option) => option !== 'Default Title').join(' / ')
  return label === '' ? undefined : label.slice(0, 120)
}

/** `Clothing > Tshirts, Sale` is a Tshirts. */
function leafOf(path: string | undefined): string | undefined {
  return path?.split(',')[0]?.split('>').at(-1)?.trim() || undefined
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
