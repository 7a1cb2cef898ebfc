// A shipment as its form holds it: numbers as typed text in the screen's units, references with their names.
import { inFormOrder, parseFields } from '#renderer/lib/field-problems.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import type { MoneyText } from '#renderer/ui/money-input.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { NamedParty } from '#shared/schemas/purchases.ts'
import type { ShipmentKind } from '#shared/schemas/shipment-words.ts'
import { type Shipment, type ShipmentInput, type ShipmentLine, shipmentInput } from '#shared/schemas/shipments.ts'
import type { LineToShip, ToShip } from '#shared/schemas/to-ship.ts'
import { type LegForm, legToForm, readLeg } from './leg-form-values.ts'
import { newParcel, type ParcelForm, parcelToForm, readParcel } from './parcel-form-values.ts'

export type LineForm = {
  key: string
  /** Null for a line that is not saved yet. */
  id: number | null
  orderLineId: number | null
  purchaseLineId: number | null
  /** The order that it is of, in words; empty for one of none. */
  source: string
  product: PickerOption | null
  description: string
  unit: string
  quantity: string
  /** What could be shipped of the order's line, where that was asked. */
  free: number | null
  /** What other shipments that have not left hold of it. */
  held: number
}

type Kept = 'number' | 'kind' | 'mode' | 'fromCountry' | 'fromPlace' | 'shipTo' | 'incoterm' | 'place' | 'reference'
type Texts = 'insurer' | 'policyNumber' | 'marks' | 'packingNote' | 'note'

export type ShipmentForm = Pick<ShipmentInput, Kept | Texts | 'followsId'> & {
  partyId: PickerOption | null
  warehouseId: string | null
  toWarehouseId: string | null
  carrierId: PickerOption | null
  serviceId: string | null
  bookedOn: string
  plannedOn: string
  toldKg: string
  toldM3: string
  chargeableKg: string
  insured: MoneyText
  keptUntil: string
  /** Transfers that the new shipment takes along. */
  documentIds: number[]
  lines: LineForm[]
  parcels: ParcelForm[]
  legs: LegForm[]
}

export const optionOf = (party: NamedParty | null, language: Language): PickerOption | null =>
  party && { id: party.id, name: nameIn(language, party) }
const idText = (id: number | null) => (id === null ? null : String(id))
/** Cubic centimetres as cubic metres, and back: 2,500,000 is `2.5`. */
const m3Text = (cm3: number | null) => (cm3 === null ? '' : String(cm3 / 1_000_000))

export function newShipmentForm(kind: ShipmentKind): ShipmentForm {
  const empty = shipmentInput.parse({ kind })
  const { number, mode, fromCountry, fromPlace, shipTo, incoterm, place, reference } = empty
  return {
    ...{ number, kind, mode, fromCountry, fromPlace, shipTo, incoterm, place, reference, followsId: null },
    ...{ insurer: '', policyNumber: '', marks: '', packingNote: '', note: '' },
    ...{ partyId: null, warehouseId: null, toWarehouseId: null, carrierId: null, serviceId: null },
    ...{ bookedOn: '', plannedOn: '', toldKg: '', toldM3: '', chargeableKg: '', keptUntil: '' },
    insured: { amount: '', currency: '' },
    documentIds: [],
    lines: [],
    parcels: [newParcel('first')],
    legs: [],
  }
}

/** Begun for orders: their lines as far as they are free, and what they agree on. */
export function formToShip({ kind, head, lines }: ToShip, language: Language): ShipmentForm {
  return {
    ...newShipmentForm(kind),
    partyId: optionOf(head.party, language),
    warehouseId: idText(head.warehouseId),
    toWarehouseId: idText(head.toWarehouseId),
    carrierId: optionOf(head.carrier, language),
    ...{
      mode: head.mode,
      fromCountry: head.fromCountry,
      shipTo: head.shipTo,
      incoterm: head.incoterm,
      place: head.place,
    },
    lines: linesToShip(lines, language),
  }
}

/** Only what is free of them. */
export function linesToShip(lines: readonly LineToShip[], language: Language): LineForm[] {
  return lines
    .filter(({ free }) => free > 0)
    .map((line) => ({
      ...lineWords(line, language),
      ...{ key: crypto.randomUUID(), id: null, quantity: numberToText(line.free, 'quantity') },
      ...{ free: line.free, held: line.held },
    }))
}

type Words = Pick<
  ShipmentLine,
  | 'orderLineId'
  | 'purchaseLineId'
  | 'order'
  | 'purchase'
  | 'productId'
  | 'sku'
  | 'name'
  | 'nameZh'
  | 'description'
  | 'unit'
>

function lineWords(line: Words, language: Language) {
  const { orderLineId, purchaseLineId, productId, sku, description, unit } = line
  const name = nameIn(language, line)
  return {
    ...{ orderLineId, purchaseLineId, description, unit },
    source: (line.order ?? line.purchase)?.number ?? '',
    product: productId === null ? null : { id: productId, name: sku, detail: name },
  }
}

