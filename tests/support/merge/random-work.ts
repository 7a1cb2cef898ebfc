// Random work on a copy of a book, by the program's own commands and by plain edits of rows: what people do between merges.
import { createHash } from 'node:crypto'
import type { WriteTx } from '#main/db/database.ts'
import { eraseRows } from '#main/db/erase.ts'
import { keepBytes } from '#main/services/attachments/keep-content.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addNote, editNote, removeNote } from '#main/services/notes/note-commands.ts'
import { recostProduct } from '#main/services/orders/line-costs.ts'
import { settleOrder } from '#main/services/orders/order-derived.ts'
import { eraseParty } from '#main/services/parties/erase-party.ts'
import { addRate, applyAllRates, editRate, removeRate } from '#main/services/rates/rate-commands.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { counterOf, isStandingSql, movementSelect, type Standing } from '#main/services/stock/standing-movements.ts'
import { postMovement } from '#main/services/stock/stock-ledger.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { rateInput } from '#shared/schemas/rates.ts'
import type { BookCopy } from '#tests/support/book-copies.ts'
import { type Dice, weighted } from '#tests/support/merge/dice.ts'
import { changeSomeChannel, nameSomeSku, readSomeOrders } from '#tests/support/merge/random-channels.ts'
import {
  followCustomer,
  hearCustomer,
  mergeSomeCustomers,
  tellCustomersApart,
} from '#tests/support/merge/random-customers.ts'
import { closeSomePeriod, countSomePlace, expectSomeGoods, keepSomeRun } from '#tests/support/merge/random-keeping.ts'
import { changeOrderRow, editSomeOrder, makeSomeOrder } from '#tests/support/merge/random-orders.ts'
import {
  buySomething,
  changeSomePurchase,
  followSomething,
  payForSomething,
  receiveSomething,
  takeReceiptBack,
} from '#tests/support/merge/random-purchases.ts'
import {
  giveToOrder,
  keepOnAccount,
  receiveForSomething,
  takeCreditFor,
  takeReceiptOfMoneyBack,
  writeSomeLetter,
} from '#tests/support/merge/random-receipts.ts'
import {
  creditSomething,
  followCredit,
  sendMany,
  sendSomething,
  stepOrder,
  takeDispatchBack,
} from '#tests/support/merge/random-selling.ts'
import {
  bookSomeSettlement,
  lookAtFlags,
  readSomeSettlement,
  tellSomeCost,
} from '#tests/support/merge/random-settling.ts'
import { hearOfShipments, sendSomeList, shipSomething, stepShipment } from '#tests/support/merge/random-shipments.ts'
import {
  answerSomething,
  askSomebody,
  changeSomeRequest,
  offerSomething,
} from '#tests/support/merge/random-sourcing.ts'
import { addTrackedProduct, postSomeStock } from '#tests/support/merge/random-stock.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'

/** What a history shares over its copies: words that are nowhere twice, and those that were erased. */
export type Story = {
  name: string
  dice: Dice
  words: number
  erased: Set<string>
  own: Map<BookCopy, Id[]>
  /** `plain`: without what leans on many rows at once (random-keeping.ts): the rest comes the oftener. `buying`: mostly that.
   * `keeping`: mostly what that leaves out. `people`: who they are and what is said of them, and they are forgotten often. */
  works: 'all' | 'plain' | 'buying' | 'keeping' | 'people'
}

type Work = (tx: WriteTx, story: Story) => void

const firstDay = asDay('2026-03-01')
const someDay = ({ dice: d }: Story) => addDays(firstDay, d.below(40))

/** Alike in no other place of the book, so that it is found wherever it is left. */
const word = (story: Story, kind: string) => {
  story.words += 1
  return `${kind}${createHash('sha256').update(`${story.name}/${story.words}`).digest('hex').slice(0, 10)}`
}

const ids = (tx: WriteTx, sql: string) => tx.raw(sql).map(([id]) => id as Id)
const oneOf = (tx: WriteTx, { dice: d }: Story, table: string, where = 'true') =>
  d.pick(ids(tx, `SELECT id FROM live_${table} WHERE ${where} ORDER BY id`))

