// Customers between merges: made one, said to be different, agreeing to this and that, and telling of their troubles.
import type { WriteTx } from '#main/db/database.ts'
import { addConsent, removeConsent } from '#main/services/customers/consents.ts'
import { setDistinct } from '#main/services/customers/duplicates.ts'
import { mergeParties } from '#main/services/customers/merge-parties.ts'
import { closeMessage, removeMessage, saveMessage } from '#main/services/customers/messages.ts'
import type { Id } from '#shared/ids.ts'
import { consentInput, mergePartiesInput, messageInput } from '#shared/schemas/customers.ts'
import type { Story } from '#tests/support/merge/random-work.ts'

const ids = (tx: WriteTx, sql: string) => tx.raw(sql).map(([id]) => id as Id)
const parties = (tx: WriteTx) => ids(tx, 'SELECT id FROM live_parties ORDER BY id')

/** Two records made one, also where another copy goes on working with the one that goes. */
export function mergeSomeCustomers(tx: WriteTx, { dice: d }: Story): void {
  const all = parties(tx)
  const [keepId, other] = [d.pick(all), d.pick(all)]
  if (keepId === undefined || other === undefined || keepId === other) return
  mergeParties(tx, mergePartiesInput.parse({ keepId, otherIds: [other], take: d.chance(0.3) ? { name: other } : {} }))
}

export function tellCustomersApart(tx: WriteTx, { dice: d }: Story): void {
  const all = parties(tx)
  const pair = [...new Set([d.pick(all), d.pick(all)])].filter((id) => id !== undefined)
  if (pair.length === 2) setDistinct(tx, pair)
}

export function hearCustomer(tx: WriteTx, { dice: d }: Story): void {
  const customerId = d.pick(parties(tx))
  if (customerId === undefined) return
  const on = `2026-03-${String(1 + d.below(28)).padStart(2, '0')}`
  if (d.chance(0.5)) {
    const said = { purpose: d.pick(['email', 'post']), state: d.pick(['given', 'withdrawn']) }
    addConsent(tx, consentInput.parse({ customerId, on, ...said }))
  } else saveMessage(tx, messageInput.parse({ customerId, on, kind: 'case', text: `Case ${d.below(99)}` }))
}

export function followCustomer(tx: WriteTx, { dice: d }: Story): void {
  const consent = d.pick(ids(tx, 'SELECT id FROM live_consents ORDER BY id'))
  const message = d.pick(ids(tx, 'SELECT id FROM live_messages ORDER BY id'))
  if (consent !== undefined && d.chance(0.3)) removeConsent(tx, consent)
  if (message === undefined) return
  if (d.chance(0.3)) removeMessage(tx, message)
  else closeMessage(tx, { id: message, isClosed: d.chance(0.7) })
}