export function shipmentToForm(shipment: Shipment, language: Language): ShipmentForm {
  const { number, kind, mode, fromCountry, fromPlace, shipTo, incoterm, place, reference, followsId } = shipment
  const { insurer, policyNumber, marks, packingNote, note, insured } = shipment
  return {
    ...{ number, kind, mode, fromCountry, fromPlace, shipTo, incoterm, place, reference, followsId },
    ...{ insurer, policyNumber, marks, packingNote, note },
    partyId: optionOf(shipment.party, language),
    warehouseId: idText(shipment.warehouseId),
    toWarehouseId: idText(shipment.toWarehouseId),
    carrierId: optionOf(shipment.carrier, language),
    serviceId: idText(shipment.serviceId),
    bookedOn: shipment.bookedOn ?? '',
    plannedOn: shipment.plannedOn ?? '',
    toldKg: numberToText(shipment.toldGrams, 'kg'),
    toldM3: m3Text(shipment.toldVolumeCm3),
    chargeableKg: numberToText(shipment.chargeableGrams, 'kg'),
    insured: { amount: insured?.amount ?? '', currency: insured?.currency ?? '' },
    keptUntil: shipment.keptUntil ?? '',
    documentIds: [],
    lines: shipment.lines.map((line) => ({
      ...lineWords(line, language),
      ...{ key: String(line.id), id: line.id, quantity: numberToText(line.quantity, 'quantity') },
      ...{ free: null, held: 0 },
    })),
    parcels: shipment.parcels.map(parcelToForm),
    legs: shipment.legs.map((leg) => legToForm(leg, language)),
  }
}

export function newLine(): LineForm {
  return {
    ...{ key: crypto.randomUUID(), id: null, orderLineId: null, purchaseLineId: null, source: '', product: null },
    ...{ description: '', unit: '', quantity: '', free: null, held: 0 },
  }
}

/** A line that nothing was written in; it is left out when the shipment is saved. */
export function isBlankLine({ id, source, product, description, quantity }: LineForm): boolean {
  return id === null && source === '' && product === null && description.trim() === '' && quantity.trim() === ''
}

/** What travels, or a problem's code per field. Blank rows are left out; problems still name the row as the form has it. */
export function readShipmentForm(form: ShipmentForm): FormReading<ShipmentInput> {
  const reader = newFieldReader()
  const lines = form.lines.flatMap((line, index) => (isBlankLine(line) ? [] : [{ line, index }]))
  const kept = new Set(lines.flatMap(({ line }) => line.id ?? []))
  const parcels = form.parcels.flatMap((row, index) => {
    const parcel = readParcel(row, index, { reader, kept })
    return parcel ? [{ parcel, index }] : []
  })
  const shipment = parseFields(shipmentInput, {
    ...form,
    ...readHead(form, reader),
    lines: lines.map(({ line, index }) => ({
      ...(line.id !== null && { id: line.id }),
      ...{ orderLineId: line.orderLineId, purchaseLineId: line.purchaseLineId, description: line.description },
      productId: line.product?.id ?? null,
      quantity: reader.needed(`lines.${index}.quantity`, line.quantity, 'quantity'),
    })),
    parcels: parcels.map(({ parcel }) => parcel),
    legs: form.legs.map(readLeg),
  })
  const placesOf = (rows: readonly { index: number }[]) => rows.map(({ index }) => index)
  const refused = shipment.ok ? {} : inFormOrder(shipment.problems, 'lines', placesOf(lines))
  const problems = { ...inFormOrder(refused, 'parcels', placesOf(parcels)), ...reader.problems }
  return shipment.ok && Object.keys(problems).length === 0 ? shipment : { ok: false, problems }
}

function readHead(form: ShipmentForm, reader: ReturnType<typeof newFieldReader>) {
  const { insured } = form
  return {
    partyId: form.partyId?.id ?? null,
    warehouseId: form.warehouseId === null ? null : Number(form.warehouseId),
    toWarehouseId: form.kind !== 'transfer' || form.toWarehouseId === null ? null : Number(form.toWarehouseId),
    carrierId: form.carrierId?.id ?? null,
    serviceId: form.serviceId === null ? null : Number(form.serviceId),
    bookedOn: typedDay(form.bookedOn) || null,
    plannedOn: typedDay(form.plannedOn) || null,
    keptUntil: typedDay(form.keptUntil) || null,
    toldGrams: reader.number('toldKg', form.toldKg, 'kg'),
    toldVolumeCm3: cubicCentimetres(form.toldM3, reader),
    chargeableGrams: reader.number('chargeableKg', form.chargeableKg, 'kg'),
    insured: insured.amount.trim() === '' ? null : { amount: typedDecimal(insured.amount), currency: insured.currency },
  }
}

/** Cubic metres to a litre. */
function cubicCentimetres(m3: string, reader: ReturnType<typeof newFieldReader>): number | null {
  const litres = reader.number('toldM3', m3, 'kg')
  return litres === null ? null : litres * 1000
}
