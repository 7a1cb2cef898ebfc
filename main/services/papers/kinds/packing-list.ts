// Packing list: carton by carton what lies in it, what it weighs and measures, and what all of it comes to.
import { cubicMetres, shownCubicMetres } from '#main/domain/packing/cubic-metres.ts'
import { filled, grouped, quantityText } from '#main/domain/papers/paper-text.ts'
import { unitPair } from '#main/domain/papers/unit-words.ts'
import { companyFields } from '#main/services/papers/kinds/company-fields.ts'
import type { PaperFields, PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { sampleShipment } from '#main/services/papers/kinds/sample-shipment.ts'
import {
  consigneeFields,
  headOfPaper,
  type NumberedParcel,
  numberedParcels,
  rangeText,
  type ShipmentToPrint,
  shipmentFacts,
  shipmentToPrint,
} from '#main/services/papers/kinds/shipment-fields.ts'
import { type WarningList, warningList } from '#main/services/papers/kinds/warning-list.ts'
import { fromUnits, trimZeros } from '#shared/decimal.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'

type Line = ShipmentToPrint['shipment']['lines'][number]

export const packingList: PaperKindRule = {
  kind: 'packing_list',
  columns: 'cartons sku name perCarton quantity unit pieces net gross size volume'.split(' '),
  isSheet: true,
  build(db, wish) {
    const warnings = warningList()
    const { seller, logo, stamp } = companyFields(db, warnings)
    const printed = shipmentToPrint(db, wish, sampleShipment)
    const { shipment } = printed
    const { rows: parcels, count } = numberedParcels(shipment)
    const loose = unpackedRows(printed, wish, warnings)
    const rows = [...parcels.flatMap((parcel) => rowsOf(parcel, shipment.lines)), ...loose]
    warnOf(printed, wish, warnings)
    const consignee = consigneeFields(printed)
    return {
      fields: {
        seller,
        picture: { logo, stamp },
        consignee,
        facts: shipmentFacts(printed),
        lines: rows,
        total: totalOf(printed, count),
        // Whoever reads the sums has to know what they leave out.
        hasLoose: loose.length > 0 && parcels.length > 0,
        marks: (wish.options.marks || shipment.marks).trim(),
        note: lines2(shipment.packingNote, wish.options.note),
      },
      rows,
      ...headOfPaper(printed),
      warnings: warnings.all(),
    }
  },
}

function lines2(first: string, second: string): string {
  return [first.trim(), second.trim()].filter(Boolean).join('\n')
}

const nothing: PaperFields = { cartons: '', pieces: '', net: '', gross: '', size: '', volume: '' }

/** What belongs to the cartons stands in their first row. */
function rowsOf(parcel: NumberedParcel, lines: readonly Line[]): PaperFields[] {
  const { pieces, netGrams, grossGrams } = parcel
  const volume = cubicMetres([parcel])
  const ofCartons = {
    cartons: rangeText(parcel),
    pieces: String(pieces),
    net: kilograms(netGrams === null ? null : netGrams * pieces),
    gross: kilograms(grossGrams === null ? null : grossGrams * pieces),
    size: sizeText(parcel),
    volume: volume === null ? '' : shownCubicMetres(volume),
  }
  const goods = parcel.contents.flatMap(({ lineId, quantity }) => {
    const line = lines.find(({ id }) => id === lineId)
    return line ? [goodsOf(line, Math.round(quantity * 1000), pieces)] : []
  })
  if (goods.length === 0) return [{ ...emptyGoods, ...ofCartons }]
  return goods.map((row, index) => (index === 0 ? { ...row, ...ofCartons } : { ...nothing, ...row }))
}

const emptyGoods: PaperFields = { sku: '', name: '', perCarton: '', quantity: '', unit: '' }

function goodsOf({ sku, name, nameZh, description, unit }: Line, milli: number, pieces: number): PaperFields {
  const isAlike = pieces > 1 && milli % pieces === 0
  return {
    sku,
    name: filled({ en: name || description, zh: nameZh || (name === '' ? description : '') }),
    perCarton: isAlike ? quantityText(milli / pieces) : '',
    quantity: quantityText(milli),
    unit: unitPair(unit, milli),
  }
}

/** What no carton holds is on the list all the same: it is sent, too. */
function unpackedRows({ shipment }: ShipmentToPrint, { record }: PaperWish, warnings: WarningList): PaperFields[] {
  return shipment.lines.flatMap((line) => {
    const packed = shipment.parcels
      .flatMap(({ contents }) => contents)
      .filter(({ lineId }) => lineId === line.id)
      .reduce((sum, { quantity }) => sum + Math.round(quantity * 1000), 0)
    const left = Math.round(line.quantity * 1000) - packed
    if (left <= 0) return []
    warnings.add('not-packed', record ?? undefined, line.sku || line.description)
    return [{ ...nothing, ...goodsOf(line, left, 1), cartons: '—' }]
  })
}

function warnOf({ shipment, party }: ShipmentToPrint, { record }: PaperWish, warnings: WarningList): void {
  const { number, parcels, lines, shipTo } = shipment
  const own = record ?? undefined
  if (lines.length === 0 && parcels.length === 0) warnings.add('no-lines', own, number)
  if (shipTo.street === '' && !party?.address?.street) warnings.add('no-customer-address', own, number)
  if (parcels.some((parcel) => cubicMetres([parcel]) === null)) warnings.add('no-carton-size', own, number)
  if (parcels.some(({ grossGrams }) => grossGrams === null)) warnings.add('no-carton-weight', own, number)
}

/** A sum of which a part is not known is left empty. Quantities are added where all are of one unit. */
function totalOf({ shipment }: ShipmentToPrint, count: number): PaperFields {
  const { parcels, lines } = shipment
  const sum = (grams: (parcel: (typeof parcels)[number]) => number | null) =>
    parcels.length === 0 || parcels.some((parcel) => grams(parcel) === null)
      ? null
      : parcels.reduce((total, parcel) => total + (grams(parcel) ?? 0) * parcel.pieces, 0)
  const volume = parcels.length === 0 ? null : cubicMetres(parcels)
  const units = new Set(lines.map(({ unit }) => unit))
  const [unit = ''] = units
  const milli = lines.reduce((total, { quantity }) => total + Math.round(quantity * 1000), 0)
  return {
    ...emptyGoods,
    ...nothing,
    ...(units.size === 1 ? { quantity: quantityText(milli), unit: unitPair(unit, milli) } : {}),
    pieces: count === 0 ? '' : grouped(String(count)),
    net: kilograms(sum(({ netGrams }) => netGrams)),
    gross: kilograms(sum(({ grossGrams }) => grossGrams)),
    volume: volume === null ? '' : grouped(shownCubicMetres(volume)),
  }
}

/** The heading says the unit. */
function kilograms(grams: number | null): string {
  return grams === null ? '' : grouped(trimZeros(fromUnits(grams, 3)))
}

/** In centimetres, as the heading says. */
export function sizeText({ lengthMm, widthMm, heightMm }: NumberedParcel): string {
  if (lengthMm === null || widthMm === null || heightMm === null) return ''
  return [lengthMm, widthMm, heightMm].map((mm) => trimZeros(fromUnits(mm, 1))).join(' × ')
}
