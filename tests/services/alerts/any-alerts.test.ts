// Whatever happens in a book and on whatever day it is looked at: an alert is there exactly while its rule holds, a snooze
// lasts until its day, done lasts while the cause is the same, and nothing else takes either away.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { alertsDone, setAlertRule, snoozeAlerts, unmarkAlerts } from '#main/services/alerts/alert-commands.ts'
import { waitingCounts } from '#main/services/alerts/alert-counts.ts'
import { listAlerts, recordAlerts } from '#main/services/alerts/alert-queries.ts'
import { alertsAtHome } from '#main/services/alerts/alerts-at-home.ts'
import { keepBytes } from '#main/services/attachments/keep-content.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { editProduct, setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { editOrder, setOrdersArchived } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { cancelOrders, confirmOrders } from '#main/services/orders/order-steps.ts'
import { removeRate } from '#main/services/rates/rate-commands.ts'
import { postMovement } from '#main/services/stock/stock-ledger.ts'
import { addDays, asDay, type Day } from '#shared/dates.ts'
import { type AlertRef, type AlertRuleId, type AlertState, alertRuleIds } from '#shared/schemas/alerts.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { type OrderDraft, orderInput, orderStatuses } from '#shared/schemas/orders.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'
import { type Days, type Expected, expectedAlerts } from './expected-alerts.ts'

const start = asDay('2026-03-10')
const ownDays: Days = {
  'orders/due-soon': 7,
  'orders/draft-old': 14,
  'products/no-customs-data': 365,
  'attachments/expiring': 30,
  'rates/stale': 10,
  'receivables/overdue': 1,
}

/** What the book and the person in front of it are, as far as this test knows of it. */
type World = {
  today: Day
  products: number[]
  orders: number[]
  rates: number[]
  files: number[]
  banks: number[]
  off: Set<AlertRuleId>
  days: Record<string, number>
  /** By identity: what was last said, and of which cause. */
  marks: Map<string, { cause: string; state: 'snoozed' | 'done'; until: Day | null }>
  /** What waits now, as the program said last. */
  waiting: AlertRef[]
}
type Step = (tx: WriteTx, world: World) => void

function step<Given>(given: fc.Arbitrary<Given>, run: (given: Given, tx: WriteTx, world: World) => void) {
  return given.map(
    (value): Step =>
      (tx, world) =>
        run(value, tx, world),
  )
}

const pick = fc.nat()
const at = <One>(all: readonly One[], index: number) => all[index % Math.max(1, all.length)]
/** Where a rule's number of days begins and ends to hold, more often than anywhere else. */
const edges = fc.constantFrom(-15, -14, -13, -11, -10, -9, -1, 0, 1, 6, 7, 8, 30, 31)
const near = fc
  .oneof({ weight: 3, arbitrary: edges }, { weight: 1, arbitrary: fc.integer({ min: -40, max: 40 }) })
  .map((days) => addDays(start, days))
const yearAgo = fc.constantFrom(-366, -365, -364).map((days) => addDays(start, days))
const far = fc.oneof({ weight: 3, arbitrary: near }, { weight: 1, arbitrary: yearAgo })
const currency = fc.constantFrom('USD', 'EUR', 'JPY')

const order: fc.Arbitrary<Omit<Partial<OrderDraft>, 'lines'> & { product: number }> = fc.record({
  orderedOn: far,
  requiredOn: fc.option(near),
  shippedOn: fc.option(near, { freq: 2 }),
  status: fc.constantFrom(...orderStatuses),
  currency,
  shipTo: fc.constantFrom({}, { country: 'DE' }, { country: 'CN' }),
  product: pick,
})

const draftOf = ({ product, ...rest }: { product: number }, { products }: World): Partial<OrderDraft> => {
  const productId = at(products, product)
  return { ...rest, lines: productId === undefined ? [] : [{ productId, quantity: 1, unitPrice: '5' }] }
}

