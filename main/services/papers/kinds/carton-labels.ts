// Carton labels: one for each carton, with its number among all, what lies in it, and a code to scan: the product's where it
// holds one product, else the carton's own.
import { barcodeFor } from '#main/domain/papers/barcode-code.ts'
import { filled, lines as joined, quantityText, weightText } from '#main/domain/papers/paper-text.ts'
import { unitPair } from '#main/domain/papers/unit-words.ts'
import { companyFields } from '#main/services/papers/kinds/company-fields.ts'
import { sizeText } from '#main/services/papers/kinds/packing-list.ts'
import type { PaperFields, PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { sampleShipment } from '#main/services/papers/kinds/sample-shipment.ts'
import {
  commonOrigin,
  consigneeFields,
  headOfPaper,
  type NumberedParcel,
  numberedParcels,
  type ShipmentToPrint,
  shipmentToPrint,
} from '#main/services/papers/kinds/shipment-fields.ts'
import { type WarningList, warningList } from '#main/services/papers/kinds/warning-list.ts'
import { AppError } from '#shared/errors.ts'
import { mostLabels, type PaperWish } from '#shared/schemas/papers.ts'

/** What stands on a label by name; the rest is counted. */
const shownItems = 6

export const cartonLabels: PaperKindRule = {
  kind: 'carton_labels',
  columns: [],
  isSheet: false,
  build(db, wish) {
    const warnings = warningList()
    const { seller } = companyFields(db, warningList())
    const printed = shipmentToPrint(db, wish, sampleShipment)
    const { shipment } = printed
    const { rows: parcels, count } = numberedParcels(shipment)
    if (count > mostLabels) throw new AppError('papers/too-many-labels', { count, most: mostLabels })
    if (count === 0) warnings.add('no-lines', wish.record ?? undefined, shipment.number)
    const to = consigneeFields(printed)
    const rows = parcels.flatMap((parcel) => labelsOf(parcel, count, { printed, wish, warnings }))
    return {
      fields: { seller, picture: { logo: '', stamp: '' }, to, number: shipment.number, labels: rows },
      rows,
      ...headOfPaper(printed),
      warnings: warnings.all(),
    }
  },
}

type Making = { printed: ShipmentToPrint; wish: PaperWish; warnings: WarningList }

function labelsOf(parcel: NumberedParcel, count: number, making: Making): PaperFields[] {
  const { printed, wish } = making
  const { shipment } = printed
  const inside = parcel.contents.flatMap(({ lineId, quantity }) => {
    const line = shipment.lines.find(({ id }) => id === lineId)
    return line ? [{ line, milli: Math.round(quantity * 1000) }] : []
  })
  const items = inside.slice(0, shownItems).map(({ line, milli }) => ({
    sku: line.sku,
    name: filled({ en: line.name || line.description, zh: line.nameZh || (line.name ? '' : line.description) }),
    // Of alike cartons each holds the same; of others nobody knows which holds how much.
    quantity: milli % parcel.pieces === 0 ? quantityText(milli / parcel.pieces) : '',
    unit: unitPair(line.unit, milli / parcel.pieces),
  }))
  const label = {
    marks: joined([shipment.marks, parcel.marks], '\n').trim(),
    count: String(count),
    items,
    more: String(Math.max(0, inside.length - shownItems)),
    hasMore: inside.length > shownItems,
    gross: parcel.grossGrams === null ? '' : weightText(parcel.grossGrams),
    net: parcel.netGrams === null ? '' : weightText(parcel.netGrams),
    size: sizeText(parcel),
    origin: wish.options.withOrigin
      ? commonOrigin(
          printed,
          inside.map(({ line }) => line.productId),
        )
      : { en: '', zh: '' },
  }
  const productIds = [...new Set(inside.map(({ line }) => line.productId))]
  return Array.from({ length: parcel.pieces }, (_, index) => {
    const at = parcel.first + index
    return { ...label, at: String(at), ...codeOf(productIds, `${shipment.number}-${at}`, making) }
  })
}

/** The product's barcode, for want of one its SKU; of several products the number of the carton. */
function codeOf(productIds: readonly (number | null)[], own: string, { printed, wish, warnings }: Making) {
  const none = { code: '', form: '' }
  const { barcode: wanted } = wish.options
  if (wanted === 'none') return none
  const [only] = productIds
  const line = printed.shipment.lines.find(({ productId }) => productId === only)
  const isOne = productIds.length === 1 && only !== null && only !== undefined && line !== undefined
  const text = isOne ? printed.products.get(only)?.barcode || line.sku : own
  // What is no EAN is drawn as Code 128: a carton without a code helps nobody.
  const asked = barcodeFor(text, wanted)
  if (!('problem' in asked)) return asked
  const second = barcodeFor(own, 'code128')
  if (isOne) warnings.add('bad-barcode', { kind: 'product', id: only }, line.sku)
  return 'problem' in second ? none : second
}