const currencies = ['USD', 'EUR', 'CNY']

const makePerson: Work = (tx, story) =>
  void makeCustomer(tx, word(story, 'person'), { note: `about ${word(story, 'secret')}` })

const plainWorks: readonly [weight: number, Work][] = [
  [3, addSomeProduct],
  [8, editSomeProduct],
  [2, deleteOrRestore],
  [2, makePerson],
  [4, editSomeParty],
  [4, makeSomeOrder],
  [5, editSomeOrder],
  [3, changeOrderRow],
  [3, countStock],
  [3, moveStock],
  [2, reverseStock],
  [5, postSomeStock],
  [1, addTrackedProduct],
  [3, changeRates],
  [1, changeBook],
  [2, changeNotes],
  [1, attachFile],
  [4, sendSomething],
  [4, stepOrder],
  [1, sendMany],
  [2, takeDispatchBack],
  [3, shipSomething],
  [6, stepShipment],
  [3, hearOfShipments],
  [1, sendSomeList],
  [2, creditSomething],
  [1, followCredit],
  [2, tellSomeCost],
  [4, readSomeSettlement],
  [4, bookSomeSettlement],
  [1, lookAtFlags],
  [5, receiveForSomething],
  [2, keepOnAccount],
  [2, giveToOrder],
  [1, takeCreditFor],
  [2, takeReceiptOfMoneyBack],
  [2, writeSomeLetter],
  [3, readSomeOrders],
  [3, nameSomeSku],
  [1, changeSomeChannel],
  [1, mergeSomeCustomers],
  [1, tellCustomersApart],
  [3, hearCustomer],
  [2, followCustomer],
  [2, importSameRows],
  [2, changeMany],
]

const buyingWorks: typeof plainWorks = [
  [2, shipSomething],
  [3, stepShipment],
  [5, buySomething],
  [4, changeSomePurchase],
  [6, receiveSomething],
  [2, takeReceiptBack],
  [4, payForSomething],
  [2, followSomething],
  [3, offerSomething],
  [3, askSomebody],
  [5, answerSomething],
  [2, changeSomeRequest],
]

const keepingWorks: typeof plainWorks = [
  [3, closeSomePeriod],
  [8, countSomePlace],
  [4, keepSomeRun],
  [12, expectSomeGoods],
]

const works: Record<Story['works'], typeof plainWorks> = {
  plain: plainWorks,
  people: [
    [6, makePerson],
    [12, editSomeParty],
    [3, changeNotes],
    [2, attachFile],
    [2, makeSomeOrder],
    [3, editSomeProduct],
    [2, changeRates],
    [1, mergeSomeCustomers],
  ],
  keeping: [...keepingWorks, [6, postSomeStock], [2, addTrackedProduct], [3, makeSomeOrder], [2, addSomeProduct]],
  buying: [...buyingWorks, [4, addSomeProduct], [3, changeRates], [2, editSomeParty], [1, deleteOrRestore]],
  all: [...plainWorks, ...buyingWorks, ...keepingWorks],
}

/** Orders on their way and requests that wait for answers: the copies differ in what becomes of them. */
export function beginBuying(copy: BookCopy, story: Story): void {
  const begun: Work[] = [offerSomething, buySomething, buySomething, askSomebody, askSomebody]
  for (const work of begun) attempt(copy, story, (tx) => work(tx, story))
}

/** One operation of a copy. What the commands refuse is no operation. */
export function doSomeWork(copy: BookCopy, story: Story): void {
  const work = weighted(works[story.works], story.dice)
  attempt(copy, story, (tx) => work(tx, story))
}

