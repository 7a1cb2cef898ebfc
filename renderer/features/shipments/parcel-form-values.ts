// A row of parcels as the form holds it: sizes in cm, weight in kg.
import type { newFieldReader } from '#renderer/lib/typed-number.ts'
import { numberToText } from '#renderer/lib/typed-number.ts'
import type { Packaging } from '#shared/schemas/shipment-words.ts'
import type { Parcel, ParcelContent } from '#shared/schemas/shipments.ts'

export type ParcelForm = {
  key: string
  id: number | null
  packaging: Packaging
  pieces: string
  length: string
  width: string
  height: string
  gross: string
  trackingNumber: string
  /** What the form does not show, and keeps. */
  net: number | null
  marks: string
  carrierId: number | null
  contents: ParcelContent[]
}

export function newParcel(key: string = crypto.randomUUID()): ParcelForm {
  return {
    ...{ key, id: null, packaging: 'parcel', pieces: '1', length: '', width: '', height: '', gross: '' },
    ...{ trackingNumber: '', net: null, marks: '', carrierId: null, contents: [] },
  }
}

export function parcelToForm(parcel: Parcel): ParcelForm {
  const { id, packaging, trackingNumber, marks, carrierId, contents } = parcel
  return {
    ...{ key: String(id), id, packaging, trackingNumber, marks, carrierId, contents, net: parcel.netGrams },
    pieces: String(parcel.pieces),
    length: numberToText(parcel.lengthMm, 'cm'),
    width: numberToText(parcel.widthMm, 'cm'),
    height: numberToText(parcel.heightMm, 'cm'),
    gross: numberToText(parcel.grossGrams, 'kg'),
  }
}

/** Nothing was written in it: the first row of a new shipment that has no parcel yet. */
export function isBlankParcel({
  id,
  length,
  width,
  height,
  gross,
  trackingNumber,
  pieces,
  marks,
}: ParcelForm): boolean {
  const written = [length, width, height, gross, trackingNumber, marks]
  return id === null && pieces.trim() === '1' && written.every((text) => text.trim() === '')
}

type Frame = { reader: ReturnType<typeof newFieldReader>; kept: ReadonlySet<number> }

/** Null where nothing was written in it. What lay in it of lines that went goes with them. */
export function readParcel(parcel: ParcelForm, index: number, { reader, kept }: Frame) {
  if (isBlankParcel(parcel)) return null
  const at = `parcels.${index}`
  const { id, packaging, trackingNumber, marks, carrierId, net } = parcel
  return {
    ...(id !== null && { id }),
    ...{ packaging, trackingNumber, marks, carrierId, netGrams: net },
    pieces: reader.number(`${at}.pieces`, parcel.pieces, 'whole') ?? 1,
    lengthMm: reader.number(`${at}.length`, parcel.length, 'cm'),
    widthMm: reader.number(`${at}.width`, parcel.width, 'cm'),
    heightMm: reader.number(`${at}.height`, parcel.height, 'cm'),
    grossGrams: reader.number(`${at}.gross`, parcel.gross, 'kg'),
    contents: parcel.contents.filter(({ lineId }) => kept.has(lineId)),
  }
}
