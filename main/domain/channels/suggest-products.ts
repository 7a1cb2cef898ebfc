// Which of our products a channel's SKU and title may mean: the same code but for case and dashes, a barcode, most words of
// the name in common. Suggestions are shown, never taken by themselves.
import type { Id } from '#shared/ids.ts'
import type { SkuSuggestion } from '#shared/schemas/channels.ts'

export type KnownProduct = { productId: Id; sku: string; name: string; nameZh: string; label: string }
export type AskedSku = { sku: string; title: string }
export type ProductFinder = (asked: AskedSku) => SkuSuggestion[]

const mostShown = 3
/** Less than half of the words in common is chance. */
const leastAlike = 0.5
/** A word that so many products carry tells none of them apart. */
const commonWord = 2000

/** A finder over all products; the index is made once and asked for many SKUs. */
export function productFinder(
  products: readonly KnownProduct[],
  barcodes: readonly (readonly [string, Id])[],
): ProductFinder {
  const byCode = Map.groupBy(products, ({ sku }) => foldCode(sku))
  const byId = new Map(products.map((product) => [product.productId, product]))
  const byBarcode = new Map(barcodes)
  const byWord = new Map<string, KnownProduct[]>()
  const wordsOf = new Map<Id, number>()
  for (const product of products) {
    const words = new Set(wordsIn(`${product.name} ${product.nameZh} ${product.label}`))
    wordsOf.set(product.productId, words.size)
    for (const word of words) pushTo(byWord, word, product)
  }
  return ({ sku, title }) => {
    const found = new Map<Id, SkuSuggestion>()
    const add = (product: KnownProduct | undefined, by: SkuSuggestion['by']) => {
      if (product && found.size < mostShown && !found.has(product.productId))
        found.set(product.productId, suggestionOf(product, by))
    }
    for (const product of byCode.get(foldCode(sku)) ?? []) add(product, 'sku')
    add(byId.get(byBarcode.get(sku) ?? 0), 'barcode')
    for (const product of alike(title === '' ? sku : title, byWord, wordsOf)) add(product, 'name')
    return [...found.values()]
  }
}

function suggestionOf({ productId, sku, name, nameZh }: KnownProduct, by: SkuSuggestion['by']): SkuSuggestion {
  return { productId, sku, name, nameZh, by }
}

/** Products by the share of words that they and the title have in common, the most alike first. */
function alike(
  title: string,
  byWord: ReadonlyMap<string, readonly KnownProduct[]>,
  wordsOf: ReadonlyMap<Id, number>,
): KnownProduct[] {
  const words = [...new Set(wordsIn(title))]
  const shared = new Map<KnownProduct, number>()
  for (const word of words) {
    const products = byWord.get(word) ?? []
    if (products.length > commonWord) continue
    for (const product of products) shared.set(product, (shared.get(product) ?? 0) + 1)
  }
  return [...shared]
    .map(([product, count]) => ({
      product,
      score: (2 * count) / (words.length + (wordsOf.get(product.productId) ?? 0)),
    }))
    .filter(({ score }) => score >= leastAlike)
    .sort((one, other) => other.score - one.score || one.product.productId - other.product.productId)
    .slice(0, mostShown)
    .map(({ product }) => product)
}

/** Letters and digits only, in lower case: `AB-12/x` and `ab12X` are one. */
function foldCode(code: string): string {
  return code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Words of a name; Chinese is taken apart into pairs of characters. */
function wordsIn(text: string): string[] {
  const parts =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []
  return parts.flatMap((part) => (/\p{Script=Han}/u.test(part) ? pairsIn(part) : part.length > 1 ? [part] : []))
}

function pairsIn(text: string): string[] {
  const signs = [...text]
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

function pushTo(map: Map<string, KnownProduct[]>, word: string, product: KnownProduct): void {
  const list = map.get(word)
  if (list) list.push(product)
  else map.set(word, [product])
}
