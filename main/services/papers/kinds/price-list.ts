// Price list: products by category, each price in its own currency or all in one, with the rates said.
import type { ReadDb } from '#main/db/database.ts'
import {
  countryPair,
  dayPair,
  filled,
  grouped,
  type Pair,
  priceText,
  quantityText,
  same,
} from '#main/domain/papers/paper-text.ts'
import { unitPair } from '#main/domain/papers/unit-words.ts'
import { pictureUri } from '#main/services/catalog/product-list.ts'
import { type ChosenProduct, chosenProducts } from '#main/services/papers/kinds/chosen-products.ts'
import { companyFields } from '#main/services/papers/kinds/company-fields.ts'
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { type WarningList, warningList } from '#main/services/papers/kinds/warning-list.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal, fromUnits, roundDecimal, trimZeros } from '#shared/decimal.ts'
import { microsFromDecimal } from '#shared/money.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'

export const priceList: PaperKindRule = {
  kind: 'price_list',
  columns: 'picture sku name barcode hsCode origin packing piecesPerCarton moq unit price'.split(' '),
  isSheet: true,
  build(db, wish, today) {
    const warnings = warningList()
    const { seller, logo, stamp } = companyFields(db, warnings)
    const pricing = pricer(db, wish, today, warnings)
    const products = chosenProducts(db, wish).map((product) => ({ product, row: rowOf(product, wish, pricing.of) }))
    for (const { product } of products) warnOf(product, wish, warnings)
    const rows = products.map(({ row }) => row)
    if (rows.length === 0) warnings.add('no-lines')
    const currencies = new Set(rows.map((row) => row.currency).filter((code) => code !== ''))
    const [only = ''] = currencies
    const currency = currencies.size === 1 ? only : ''
    return {
      fields: {
        seller,
        picture: { logo, stamp },
        facts: priceFacts(wish, today, currency),
        groups: groupsOf(products),
        currency,
        rates: pricing.rates(),
        note: wish.options.note.trim(),
      },
      rows,
      partyId: null,
      partyName: '',
      currency,
      totalMinor: null,
      warnings: warnings.all(),
    }
  },
}

type PriceRow = Record<string, string | Pair> & { currency: string }

type Priced = { text: string; currency: string }

function rowOf(product: ChosenProduct, { options }: PaperWish, price: (product: ChosenProduct) => Priced): PriceRow {
  const { text, currency } = price(product)
  return {
    picture: options.withPictures ? (pictureUri(product.thumbnail) ?? '') : '',
    sku: product.sku,
    name: filled({ en: product.nameEn, zh: product.nameZh }),
    barcode: product.barcode,
    hsCode: product.hsCode,
    origin: countryPair(product.originCountry),
    packing: product.packing,
    piecesPerCarton: product.piecesPerCarton === null ? '' : grouped(String(product.piecesPerCarton)),
    moq: product.moqMilli === null ? '' : quantityText(product.moqMilli),
    unit: unitPair(product.unit, 1000),
    price: text,
    currency,
  }
}

function warnOf(product: ChosenProduct, { language }: PaperWish, warnings: WarningList): void {
  const record = { kind: 'product' as const, id: product.id }
  if (product.priceMicros === null) warnings.add('no-price', record, product.sku)
  if (language !== 'en' && product.nameZh === '') warnings.add('no-chinese-name', record, product.sku)
  if (language !== 'zh-CN' && product.nameEn === '') warnings.add('no-english-name', record, product.sku)
}

type RateSaid = { text: string; on: Pair }

/** Prices in the currency asked for; a missing or old rate leaves the price out and says so. */
function pricer(db: ReadDb, { options }: PaperWish, today: Day, warnings: WarningList) {
  const findRate = rateFinder(db)
  const used = new Map<string, RateSaid>()
  const none = { text: '', currency: '' }
  return {
    rates: () => [...used.values()],
    of({ id, sku, priceMicros, priceCurrency }: ChosenProduct): Priced {
      if (priceMicros === null || priceCurrency === null) return none
      const to = options.currency || priceCurrency
      if (to === priceCurrency) return { text: priceText(priceMicros, to), currency: to }
      const found = findRate(priceCurrency, to, today)
      if (found.status === 'missing' || (found.status === 'old' && !options.acceptOldRates)) {
        warnings.add('no-rate', { kind: 'product', id }, sku)
        return none
      }
      used.set(priceCurrency, { text: `1 ${priceCurrency} = ${found.rate} ${to}`, on: dayPair(found.rateOn) })
      const exact = new Decimal(fromUnits(priceMicros, 6)).times(found.by.multiply).div(found.by.divide)
      // Below one, two more digits: a price of a few cents would lose its meaning otherwise.
      const places = currencyDigits(to) + (exact.lt(1) ? 2 : 0)
      return { text: priceText(microsFromDecimal(trimZeros(roundDecimal(exact, places))), to), currency: to }
    },
  }
}

function priceFacts({ options }: PaperWish, today: Day, currency: string) {
  const facts = [
    { key: 'fact_pricesOf', value: dayPair(today) },
    { key: 'fact_validUntil', value: dayPair(options.validUntil) },
    { key: 'fact_currency', value: same(currency) },
    { key: 'fact_incoterm', value: same(`${options.incoterm} ${options.incotermPlace}`.trim()) },
    { key: 'fact_paymentTerms', value: same(options.paymentTerms) },
  ]
  return facts.filter(({ value }) => value.en !== '')
}

/** By category, those without one last; inside a category in the order asked for. */
function groupsOf(products: readonly { product: ChosenProduct; row: PriceRow }[]) {
  const groups = Map.groupBy(products, ({ product }) => `${product.category}\n${product.categoryZh}`)
  return [...groups.values()]
    .map((members) => ({
      name: filled({ en: members[0]?.product.category ?? '', zh: members[0]?.product.categoryZh ?? '' }),
      lines: members.map(({ row }) => row),
    }))
    .sort((left, right) => rank(left.name.en) - rank(right.name.en) || left.name.en.localeCompare(right.name.en, 'en'))
}

function rank(name: string): number {
  return name === '' ? 1 : 0
}
