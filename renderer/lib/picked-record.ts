// A record as a form holds it: first of which kind, then which one.
import type { RecordRef } from '#shared/schemas/records.ts'

export const pickedKinds = ['none', 'order', 'customer', 'supplier', 'carrier', 'product'] as const
export type PickedKind = (typeof pickedKinds)[number]

/** What a form holds: the kind may be chosen before the record is. */
export type PickedRecord = { kind: PickedKind; record: { id: number; name: string } | null }

export const nothingPicked: PickedRecord = { kind: 'none', record: null }

/** The reference to what was picked; null while nothing is. */
export function pickedRef({ kind, record }: PickedRecord): RecordRef | null {
  if (kind === 'none' || record === null) return null
  return { kind: kind === 'order' || kind === 'product' ? kind : 'party', id: record.id }
}
