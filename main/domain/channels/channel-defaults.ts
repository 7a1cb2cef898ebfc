// What holds for a channel of a kind until the seller says otherwise: who takes the money, who hands the tax on, and whether
// its prices have the tax in them, which differs by the site's country.
import type { ChannelKind } from '#shared/schemas/channels.ts'

export interface ChannelDefaults {
  readonly pricesWithTax: boolean
  readonly collectsMoney: boolean
  readonly collectsTax: boolean
}

/** Marketplaces take the money and pay it out; a shop of one's own is paid directly. */
const marketplaces: ReadonlySet<ChannelKind> = new Set(['amazon', 'ebay', 'etsy', 'tiktok'])

/** Countries where prices are shown without the tax that is added at the end. */
const netPriced: ReadonlySet<string> = new Set(['US', 'CA', 'PR'])

/** Where marketplaces must hand the consumer's tax on in the seller's place, at least for sellers from abroad. */
const collectors: ReadonlySet<string> = new Set([
  ...['US', 'CA', 'GB', 'AU', 'NZ', 'NO', 'CH', 'SG', 'MY', 'ID', 'VN', 'PH', 'TH', 'MX', 'IS'],
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV'],
  ...['MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
])

/** The usual terms of a kind of channel in a country ('' is not known: its currency may tell). */
export function channelDefaults(kind: ChannelKind, country: string, currency = ''): ChannelDefaults {
  const isMarketplace = marketplaces.has(kind)
  return {
    pricesWithTax: kind !== 'direct' && (country === '' ? currency === 'EUR' : !netPriced.has(country)),
    collectsMoney: isMarketplace,
    collectsTax: isMarketplace && (country === '' || collectors.has(country)),
  }
}

const siteOfCurrency: Readonly<Record<string, string>> = {
  ...{ USD: 'US', GBP: 'GB', CAD: 'CA', AUD: 'AU', NZD: 'NZ', JPY: 'JP', CNY: 'CN', SGD: 'SG', MXN: 'MX', BRL: 'BR' },
  ...{ INR: 'IN', PLN: 'PL', SEK: 'SE', CHF: 'CH', IDR: 'ID', VND: 'VN', THB: 'TH', MYR: 'MY', PHP: 'PH', KRW: 'KR' },
  ...{ AED: 'AE', SAR: 'SA', TRY: 'TR', HKD: 'HK', TWD: 'TW', NOK: 'NO', DKK: 'DK', CZK: 'CZ', HUF: 'HU' },
}

/** The country that a site in this currency most likely serves; empty for the euro and others of many countries. */
export function countryOfCurrency(currency: string): string {
  return siteOfCurrency[currency] ?? ''
}