const newOrder = step(order, (given, tx, world) => {
  const customerId = given.product % 3 === 0 ? makeCustomer(tx, 'Ana', { country: 'FR' }) : null
  world.orders.push(makeOrder(tx, { ...draftOf(given, world), customerId }))
})
const otherOrder = step(fc.tuple(pick, order), ([index, given], tx, world) => {
  const id = at(world.orders, index)
  if (id === undefined) return
  const { number, verbs } = getOrder(tx, id)
  if (!verbs.includes('edit')) return
  editOrder(tx, id, orderInput.parse({ ...draftOf(given, world), number }))
})
const orderVerb = step(
  fc.tuple(pick, fc.constantFrom('cancel', 'confirm', 'archive', 'unarchive')),
  ([index, verb], tx, world) => {
    const id = at(world.orders, index)
    if (id === undefined) return
    const { verbs, lines } = getOrder(tx, id)
    if (verb === 'cancel' && verbs.includes('cancel')) cancelOrders(tx, [id])
    if (verb === 'confirm' && verbs.includes('confirm') && lines.length > 0) confirmOrders(tx, [id])
    if (verb.endsWith('archive')) setOrdersArchived(tx, [id], verb === 'archive')
  },
)

const product = fc.record({
  cost: fc.option(fc.record({ amount: fc.constant('2'), currency }), { freq: 1 }),
  hsCode: fc.constantFrom('', '440910'),
  originCountry: fc.constantFrom('', 'CN'),
  kind: fc.constantFrom('single' as const, 'single' as const, 'family' as const),
  status: fc.constantFrom('active' as const, 'active' as const, 'discontinued' as const),
})
const newProduct = step(product, (given, tx, { products }) => {
  products.push(makeProduct(tx, { sku: `P${products.length}`, ...given, kind: 'single' }))
})
const familyProduct = step(product, (given, tx) => {
  makeProduct(tx, { sku: `F${tx.nextId()}`, ...given, kind: 'family', cost: null })
})
const otherProduct = step(fc.tuple(pick, product), ([index, given], tx, { products }) => {
  const id = at(products, index)
  if (id === undefined) return
  editProduct(tx, id, productInput.parse({ sku: `P${products.indexOf(id)}`, ...given, kind: 'single' }))
})
const productAway = step(fc.tuple(pick, fc.boolean()), ([index, archived], tx, { products }) => {
  const id = at(products, index)
  if (id !== undefined) setProductsArchived(tx, [id], archived)
})
const moving = step(
  fc.tuple(pick, fc.constantFrom(-3000, -1000, 1000, 4000)),
  ([index, qtyMilli], tx, { products }) => {
    const productId = at(products, index)
    if (productId === undefined) return
    postMovement(tx, { productId, warehouseId: 1, movedOn: start, kind: 'adjustment', qtyMilli })
  },
)

const newRate = step(fc.tuple(currency, currency, near), ([from, to, on], tx, { rates }) => {
  if (
    from !== to &&
    !tx.get('SELECT 1 FROM live_rates WHERE from_currency = ? AND to_currency = ? AND rate_on = ?', from, to, on)
  )
    rates.push(makeRate(tx, from, to, on, '1.1'))
})
const noRate = step(pick, (index, tx, { rates }) => {
  const id = at(rates, index)
  if (id === undefined) return
  removeRate(tx, id)
  rates.splice(rates.indexOf(id), 1)
})

