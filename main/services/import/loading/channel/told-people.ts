// Who bought, and where the goods go: told on any of the rows of an order.
import type { ChannelOrder } from '#main/domain/import/channels/channel-order.ts'
import { firstText, flagIn } from '#main/services/import/loading/channel/first-told.ts'
import type { TypedRow } from '#main/services/import/loading/loader.ts'

export function buyerOf(rows: readonly TypedRow[]): ChannelOrder['buyer'] {
  const first = (field: string) => firstText(rows, field) ?? ''
  const key = first('customer')
  const email = /@/.test(first('customerEmail')) ? first('customerEmail') : ''
  return {
    key,
    email,
    name:
      first('customerName') ||
      fullName(rows, 'customer') ||
      first('shipToName') ||
      fullName(rows, 'shipTo') ||
      key ||
      email,
    phone: first('customerPhone') || first('shipToPhone'),
    company: first('customerCompany'),
    taxNumber: first('customerTaxNumber'),
    isBusiness: flagIn(rows, 'isBusiness') ?? false,
  }
}

export function shipToOf(rows: readonly TypedRow[]): ChannelOrder['shipTo'] {
  const first = (field: string) => firstText(rows, field) ?? ''
  const company = first('shipToCompany')
  const streets = ['shipToAddress', 'shipToAddress2', 'shipToAddress3'].map(first).filter((line) => line !== '')
  return {
    name: first('shipToName') || fullName(rows, 'shipTo'),
    street: [...(company === '' || company === first('shipToName') ? [] : [company]), ...new Set(streets)]
      .join(', ')
      .slice(0, 500),
    city: first('shipToCity'),
    region: first('shipToRegion'),
    // Programs put an apostrophe before a number that is text: '85003
    postalCode: first('shipToPostalCode').replace(/^['’=]+"?|"$/g, ''),
    country: first('shipToCountry'),
    phone: first('shipToPhone').replace(/^['’]/, ''),
  }
}

/** Names that a file keeps in two columns. */
function fullName(rows: readonly TypedRow[], whose: 'customer' | 'shipTo'): string {
  return [firstText(rows, `${whose}First`), firstText(rows, `${whose}Last`)]
    .filter((part) => part !== undefined)
    .join(' ')
}
