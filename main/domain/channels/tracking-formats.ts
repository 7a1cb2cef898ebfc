// How channels take tracking numbers. Amazon's headings are those of its shipping confirmation file, as Seller Central's help
// defines them. eBay's are those of Seller Hub's template 'Add order tracking and shipping info', as several public programs write
// it. Shopify and Etsy have no such import of their own: tools that read files for them take these headings, and nothing published
// tells better ones.
import type { FileFormat } from '#main/domain/channels/file-format.ts'
import type { TrackingFormat } from '#shared/schemas/channel-files.ts'

export type ToldRow = {
  channel: string
  /** The site's country, or empty. */
  country: string
  externalId: string
  orderNumber: string
  /** Of one item; empty where the whole order went, or nobody knows what lies in the parcel. */
  itemId: string
  sku: string
  quantity: string
  sentOn: string
  carrier: string
  courierCode: string
  service: string
  trackingNumber: string
  trackingUrl: string
}

/** Items are told by the channel's number of them (`numbered`), by anything (`any`), or not at all (`none`): one row an order. */
type Items = 'numbered' | 'any' | 'none'

export const trackingFileFormats: Readonly<Record<TrackingFormat, FileFormat<ToldRow> & { items: Items }>> = {
  amazon: {
    ...{ ending: 'txt', delimiter: '\t', hasHeadings: true, items: 'numbered' },
    columns: [
      ['order-id', ({ externalId }) => externalId],
      ['order-item-id', ({ itemId }) => itemId],
      ['quantity', ({ itemId, quantity }) => (itemId === '' ? '' : quantity)],
      ['ship-date', ({ sentOn }) => sentOn],
      ['carrier-code', (row) => amazonCarrier(row)],
      ['carrier-name', (row) => (amazonCarrier(row) === 'Other' ? row.carrier : '')],
      ['tracking-number', ({ trackingNumber }) => trackingNumber],
      ['ship-method', ({ service }) => service],
    ],
  },
  shopify: {
    ...{ ending: 'csv', delimiter: ',', hasHeadings: true, items: 'none' },
    columns: [
      ['Name', ({ externalId }) => externalId],
      ['Tracking Number', ({ trackingNumber }) => trackingNumber],
      ['Tracking Company', ({ carrier }) => carrier],
      ['Tracking URL', ({ trackingUrl }) => trackingUrl],
      ['Shipment Date', ({ sentOn }) => sentOn],
    ],
  },
  etsy: {
    ...{ ending: 'csv', delimiter: ',', hasHeadings: true, items: 'none' },
    columns: [
      ['Order ID', ({ externalId }) => externalId],
      ['Carrier', ({ carrier }) => carrier],
      ['Tracking Number', ({ trackingNumber }) => trackingNumber],
      ['Date Shipped', ({ sentOn }) => sentOn],
    ],
  },
  ebay: {
    ...{ ending: 'csv', delimiter: ',', hasHeadings: true, firstLine: '#INFO', items: 'numbered' },
    columns: [
      ['Shipping Status', () => 'Shipped'],
      ['Order Number', ({ externalId }) => externalId],
      // The transaction tells the item; neither number nor title of the listing is kept.
      ['Item Number', () => ''],
      ['Item Title', () => ''],
      ['Custom Label', ({ sku }) => sku],
      ['Transaction ID', ({ itemId }) => itemId],
      ['Shipping Carrier Used', ({ carrier }) => carrier],
      ['Tracking Number', ({ trackingNumber }) => trackingNumber],
    ],
  },
  generic: {
    ...{ ending: 'csv', delimiter: ',', hasHeadings: true, items: 'any' },
    columns: [
      ['channel', ({ channel }) => channel],
      ['order_id', ({ externalId }) => externalId],
      ['order_number', ({ orderNumber }) => orderNumber],
      ['item_id', ({ itemId }) => itemId],
      ['sku', ({ sku }) => sku],
      ['quantity', ({ quantity }) => quantity],
      ['shipped_on', ({ sentOn }) => sentOn],
      ['carrier', ({ carrier }) => carrier],
      ['carrier_code', ({ courierCode }) => courierCode],
      ['service', ({ service }) => service],
      ['tracking_number', ({ trackingNumber }) => trackingNumber],
      ['tracking_url', ({ trackingUrl }) => trackingUrl],
    ],
  },
}

/** Carriers that Amazon knows by its own word; all others are `Other` with their name. */
const amazonCarriers: Readonly<Record<string, string>> = {
  ...{ ups: 'UPS', usps: 'USPS', fedex: 'FedEx', dhl: 'DHL', dhlexpress: 'DHL', dhlecommerce: 'DHL eCommerce' },
  ...{ dpd: 'DPD', gls: 'GLS', royalmail: 'Royal Mail', canadapost: 'Canada Post', australiapost: 'Australia Post' },
  ...{ chinapost: 'China Post', yunexpress: 'Yun Express', yanwen: 'Yanwen', sfexpress: 'SF Express', '4px': '4PX' },
  ...{ ontrac: 'OnTrac', lasership: 'Lasership', purolator: 'Purolator', aramex: 'Aramex', tnt: 'TNT' },
  ...{ colissimo: 'Colissimo', chronopost: 'Chronopost', laposte: 'La Poste', correos: 'Correos', postnl: 'PostNL' },
}

function amazonCarrier({ courierCode, carrier }: ToldRow): string {
  const fold = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return amazonCarriers[fold(courierCode)] ?? amazonCarriers[fold(carrier)] ?? (carrier === '' ? '' : 'Other')
}