const newFile = step(fc.tuple(pick, near), ([index, expires_on], tx, { orders, products, files }) => {
  const isOrder = index % 2 === 0
  const record_id = at(isOrder ? orders : products, index)
  if (record_id === undefined) return
  const attachment_id = keepBytes(tx, { name: 'CE', content: new Uint8Array([1]), thumbnail: null }).id
  const record_kind = isOrder ? 'order' : 'product'
  files.push(tx.insert('record_attachments', { record_kind, record_id, attachment_id, name: 'CE', expires_on }))
})
const otherFile = step(fc.tuple(pick, fc.option(near)), ([index, expires_on], tx, { files }) => {
  const id = at(files, index)
  if (id !== undefined) tx.update('record_attachments', id, expires_on ? { expires_on } : { deleted: 1 })
})
const company = step(
  fc.record({
    street: fc.constantFrom('', '1 Quay'),
    city: fc.constantFrom('', 'Ningbo'),
    country: fc.constantFrom('CN', 'DE', ''),
  }),
  (given, tx) => {
    tx.update('books', 1, given)
  },
)
const bank = step(fc.boolean(), (isNew, tx, { banks }) => {
  const last = banks.at(-1)
  if (isNew) banks.push(tx.insert('bank_accounts', { account_number: '1' }))
  else if (last !== undefined) tx.update('bank_accounts', last, { deleted: 1 })
})

const identity = ({ rule, record, detail }: AlertRef) =>
  JSON.stringify([rule, record?.kind ?? '', record?.id ?? null, detail])

function say(world: World, refs: readonly AlertRef[], state: 'snoozed' | 'done', until: Day | null) {
  for (const ref of refs) world.marks.set(identity(ref), { cause: ref.cause, state, until })
}

const some = fc.array(pick, { minLength: 1, maxLength: 3 })
const chosen = (world: World, indexes: readonly number[]) =>
  [...new Set(indexes.map((index) => at(world.waiting, index)))].filter((ref) => ref !== undefined)
const snoozing = step(fc.tuple(some, fc.integer({ min: 1, max: 20 })), ([indexes, days], tx, world) => {
  const alerts = chosen(world, indexes)
  const until = addDays(world.today, days)
  if (alerts.length > 0) snoozeAlerts(tx, { today: world.today, targets: { alerts }, until })
  say(world, alerts, 'snoozed', until)
})
const finishing = step(some, (indexes, tx, world) => {
  const alerts = chosen(world, indexes)
  if (alerts.length > 0) alertsDone(tx, { today: world.today, targets: { alerts } })
  say(world, alerts, 'done', null)
})
const wholeRule = step(fc.tuple(fc.constantFrom(...alertRuleIds), fc.boolean()), ([rule, isDone], tx, world) => {
  const until = addDays(world.today, 5)
  const said = { today: world.today, targets: { rule } }
  if (isDone) alertsDone(tx, said)
  else snoozeAlerts(tx, { ...said, until })
  const alerts = world.waiting.filter((ref) => ref.rule === rule)
  say(world, alerts, isDone ? 'done' : 'snoozed', isDone ? null : until)
})
const takingBack = step(pick, (index, tx, world) => {
  const key = at([...world.marks.keys()], index)
  if (key === undefined) return
  const [rule, kind, id, detail] = JSON.parse(key)
  unmarkAlerts(tx, [{ rule, record: id === null ? null : { kind, id }, detail, cause: 'whatever' }])
  world.marks.delete(key)
})
const setting = step(
  fc.tuple(fc.constantFrom(...alertRuleIds), fc.boolean(), fc.option(fc.nat({ max: 20 }))),
  ([rule, isOn, days], tx, world) => {
    const takesDays = rule in ownDays
    setAlertRule(tx, { rule, isOn, days: takesDays ? days : null })
    if (isOn) world.off.delete(rule)
    else world.off.add(rule)
    if (takesDays) world.days[rule] = days ?? ownDays[rule] ?? 0
  },
)
const laterDay = step(fc.constantFrom(1, 1, 1, 6), (days, _tx, world) => {
  world.today = addDays(world.today, days)
})

const anyStep = fc.oneof(
  { weight: 4, arbitrary: newOrder },
  { weight: 3, arbitrary: otherOrder },
  { weight: 2, arbitrary: orderVerb },
  { weight: 3, arbitrary: newProduct },
  { weight: 1, arbitrary: familyProduct },
  { weight: 2, arbitrary: otherProduct },
  { weight: 1, arbitrary: productAway },
  { weight: 2, arbitrary: moving },
  { weight: 2, arbitrary: newRate },
  { weight: 1, arbitrary: noRate },
  { weight: 2, arbitrary: newFile },
  { weight: 1, arbitrary: otherFile },
  { weight: 1, arbitrary: company },
  { weight: 1, arbitrary: bank },
  { weight: 4, arbitrary: snoozing },
  { weight: 3, arbitrary: finishing },
  { weight: 1, arbitrary: wholeRule },
  { weight: 2, arbitrary: takingBack },
  { weight: 1, arbitrary: setting },
  { weight: 3, arbitrary: laterDay },
)

