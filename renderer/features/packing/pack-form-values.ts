// Cartons as their form holds them: typed in centimetres and kilograms, moved, split and put together before anything is saved.
import type { FieldProblems } from '#renderer/lib/field-problems.ts'
import { newFieldReader, numberToText, textToNumber } from '#renderer/lib/typed-number.ts'
import type { CartonMeasures, PackingLine, PackingProposal } from '#shared/schemas/packing.ts'
import type { Packaging } from '#shared/schemas/shipment-words.ts'
import type { ParcelInput, Shipment } from '#shared/schemas/shipments.ts'

export type PackedContent = { lineId: number; quantity: string }

export type PackRow = {
  key: string
  id: number | null
  packaging: Packaging
  pieces: string
  length: string
  width: string
  height: string
  net: string
  gross: string
  marks: string
  trackingNumber: string
  carrierId: number | null
  contents: PackedContent[]
}
export type PackForm = { rows: PackRow[] }

export function packToForm({ parcels }: Pick<Shipment, 'parcels'>): PackForm {
  return {
    rows: parcels.map((parcel) => ({
      key: String(parcel.id),
      id: parcel.id,
      packaging: parcel.packaging,
      ...measuresToText(parcel),
      marks: parcel.marks,
      trackingNumber: parcel.trackingNumber,
      carrierId: parcel.carrierId,
      contents: parcel.contents.map(contentToText),
    })),
  }
}

function measuresToText({ pieces, lengthMm, widthMm, heightMm, netGrams, grossGrams }: CartonMeasures) {
  return {
    pieces: String(pieces),
    length: numberToText(lengthMm, 'cm'),
    width: numberToText(widthMm, 'cm'),
    height: numberToText(heightMm, 'cm'),
    net: numberToText(netGrams, 'kg'),
    gross: numberToText(grossGrams, 'kg'),
  }
}

function contentToText({ lineId, quantity }: { lineId: number; quantity: number }): PackedContent {
  return { lineId, quantity: numberToText(quantity, 'quantity') }
}

export function newPackRow(key: string): PackRow {
  return {
    ...{ key, id: null, packaging: 'carton', pieces: '1', length: '', width: '', height: '', net: '', gross: '' },
    ...{ marks: '', trackingNumber: '', carrierId: null, contents: [] },
  }
}

/** What was proposed as rows to go on with. */
export function proposedRows({ parcels }: PackingProposal, newKey: () => string): PackRow[] {
  return parcels.map((parcel) => ({
    ...newPackRow(newKey()),
    packaging: parcel.packaging,
    ...measuresToText(parcel),
    contents: parcel.contents.map(contentToText),
  }))
}

type Reading = { ok: true; value: ParcelInput[] } | { ok: false; problems: FieldProblems }

/** Contents without a quantity are left out. Fields are named `rows.3.gross`, `rows.3.contents.0.quantity`. */
export function readPackForm({ rows }: PackForm): Reading {
  const reader = newFieldReader()
  const value = rows.map((row, at) => {
    const field = (name: string) => `rows.${at}.${name}`
    return {
      ...(row.id !== null && { id: row.id }),
      packaging: row.packaging,
      pieces: reader.needed(field('pieces'), row.pieces, 'whole'),
      lengthMm: reader.number(field('length'), row.length, 'cm'),
      widthMm: reader.number(field('width'), row.width, 'cm'),
      heightMm: reader.number(field('height'), row.height, 'cm'),
      netGrams: reader.number(field('net'), row.net, 'kg'),
      grossGrams: reader.number(field('gross'), row.gross, 'kg'),
      marks: row.marks,
      carrierId: row.carrierId,
      trackingNumber: row.trackingNumber.trim(),
      contents: row.contents.flatMap(({ lineId, quantity }, index) => {
        const read = reader.number(field(`contents.${index}.quantity`), quantity, 'quantity')
        return read === null || read === 0 ? [] : [{ lineId, quantity: read }]
      }),
    }
  })
  return Object.keys(reader.problems).length > 0 ? { ok: false, problems: reader.problems } : { ok: true, value }
}

/** What can be measured of the rows: a field that does not fit counts as not known. */
export function measuresOf({ rows }: PackForm): CartonMeasures[] {
  const read = (text: string, scale: 'cm' | 'kg' | 'whole') => {
    const result = textToNumber(text, scale)
    return 'value' in result && result.value !== null && result.value > 0 ? Math.min(result.value, 100_000_000) : null
  }
  return rows.map(({ pieces, length, width, height, net, gross }) => ({
    pieces: Math.min(read(pieces, 'whole') ?? 1, 1_000_000),
    lengthMm: read(length, 'cm'),
    widthMm: read(width, 'cm'),
    heightMm: read(height, 'cm'),
    netGrams: read(net, 'kg'),
    grossGrams: read(gross, 'kg'),
  }))
}

/** In thousandths, so that no binary fraction creeps in. */
export function milliOf(text: string): number {
  const read = textToNumber(text, 'quantity')
  return 'value' in read ? Math.round((read.value ?? 0) * 1000) : 0
}

export function textOfMilli(milli: number): string {
  return milli === 0 ? '' : numberToText(milli / 1000, 'quantity')
}

export type LeftOfLine = PackingLine & { packedMilli: number; leftMilli: number }

/** What the rows hold of each line, and what is still to be packed: below zero where they hold too much. */
export function leftOfLines(lines: readonly PackingLine[], { rows }: PackForm): LeftOfLine[] {
  const packed = new Map<number, number>()
  for (const { lineId, quantity } of rows.flatMap(({ contents }) => contents)) {
    packed.set(lineId, (packed.get(lineId) ?? 0) + milliOf(quantity))
  }
  return lines.map((line) => {
    const packedMilli = packed.get(line.lineId) ?? 0
    return { ...line, packedMilli, leftMilli: Math.round(line.quantity * 1000) - packedMilli }
  })
}

/** Numbers of the cartons of each row, counted through: `1–12`. */
export function rangesOf({ rows }: PackForm): string[] {
  let count = 0
  return measuresOf({ rows }).map(({ pieces }) => {
    const first = count + 1
    count += pieces
    return pieces === 1 ? String(first) : `${first}–${count}`
  })
}
