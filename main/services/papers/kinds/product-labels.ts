// Labels: one a page of the label's own size, as many copies as asked for.
import { barcodeFor } from '#main/domain/papers/barcode-code.ts'
import { countryPair, filled, priceText, weightText } from '#main/domain/papers/paper-text.ts'
import { type ChosenProduct, chosenProducts } from '#main/services/papers/kinds/chosen-products.ts'
import { companyFields } from '#main/services/papers/kinds/company-fields.ts'
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { type WarningList, warningList } from '#main/services/papers/kinds/warning-list.ts'
import { AppError } from '#shared/errors.ts'
import { mostLabels, type PaperWish } from '#shared/schemas/papers.ts'

export const productLabels: PaperKindRule = {
  kind: 'product_labels',
  columns: [],
  isSheet: false,
  build(db, wish) {
    const warnings = warningList()
    // A label carries the company's name at most; what else the company lacks does not matter here.
    const { seller } = companyFields(db, warningList())
    const rows = chosenProducts(db, wish).flatMap((product, index) => {
      const label = labelOf(product, wish, warnings)
      return Array.from({ length: wish.products[index]?.copies ?? 1 }, () => label)
    })
    if (rows.length === 0) warnings.add('no-lines')
    if (rows.length > mostLabels) throw new AppError('papers/too-many-labels', { count: rows.length, most: mostLabels })
    return {
      fields: { seller, picture: { logo: '', stamp: '' }, labels: rows },
      rows,
      partyId: null,
      partyName: '',
      currency: '',
      totalMinor: null,
      warnings: warnings.all(),
    }
  },
}

function labelOf(product: ChosenProduct, wish: PaperWish, warnings: WarningList) {
  const { options, language } = wish
  const record = { kind: 'product' as const, id: product.id }
  const { code, form } = barcodeOf(product, wish, warnings)
  if (language !== 'en' && product.nameZh === '') warnings.add('no-chinese-name', record, product.sku)
  if (language !== 'zh-CN' && product.nameEn === '') warnings.add('no-english-name', record, product.sku)
  if (options.withPrice && product.priceMicros === null) warnings.add('no-price', record, product.sku)
  if (options.withOrigin && product.originCountry === '') warnings.add('no-origin', record, product.sku)
  const hasPrice = options.withPrice && product.priceMicros !== null && product.priceCurrency !== null
  return {
    sku: product.sku,
    name: filled({ en: product.nameEn, zh: product.nameZh }),
    code,
    form,
    price: hasPrice
      ? `${product.priceCurrency} ${priceText(product.priceMicros ?? 0, product.priceCurrency ?? '')}`
      : '',
    origin: options.withOrigin ? countryPair(product.originCountry) : { en: '', zh: '' },
    weight: options.withWeight && product.netWeightGrams !== null ? weightText(product.netWeightGrams) : '',
  }
}

/** The product's own barcode, for want of one its SKU where the form takes any text. */
function barcodeOf(product: ChosenProduct, { options }: PaperWish, warnings: WarningList) {
  const none = { code: '', form: '' }
  if (options.barcode === 'none') return none
  const record = { kind: 'product' as const, id: product.id }
  if (product.barcode === '' && options.barcode === 'ean13') {
    warnings.add('no-barcode', record, product.sku)
    return none
  }
  const asked = barcodeFor(product.barcode || product.sku, options.barcode)
  if ('problem' in asked) {
    warnings.add('bad-barcode', record, product.sku)
    return none
  }
  return asked
}
