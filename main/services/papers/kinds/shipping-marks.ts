// Shipping marks: what is painted or glued on cartons, one page for each run of alike ones. Where nobody wrote marks, they are
// made of what is customary: for whom, which order, where to.
import { lines as joined, type Pair, weightText } from '#main/domain/papers/paper-text.ts'
import { companyFields } from '#main/services/papers/kinds/company-fields.ts'
import { sizeText } from '#main/services/papers/kinds/packing-list.ts'
import type { PaperFields, PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { sampleShipment } from '#main/services/papers/kinds/sample-shipment.ts'
import {
  commonOrigin,
  headOfPaper,
  type NumberedParcel,
  numberedParcels,
  rangeText,
  routeOf,
  type ShipmentToPrint,
  shipmentToPrint,
} from '#main/services/papers/kinds/shipment-fields.ts'
import { warningList } from '#main/services/papers/kinds/warning-list.ts'
import { countryName } from '#shared/reference/countries.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'

export const shippingMarks: PaperKindRule = {
  kind: 'shipping_marks',
  columns: [],
  isSheet: false,
  build(db, wish) {
    const warnings = warningList()
    const { seller } = companyFields(db, warningList())
    const printed = shipmentToPrint(db, wish, sampleShipment)
    const { shipment } = printed
    const { rows: parcels, count } = numberedParcels(shipment)
    if (count === 0) warnings.add('no-lines', wish.record ?? undefined, shipment.number)
    const rows = parcels.map((parcel) => markOf(parcel, count, printed, wish))
    return {
      fields: { seller, picture: { logo: '', stamp: '' }, marks: rows },
      rows,
      ...headOfPaper(printed),
      warnings: warnings.all(),
    }
  },
}

function markOf(parcel: NumberedParcel, count: number, printed: ShipmentToPrint, { options }: PaperWish): PaperFields {
  const { shipment } = printed
  const ids = parcel.contents.map(({ lineId }) => shipment.lines.find(({ id }) => id === lineId)?.productId ?? null)
  const skus = parcel.contents.flatMap(({ lineId }) => shipment.lines.find(({ id }) => id === lineId)?.sku || [])
  const none: Pair = { en: '', zh: '' }
  return {
    main: (options.marks || parcel.marks || shipment.marks).trim() || customaryMarks(printed),
    range: rangeText(parcel),
    count: String(count),
    skus: [...new Set(skus)].slice(0, 8).join(', '),
    gross: parcel.grossGrams === null ? '' : weightText(parcel.grossGrams),
    net: parcel.netGrams === null ? '' : weightText(parcel.netGrams),
    size: sizeText(parcel),
    origin: options.withOrigin ? commonOrigin(printed, ids) : none,
  }
}

/** Marks are read abroad: in capitals, country in English. */
function customaryMarks({ shipment, party }: ShipmentToPrint): string {
  const { shipTo, orders, number } = shipment
  const { to } = routeOf(shipment)
  const country = shipTo.country || (party?.country ?? '')
  const place = to.en || joined([shipTo.city, country === '' ? '' : countryName(country, 'en')], ', ')
  const order = orders.length > 0 && orders.length <= 3 ? orders.map((one) => one.number).join(' / ') : number
  return joined([party?.name || shipTo.name, order, place], '\n').toUpperCase()
}