const textOf = ({ rule, kind, id, detail, cause }: Expected) => JSON.stringify([rule, kind, id, detail, cause])

/** What must be seen in each state, by the data and by what was said. */
function expectedStates(book: TestBook, world: World): Record<AlertState, string[]> {
  const states: Record<AlertState, string[]> = { waiting: [], snoozed: [], done: [] }
  for (const alert of book.read((db) => expectedAlerts(db, world.today, world.days as Days))) {
    if (world.off.has(alert.rule)) continue
    const mark = world.marks.get(JSON.stringify([alert.rule, alert.kind, alert.id, alert.detail]))
    const holds = mark?.cause === alert.cause && (mark.until === null || mark.until > world.today)
    states[holds ? mark.state : 'waiting'].push(textOf(alert))
  }
  return states
}

function seenStates(book: TestBook, { today }: World): Record<AlertState, string[]> {
  const seen = (state: AlertState) =>
    book
      .read((db) => listAlerts(db, { today, state, offset: 0, limit: 500 }))
      .rows.map(({ rule, record, detail, cause }) =>
        textOf({ rule, kind: record?.kind ?? '', id: record?.id ?? null, detail, cause }),
      )
  return { waiting: seen('waiting'), snoozed: seen('snoozed'), done: seen('done') }
}

const sorted = (states: Record<AlertState, string[]>) =>
  Object.fromEntries(Object.entries(states).map(([state, alerts]) => [state, alerts.toSorted()]))

/** The other ways to ask see the same: in counts, on Home, and record by record. */
function expectSameElsewhere(book: TestBook, { today }: World, waiting: readonly AlertRef[]) {
  const { groups, counts, perRecord } = book.read((db) => ({
    groups: alertsAtHome(db, today).groups,
    counts: waitingCounts(db, today),
    perRecord: [
      ...new Map(waiting.flatMap(({ record }) => (record ? [[`${record.kind} ${record.id}`, record]] : []))).values(),
    ].flatMap((record) => recordAlerts(db, today, record)).length,
  }))
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(waiting.length)
  for (const { count, buckets } of groups)
    expect(Object.values(buckets).reduce((sum, inBucket) => sum + inBucket, 0)).toBe(count)
  expect(perRecord).toBe(waiting.filter(({ record }) => record !== null).length)
  expect(counts.orders?.urgent ?? 0).toBe(waiting.filter(({ rule }) => rule === 'orders/late').length)
}

test('an alert is there exactly while its rule holds and nobody said otherwise of this cause', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 10, maxLength: 45 }), (steps) => {
      const book = testBook()
      const world: World = {
        today: start,
        products: [],
        orders: [],
        rates: [],
        files: [],
        banks: [],
        off: new Set(),
        days: { ...ownDays },
        marks: new Map(),
        waiting: [],
      }
      for (const run of steps) {
        book.write((tx) => run(tx, world))
        expect(sorted(seenStates(book, world))).toEqual(sorted(expectedStates(book, world)))
        world.waiting = book
          .read((db) => listAlerts(db, { today: world.today, state: 'waiting', offset: 0, limit: 500 }))
          .rows.map(({ rule, record, detail, cause }) => ({
            rule,
            record: record && { kind: record.kind, id: record.id },
            detail,
            cause,
          }))
      }
      expectSameElsewhere(book, world, world.waiting)
      expect(book.read(checkBook).problems).toEqual([])
      book.close()
    }),
    { numRuns: rounds(25, 300) },
  )
})