function attempt(copy: BookCopy, story: Story, work: (tx: WriteTx) => void): void {
  try {
    const { operationId } = copy.writeNamed('test.work', work)
    if (operationId !== null) story.own.set(copy, [...(story.own.get(copy) ?? []), operationId])
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

/** Undoes one of the copy's own operations, an earlier undoing included (redo); often refused. */
export function undoSomething(copy: BookCopy, story: Story): void {
  const own = story.own.get(copy) ?? []
  const operation = story.dice.chance(0.7) ? own.at(-1) : story.dice.pick(own)
  if (operation !== undefined) attempt(copy, story, (tx) => void undoOperation(tx, operation))
}

/** A write that fails halfway leaves nothing. */
export function failHalfway(copy: BookCopy, story: Story): void {
  attempt(copy, story, (tx) => {
    editSomeProduct(tx, story)
    addSomeProduct(tx, story)
    throw new AppError('job/cancelled')
  })
}

export function eraseSomeone(copy: BookCopy, story: Story): void {
  attempt(copy, story, (tx) => {
    const rows = tx.all<{ id: Id; name: string; note: string }>(
      `SELECT id, name, note FROM live_parties WHERE name LIKE 'person%' ORDER BY id`,
    )
    const person = story.dice.pick(rows)
    if (!person) return
    if (story.dice.chance(0.5))
      eraseParty(tx, { id: person.id, contactId: null, name: person.name, withDocuments: story.dice.chance(0.5) })
    else eraseRows(tx, [{ table: 'parties', id: person.id }])
    // Versions of orders keep the name where the law asks for it; the note is nowhere else.
    story.erased.add(/secret\w+/.exec(person.note)?.[0] ?? '')
  })
}

function addSomeProduct(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const currency = d.pick(currencies) ?? 'USD'
  const cost = d.chance(0.7) ? { amount: String(1 + d.below(9)), currency } : undefined
  makeProduct(tx, { sku: word(story, 'S'), nameEn: word(story, 'n'), ...(cost ? { cost } : {}) })
}

function editSomeProduct(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const id = oneOf(tx, story, 'products')
  if (id === undefined) return
  const cost = { cost_micros: (1 + d.below(9)) * 1_000_000, cost_currency: d.pick(currencies) ?? 'USD' }
  const price = { price_micros: (1 + d.below(99)) * 1_000_000, price_currency: d.pick(currencies) ?? 'USD' }
  const name = { name_en: word(story, 'n') }
  const note = { note: `it's "${word(story, 'x')}" \\ \t 山 😀` }
  const changes = [
    cost,
    price,
    name,
    note,
    { moq_milli: d.chance(0.5) ? null : d.below(9) * 1000 },
    { sku: word(story, 'S') },
  ]
  const values = Object.assign({}, d.pick(changes), d.chance(0.3) ? d.pick(changes) : {})
  tx.update('products', id, values)
  // A row may be changed more than once by one operation, and back again.
  if (d.chance(0.2)) tx.update('products', id, Object.assign({}, d.pick(changes)))
  recostProduct(tx, id)
}

function deleteOrRestore(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const table = d.pick(['products', 'parties', 'sales_orders', 'order_lines', 'rates', 'notes'])
  const row = d.pick(tx.all<{ id: Id; deleted: number }>(`SELECT id, deleted FROM ${table} ORDER BY id`))
  if (!row || table === undefined) return
  tx.update(table, row.id, { deleted: 1 - row.deleted })
  if (table === 'rates') applyAllRates(tx)
  const order =
    table === 'order_lines'
      ? tx.get<{ id: Id }>('SELECT order_id AS id FROM order_lines WHERE id = ?', row.id)?.id
      : row.id
  if (table === 'order_lines' || table === 'sales_orders') settleOrder(tx, order ?? 0)
}

function editSomeParty(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const id = d.pick(ids(tx, 'SELECT id FROM live_parties ORDER BY id'))
  if (id === undefined || tx.get('SELECT 1 FROM erasures WHERE table_name = ? AND row_id = ?', 'parties', id)) return
  const note = tx.get<{ note: string }>('SELECT note FROM parties WHERE id = ?', id)?.note ?? ''
  const changes = [
    { name: word(story, 'person') },
    { email: `${word(story, 'mail')}@x.example` },
    { note: `${note}.` },
    { status: d.pick(['active', 'paused']) ?? 'active' },
  ]
  tx.update('parties', id, Object.assign({}, d.pick(changes), d.chance(0.3) ? d.pick(changes) : {}))
  if (d.chance(0.3)) tx.insert('contacts', { party_id: id, name: word(story, 'c') })
}

function countStock(tx: WriteTx, story: Story): void {
  const id = oneOf(tx, story, 'products', "kind = 'single'")
  if (id !== undefined) setOpeningStock(tx, id, story.dice.below(20) * 1000, someDay(story))
}

function moveStock(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const productId = oneOf(tx, story, 'products', "kind = 'single'")
  if (productId === undefined) return
  const qtyMilli = (1 + d.below(9)) * (d.chance(0.5) ? 1000 : -1000)
  postMovement(tx, {
    productId,
    warehouseId: 1,
    movedOn: someDay(story),
    kind: qtyMilli > 0 ? 'receipt' : 'issue',
    qtyMilli,
  })
}

function reverseStock(tx: WriteTx, story: Story): void {
  const standing = `${movementSelect} WHERE m.reverses_id IS NULL AND ${isStandingSql} ORDER BY m.id`
  const row = story.dice.pick(tx.all<Standing>(standing))
  if (row) postMovement(tx, counterOf(tx, row))
}

function changeRates(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const [from, to] = d.chance(0.5) ? ['EUR', 'USD'] : ['USD', 'CNY']
  const rate = rateInput.parse({ from, to, on: someDay(story), rate: String((1 + d.below(900)) / 100) })
  const id = oneOf(tx, story, 'rates')
  if (id === undefined || d.chance(0.5)) addRate(tx, rate)
  else if (d.chance(0.7)) editRate(tx, id, rate)
  else removeRate(tx, id)
}

function changeBook(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  tx.update('books', 1, d.chance(0.5) ? { rate_max_age_days: d.below(30) } : { phone: word(story, 't') })
  applyAllRates(tx)
}

function changeNotes(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const note = oneOf(tx, story, 'notes')
  if (note !== undefined && d.chance(0.5)) {
    if (d.chance(0.7)) editNote(tx, note, word(story, 'w'))
    else removeNote(tx, note)
    return
  }
  const product = oneOf(tx, story, 'products')
  if (product !== undefined) addNote(tx, { kind: 'product', id: product }, word(story, 'w'))
}

function attachFile(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const record = oneOf(tx, story, 'products')
  if (record === undefined) return
  // Few contents, so that two copies keep the same one.
  const content = Buffer.from(`file ${d.below(4)}`)
  const { id } = keepBytes(tx, { name: 'a.txt', content, thumbnail: null })
  tx.insert('record_attachments', {
    record_kind: 'product',
    record_id: record,
    attachment_id: id,
    name: word(story, 'f'),
  })
}

/** What two copies bring in from one file is there twice after a merge. */
function importSameRows(tx: WriteTx, story: Story): void {
  const row = story.dice.below(3)
  const sku = `IMP-${row}`
  const known = tx.get<{ id: Id }>('SELECT id FROM live_products WHERE sku = ?', sku)?.id
  const productId = known ?? makeProduct(tx, { sku, nameEn: 'imported', cost: { amount: '2', currency: 'USD' } })
  if (!known) setOpeningStock(tx, productId, 10_000, firstDay)
  const isThere = tx.get('SELECT 1 FROM sales_orders WHERE channel = ? AND external_id = ?', 'file', String(row))
  if (isThere) return
  const order = makeOrder(tx, { lines: [{ productId, quantity: 1, unitPrice: '9' }] })
  tx.update('sales_orders', order, { channel: 'file', external_id: String(row) })
}

function changeMany(tx: WriteTx, story: Story): void {
  const note = word(story, 'all')
  for (const id of ids(tx, 'SELECT id FROM live_products ORDER BY id')) {
    tx.update('products', id, story.dice.chance(0.5) ? { note } : { archived: story.dice.below(2) })
  }
}
