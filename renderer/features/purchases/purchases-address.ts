// The address of the list of purchase orders: the list's own, or what hangs on one order and has no page of its own.
import { type ListAddress, readAddress } from '#renderer/lib/list-address.ts'

const kinds = ['milestone', 'inspection', 'claim'] as const

export type Hanging = { kind: (typeof kinds)[number]; id: number }

export const hangingPanels = { milestone: 'milestones', inspection: 'inspections', claim: 'claims' } as const

export type PurchasesAddress = ListAddress & Partial<Record<Hanging['kind'], number>>

export function readPurchasesAddress(raw: Record<string, unknown>): PurchasesAddress {
  const hanging = hangingOf(raw)
  return hanging ? { ...readAddress(raw), [hanging.kind]: hanging.id } : readAddress(raw)
}

/** What an address such as `?claim=12` names; null where it is the list's own. */
export function hangingOf(search: Record<string, unknown>): Hanging | null {
  for (const kind of kinds) {
    const id = Number(search[kind])
    if (Number.isSafeInteger(id) && id > 0) return { kind, id }
  }
  return null
}
