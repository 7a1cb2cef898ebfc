// Records for tests, made by the program's own commands from as little as a test wants to say.
import type { WriteTx } from '#main/db/database.ts'
import { addProduct } from '#main/services/catalog/product-commands.ts'
import { addOrder } from '#main/services/orders/order-commands.ts'
import { addParty } from '#main/services/parties/party-commands.ts'
import { addRate } from '#main/services/rates/rate-commands.ts'
import type { Id } from '#shared/ids.ts'
import { type ProductDraft, productInput } from '#shared/schemas/catalog.ts'
import { type OrderDraft, orderInput } from '#shared/schemas/orders.ts'
import { type PartyDraft, partyInput } from '#shared/schemas/parties.ts'
import { rateInput } from '#shared/schemas/rates.ts'

export function makeProduct(tx: WriteTx, draft: ProductDraft): Id {
  return addProduct(tx, productInput.parse(draft))
}

export function makeCustomer(tx: WriteTx, name: string, draft: Partial<PartyDraft> = {}): Id {
  return addParty(tx, partyInput.parse({ roles: ['customer'], name, ...draft }))
}

type LooseOrder = Partial<OrderDraft>

/** A confirmed order in USD of 2026-03-02 unless told otherwise. */
export function makeOrder(tx: WriteTx, draft: LooseOrder = {}): Id {
  const order = { orderedOn: '2026-03-02', currency: 'USD', status: 'confirmed' as const, ...draft }
  return addOrder(tx, orderInput.parse(order)).id
}

export function makeRate(tx: WriteTx, from: string, to: string, on: string, rate: string): Id {
  return addRate(tx, rateInput.parse({ from, to, on, rate })).id
}
