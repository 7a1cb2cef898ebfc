// The lines of an order as papers show them, and what they add up to.
import {
  countryPair,
  filled,
  grouped,
  moneyText,
  type Pair,
  priceText,
  quantityText,
  same,
  weightText,
} from '#main/domain/papers/paper-text.ts'
import { unitPair } from '#main/domain/papers/unit-words.ts'
import type { WarningList } from '#main/services/papers/kinds/warning-list.ts'
import { trimZeros } from '#shared/decimal.ts'
import { microsFromDecimal, minorFromDecimal } from '#shared/money.ts'
import { toMilli } from '#shared/quantity.ts'
import type { DocumentProduct, OrderDocument } from '#shared/schemas/order-document.ts'
import type { WrittenLine } from '#shared/schemas/orders.ts'
import type { PaperLanguage } from '#shared/schemas/papers.ts'

const milliOf = (line: WrittenLine) => toMilli(line.quantity)

export type LineFieldsWish = { language: PaperLanguage; warnings: WarningList; isForCustoms: boolean }

export function orderLineFields(document: OrderDocument, wish: LineFieldsWish) {
  const { order, products } = document
  return order.lines.map((line, index) => {
    const product = products[String(line.productId)]
    warnOf(line, product, wish)
    const milli = milliOf(line)
    const name = product ? filled({ en: product.nameEn, zh: product.nameZh }) : same(line.description)
    return {
      position: String(index + 1),
      sku: product?.sku ?? line.sku,
      name,
      detail: detailOf(line, product, name, wish.isForCustoms),
      hsCode: product?.hsCode ?? '',
      origin: countryPair(product?.originCountry ?? ''),
      barcode: product?.barcode ?? '',
      quantity: quantityText(milli),
      unit: unitPair(product?.unit ?? line.unit, milli),
      unitPrice: priceText(microsFromDecimal(line.unitPrice), order.currency),
      discount: line.discountPercent === 0 ? '' : `${grouped(trimZeros(String(line.discountPercent)))} %`,
      amount: moneyText(minorFromDecimal(line.total, order.currency), order.currency),
      netWeight: product?.netWeightGrams ? weightText(Math.round((product.netWeightGrams * milli) / 1000)) : '',
    }
  })
}

/** Below the name: the line's own words, and for customs the name that it is declared by. */
function detailOf(
  line: WrittenLine,
  product: DocumentProduct | undefined,
  name: Pair,
  isForCustoms: boolean,
): Pair | '' {
  const own = product ? line.description : ''
  if (!isForCustoms || !product) return own === '' ? '' : same(own)
  const customs = { en: product.customsNameEn, zh: product.customsNameZh }
  const kept = (said: string, known: string) =>
    [own, said === known ? '' : said].filter((text) => text !== '').join(' · ')
  const detail = filled({ en: kept(customs.en, name.en), zh: kept(customs.zh, name.zh) })
  return detail.en === '' ? '' : detail
}

function warnOf(
  line: WrittenLine,
  product: DocumentProduct | undefined,
  { language, warnings, isForCustoms }: LineFieldsWish,
) {
  if (!product) return
  const record = { kind: 'product' as const, id: product.id }
  if (isForCustoms && product.hsCode === '') warnings.add('no-hs-code', record, product.sku)
  if (isForCustoms && product.originCountry === '') warnings.add('no-origin', record, product.sku)
  if (language !== 'en' && product.nameZh === '') warnings.add('no-chinese-name', record, product.sku)
  if (language !== 'zh-CN' && product.nameEn === '') warnings.add('no-english-name', record, product.sku)
  if (microsFromDecimal(line.unitPrice) === 0) warnings.add('no-price', record, product.sku)
}

/** Sums of the lines; a quantity only where all are counted in one unit. */
export function orderTotals({ order, products }: OrderDocument) {
  const minor = order.lines.reduce((sum, line) => sum + minorFromDecimal(line.total, order.currency), 0)
  const milli = order.lines.reduce((sum, line) => sum + milliOf(line), 0)
  const units = new Set(order.lines.map((line) => products[String(line.productId)]?.unit ?? line.unit))
  const [unit = ''] = units
  const counted = units.size === 1 && order.lines.length > 1
  return {
    minor,
    quantity: counted ? quantityText(milli) : '',
    unit: counted ? unitPair(unit, milli) : same(''),
  }
}
