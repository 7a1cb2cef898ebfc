// The files of shops and marketplaces that the program knows, and what their site says of how they are read.

import { countryOfCurrency } from '#main/domain/channels/channel-defaults.ts'
import { type FileProfile, type KnownFile, knownFile } from '#main/domain/import/channels/file-profile.ts'
import type { ColumnProfile } from '#main/domain/import/column-profile.ts'
import type { ImportTable } from '#main/services/import/reading/open-table.ts'
import amazonOrders from '#resources/mappings/channels/amazon-orders.json' with { type: 'json' }
import amazonShipments from '#resources/mappings/channels/amazon-shipments.json' with { type: 'json' }
import ebayOrders from '#resources/mappings/channels/ebay-orders.json' with { type: 'json' }
import etsyItems from '#resources/mappings/channels/etsy-order-items.json' with { type: 'json' }
import etsyOrders from '#resources/mappings/channels/etsy-orders.json' with { type: 'json' }
import shopifyOrders from '#resources/mappings/channels/shopify-orders.json' with { type: 'json' }
import shopifyProducts from '#resources/mappings/channels/shopify-products.json' with { type: 'json' }
import tiktokOrders from '#resources/mappings/channels/tiktok-orders.json' with { type: 'json' }
import wooOrders from '#resources/mappings/channels/woocommerce-orders.json' with { type: 'json' }
import wooProducts from '#resources/mappings/channels/woocommerce-products.json' with { type: 'json' }

const profiles = [
  ...[
    amazonOrders,
    amazonShipments,
    shopifyOrders,
    ebayOrders,
    etsyItems,
    etsyOrders,
    tiktokOrders,
    wooOrders,
    shopifyProducts,
    wooProducts,
  ],
] as unknown as readonly FileProfile[]

/** What a file is by its headers; null: none of those that are known. */
export function channelFile(headers: readonly string[]): KnownFile | null {
  return knownFile(profiles, headers)
}

export type Site = { country: string; currency: string }

/** The country and currency of a file's site, as far as its own cells tell: `Amazon.co.uk`, a column of currencies, `AU $`. */
export function siteOf(table: ImportTable, columns: KnownFile['columns'], scanned: readonly ColumnProfile[]): Site {
  const currency = currencyIn(table, columns, scanned)
  const at = table.headers.findIndex((header) => columns[header] === 'channel')
  const name = at === -1 ? '' : (table.sample.map((row) => row.cells[at] ?? '').find((cell) => cell !== '') ?? '')
  const domain = /\.(?:com?\.)?([a-z]{2,3})$/i.exec(name.trim())?.[1]?.toUpperCase() ?? ''
  const ofName = domain === 'UK' ? 'GB' : domain === 'COM' ? 'US' : domain
  return { country: /^[A-Z]{2}$/.test(ofName) ? ofName : countryOfCurrency(currency), currency }
}

/** The one currency that the file names anywhere; empty where it names none, or several. */
function currencyIn(table: ImportTable, columns: KnownFile['columns'], scanned: readonly ColumnProfile[]): string {
  const at = table.headers.findIndex((header) => columns[header] === 'currency')
  const told = at === -1 ? [] : table.sample.map((row) => (row.cells[at] ?? '').trim().toUpperCase())
  const named = scanned
    .filter(({ header }) => columns[header] !== null)
    .flatMap(({ currencies }) => [...currencies.keys()])
  const all = new Set([...told.filter((code) => /^[A-Z]{3}$/.test(code)), ...named])
  const [only = ''] = all
  return all.size === 1 ? only : ''
}

/** Where the month comes first. */
const monthFirst: ReadonlySet<string> = new Set(['US', 'PH', 'PR'])

export function dateOrderOf(country: string): 'mdy' | 'dmy' | null {
  if (country === '') return null
  return monthFirst.has(country) ? 'mdy' : 'dmy'
}

/** Currencies that are counted in whole thousands: their point parts thousands. */
const pointParts: ReadonlySet<string> = new Set(['IDR', 'VND'])

export function decimalOf(currency: string): ',' | null {
  return pointParts.has(currency) ? ',' : null
}
