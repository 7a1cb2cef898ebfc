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

/** The usual terms of a kind of channel in a country ('' is not known). */
export function channelDefaults(kind: ChannelKind, country: string): ChannelDefaults {
  const isMarketplace = marketplaces.has(kind)
  return {
    pricesWithTax: kind !== 'direct' && country !== '' && !netPriced.has(country),
    collectsMoney: isMarketplace,
    collectsTax: isMarketplace && (country === '' || collectors.has(country)),
  }
}
