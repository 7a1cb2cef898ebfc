// Random asking on a copy of a book: offers made and put away, requests sent, answered, declined, chosen, opened again.
import type { WriteTx } from '#main/db/database.ts'
import { declineAnswer, recordAnswer } from '#main/services/sourcing/answer-commands.ts'
import { chooseAnswers } from '#main/services/sourcing/choose-answers.ts'
import { addOffer, editOffer, removeOffers, setOffersArchived } from '#main/services/sourcing/offer-commands.ts'
import {
  addRequest,
  cancelRequest,
  closeRequest,
  editRequest,
  removeRequests,
  reopenRequest,
  sendRequest,
} from '#main/services/sourcing/request-commands.ts'
import { getRequest } from '#main/services/sourcing/request-queries.ts'
import { addDays, asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { offerInput } from '#shared/schemas/offers.ts'
import { answerInput, chooseInput, requestInput, sendRequestInput } from '#shared/schemas/quote-requests.ts'
import type { Story } from '#tests/support/merge/random-work.ts'
import { makeCustomer } from '#tests/support/records.ts'

const firstDay = asDay('2026-03-01')
const ids = (tx: WriteTx, sql: string) => tx.raw(sql).map(([id]) => id as Id)
const untracked = "SELECT id FROM live_products WHERE kind = 'single' AND tracking = 'none' ORDER BY id"
const suppliersSql = 'SELECT id FROM live_parties WHERE is_supplier = 1 ORDER BY id'

function someSuppliers(tx: WriteTx, { dice: d }: Story): Id[] {
  const known = ids(tx, suppliersSql)
  if (known.length < 2) known.push(makeCustomer(tx, `maker ${known.length}`, { roles: ['supplier'] }))
  const wanted = known.filter(() => d.chance(0.6))
  return wanted.length > 0 ? wanted : known.slice(0, 1)
}

/** Few days and suppliers, so that two copies write one offer down. */
export function offerSomething(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const productId = d.pick(ids(tx, untracked))
  const [supplierId] = someSuppliers(tx, story)
  if (productId === undefined || supplierId === undefined) return
  const offer = offerInput.parse({
    ...{ supplierId, productId, currency: d.pick(['USD', 'EUR']) ?? 'USD', validFrom: addDays(firstDay, d.below(4)) },
    vatIncluded: d.chance(0.3),
    vatPercent: d.pick([0, 13]) ?? 0,
    prices: Array.from({ length: 1 + d.below(3) }, (_, at) => ({ from: at * 10, price: String(9 - at + d.below(3)) })),
  })
  const known = d.pick(ids(tx, 'SELECT id FROM live_offers ORDER BY id'))
  const change = known === undefined ? 'add' : d.pick(['add', 'add', 'edit', 'archive', 'remove'] as const)
  if (known === undefined || change === 'add') addOffer(tx, offer)
  else if (change === 'edit') editOffer(tx, known, offer)
  else if (change === 'archive') setOffersArchived(tx, [known], d.chance(0.7))
  else removeOffers(tx, [known])
}

/** A request, sent at once as a rule; or one that is there asks more suppliers, for other goods. */
export function askSomebody(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const products = ids(tx, untracked)
  const lines = Array.from({ length: 1 + d.below(2) }, () => ({
    ...{ productId: d.pick(products) ?? null, description: 'asked for', quantity: 1 + d.below(50) },
  }))
  const open = d.chance(0.5) ? d.pick(openRequests(tx)) : undefined
  const suppliers = someSuppliers(tx, story)
  const id = open ?? addRequest(tx, requestInput.parse({ requestedOn: firstDay, lines, supplierIds: suppliers })).id
  if (open !== undefined) {
    const { answers, ...request } = getRequest(tx, open)
    const kept = answers.map(({ supplier }) => supplier.id)
    const supplierIds = [...new Set([...kept.filter(() => d.chance(0.9)), ...suppliers])]
    const goods = d.chance(0.2) ? [...request.lines, ...lines] : request.lines
    editRequest(tx, open, requestInput.parse({ ...request, lines: goods, supplierIds }))
  }
  if (d.chance(0.8)) sendRequest(tx, sendRequestInput.parse({ id, despite: true }))
}

const openRequests = (tx: WriteTx) =>
  ids(tx, "SELECT id FROM live_quote_requests WHERE status IN ('draft', 'sent') ORDER BY id")

export function answerSomething(tx: WriteTx, { dice: d }: Story): void {
  const asked = tx.all<{ id: Id; requestId: Id }>(
    `SELECT a.id, a.request_id AS requestId FROM live_quote_answers a JOIN live_quote_requests r ON r.id = a.request_id
     WHERE a.sent_at IS NOT NULL AND a.state <> 'chosen' AND r.status = 'sent' ORDER BY a.id`,
  )
  const answer = d.pick(asked)
  if (!answer) return
  if (d.chance(0.2)) {
    declineAnswer(tx, { answerId: answer.id, note: '' })
    return
  }
  const lines = getRequest(tx, answer.requestId)
    .lines.filter(() => d.chance(0.8))
    .map(({ id }) => ({ lineId: id, price: String(1 + d.below(20)) }))
  const money = { currency: d.pick(['USD', 'EUR']) ?? 'USD', rate: '1.1', freight: d.chance(0.5) ? '20' : null }
  const rate = money.currency === 'USD' ? '' : money.rate
  recordAnswer(tx, answerInput.parse({ answerId: answer.id, ...money, rate, lines }))
}

export function changeSomeRequest(tx: WriteTx, { dice: d }: Story): void {
  const id = d.pick(ids(tx, 'SELECT id FROM live_quote_requests ORDER BY id'))
  if (id === undefined) return
  const change = d.pick(['choose', 'choose', 'choose', 'close', 'cancel', 'reopen', 'remove'] as const)
  if (change === 'close') closeRequest(tx, id)
  else if (change === 'cancel') cancelRequest(tx, id)
  else if (change === 'reopen') reopenRequest(tx, id)
  else if (change === 'remove') removeRequests(tx, [id])
  else {
    const { answers } = getRequest(tx, id)
    const offered = answers
      .filter(({ state }) => state === 'answered')
      .flatMap((answer) =>
        answer.lines.flatMap(({ lineId, price }) => (price === null ? [] : [{ lineId, answerId: answer.id }])),
      )
    const picks = [...new Map(offered.map((one) => [one.lineId, one])).values()]
    if (picks.length > 0) chooseAnswers(tx, chooseInput.parse({ id, picks, orderedOn: firstDay, despite: true }))
  }
}
