// What a paper is to be made from, in the address: `?kind=proforma_invoice&record=order:12&version=3`.
import { type PaperKind, paperKinds } from '#shared/schemas/papers.ts'
import { type RecordRef, recordRef } from '#shared/schemas/records.ts'

export type PaperAddress = {
  kind?: PaperKind
  /** `order:12`. */
  record?: string
  /** An old version of the record, printed as it was. */
  version?: number
  /** Others picked in one go: `shipment:13,order:14`. */
  also?: string
}

/** Takes from an address what belongs to a new paper; what is not understood is left out. */
export function readPaperAddress(raw: Record<string, unknown>): PaperAddress {
  const kind = paperKinds.find((known) => known === raw.kind)
  const record = typeof raw.record === 'string' && recordOf(raw.record) ? raw.record : undefined
  const version = Number(raw.version)
  return {
    ...(kind && { kind }),
    ...(record && { record }),
    ...(Number.isSafeInteger(version) && version > 0 && { version }),
    ...(typeof raw.also === 'string' && recordsOf(raw.also).length > 0 && { also: raw.also }),
  }
}

/** The record behind `order:12`; null for any other text. */
export function recordOf(text: string | undefined): RecordRef | null {
  const [kind, id] = (text ?? '').split(':')
  const parsed = recordRef.safeParse({ kind, id: Number(id) })
  return parsed.success ? parsed.data : null
}

/** Those behind `order:12,order:13`; what is none is left out. */
export function recordsOf(text: string | undefined): RecordRef[] {
  return (text ?? '').split(',').flatMap((one) => recordOf(one) ?? [])
}
