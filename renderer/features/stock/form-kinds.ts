// The documents that are written by hand, and what the form of each asks for. One shape of form serves all of them.
import type { StockDocumentKind } from '#shared/schemas/stock-documents.ts'
import type { StockPosting } from '#shared/schemas/stock-postings.ts'

export const formKinds = [
  'receipt',
  'issue',
  'transfer',
  'adjustment',
  'customer_return',
  'supplier_return',
  'assembly',
] as const satisfies readonly StockDocumentKind[]
export type FormKind = (typeof formKinds)[number]

export type KindTraits = {
  posting: StockPosting['kind']
  /** Which way goods go, seen from the place. */
  moves: 'in' | 'out' | 'either'
  /** Whose goods they are, or were. */
  party?: 'supplier' | 'customer'
  hasOrder?: boolean
  hasCost?: boolean
  /** The movements that goods come back by. */
  origin?: 'issue' | 'receipt'
}

export const kindTraits: Readonly<Record<FormKind, KindTraits>> = {
  receipt: { posting: 'receive', moves: 'in', party: 'supplier', hasCost: true },
  issue: { posting: 'issue', moves: 'out', party: 'customer', hasOrder: true },
  transfer: { posting: 'transfer', moves: 'out' },
  adjustment: { posting: 'adjust', moves: 'either', hasCost: true },
  customer_return: { posting: 'returnFromCustomer', moves: 'in', party: 'customer', hasOrder: true, origin: 'issue' },
  supplier_return: { posting: 'returnToSupplier', moves: 'out', party: 'supplier', origin: 'receipt' },
  assembly: { posting: 'assemble', moves: 'either' },
}

export type NewDocumentAddress = { kind?: FormKind; product?: number; warehouse?: number; order?: number }

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readNewDocument(raw: Record<string, unknown>): NewDocumentAddress {
  const kind = formKinds.find((one) => one === raw.kind)
  const id = (key: 'product' | 'warehouse' | 'order') => {
    const value = Number(raw[key])
    return Number.isSafeInteger(value) && value > 0 ? { [key]: value } : {}
  }
  return { ...(kind && { kind }), ...id('product'), ...id('warehouse'), ...id('order') }
}
