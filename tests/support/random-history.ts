// Random histories of one book, made by the program's own commands: what properties of the log are held against.
import fc from 'fast-check'
import type { WriteTx } from '#main/db/database.ts'
import { editProduct, setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { createCredit } from '#main/services/dispatch/create-credit.ts'
import { toCredit } from '#main/services/dispatch/credit-queries.ts'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addNote, removeNote } from '#main/services/notes/note-commands.ts'
import { editOrder } from '#main/services/orders/order-commands.ts'
import {
  cancelOrders,
  closeOrders,
  confirmOrders,
  deliverOrders,
  holdOrders,
  reopenOrders,
  resumeOrders,
} from '#main/services/orders/order-steps.ts'
import { editRate, removeRate } from '#main/services/rates/rate-commands.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { addTask, removeTasks } from '#main/services/tasks/task-commands.ts'
import type { Day, Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { creditInput } from '#shared/schemas/credits.ts'
import { dispatchInput } from '#shared/schemas/dispatch.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { rateInput } from '#shared/schemas/rates.ts'
import { taskInput } from '#shared/schemas/tasks.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'

const kinds = [
  ...['product', 'product', 'editProduct', 'editProduct', 'archive', 'customer', 'order', 'order', 'editOrder'],
  ...[
    'cancelOrder',
    'stepOrder',
    'stepOrder',
    'stock',
    'stock',
    'rate',
    'editRate',
    'removeRate',
    'note',
    'removeNote',
    'task',
    'removeTask',
  ],
  ...['dispatch', 'reverseDispatch', 'credit', 'undo', 'undo', 'undo'],
] as const

export type HistoryMove = { kind: (typeof kinds)[number]; pick: number; amount: number; waitMs: number }

type Lengths = { minLength?: number; maxLength: number }

export function historyMoves({ minLength = 1, maxLength }: Lengths): fc.Arbitrary<HistoryMove[]> {
  const waits = fc.oneof(fc.constant(0), fc.constant(1), fc.nat(3 * 86_400_000))
  const move = fc.record({
    kind: fc.constantFrom(...kinds),
    pick: fc.nat(1000),
    amount: fc.integer({ min: 1, max: 99 }),
    waitMs: waits,
  })
  return fc.array(move, { minLength, maxLength })
}

export type MadeHistory = { book: TestBook; operations: Id[] }

/** Plays the moves; one that is refused leaves nothing. `after` hears of each with the clock as it was written. */
export function playHistory(
  moves: readonly HistoryMove[],
  after: (book: TestBook, at: Instant, operationId: Id | null) => void = () => {},
): MadeHistory {
  let now = testNow as number
  const book = testBook({ now: () => now as Instant })
  const operations: Id[] = []
  for (const move of moves) {
    // At least one millisecond passes between two operations, so that a moment lies between them.
    now += move.waitMs + 1
    const operationId = play(book, move, operations)
    if (operationId !== null) operations.push(operationId)
    after(book, now as Instant, operationId)
  }
  return { book, operations }
}

function play(book: TestBook, move: HistoryMove, operations: readonly Id[]): Id | null {
  try {
    return book.writer.write(`test.${move.kind}`, null, (tx) => act(tx, move, operations)).operationId
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

const day = (amount: number) => `2026-03-${String((amount % 28) + 1).padStart(2, '0')}`
const usd = (amount: number) => ({ amount: String(amount), currency: amount % 2 === 0 ? 'USD' : 'CNY' })

function act(tx: WriteTx, { kind, pick, amount }: HistoryMove, operations: readonly Id[]): unknown {
  const one = (table: string): Id => {
    const rows = tx.raw(`SELECT id FROM live_${table} ORDER BY id`)
    const row = rows[pick % Math.max(1, rows.length)]
    if (!row) throw new AppError('records/not-found')
    return row[0] as Id
  }
  const target = kind === 'undo' ? operations[Math.max(0, operations.length - 1 - (pick % 4))] : undefined
  const acts: Record<HistoryMove['kind'], () => unknown> = {
    product: () => makeProduct(tx, { sku: `SKU${pick}`, nameEn: `Mug ${amount}`, cost: usd(amount), barcodes: [] }),
    editProduct: () => {
      const id = one('products')
      editProduct(tx, id, productInput.parse({ sku: `SKU${pick}`, nameEn: `Cup ${amount}`, cost: usd(amount) }))
    },
    archive: () => setProductsArchived(tx, [one('products')], amount % 2 === 0),
    customer: () => makeCustomer(tx, `Customer ${amount}`, { code: `C${pick}` }),
    order: () =>
      makeOrder(tx, {
        orderedOn: day(amount),
        customerId: amount % 3 === 0 ? one('parties') : null,
        lines: [
          { productId: one('products'), quantity: amount, unitPrice: '3' },
          { productId: null, description: 'Freight', quantity: 1, unitPrice: String(amount) },
        ],
      }),
    editOrder: () => {
      const lines = [{ productId: one('products'), quantity: amount, unitPrice: '4' }]
      editOrder(tx, one('sales_orders'), orderInput.parse({ orderedOn: day(pick), currency: 'USD', lines }))
    },
    cancelOrder: () => cancelOrders(tx, [one('sales_orders')]),
    stepOrder: () => {
      const ids = [one('sales_orders')]
      const steps = [
        () => holdOrders(tx, ids, `Wait ${amount}`),
        () => resumeOrders(tx, ids),
        () => confirmOrders(tx, ids),
        () => deliverOrders(tx, ids, day(amount) as Day),
        () => closeOrders(tx, ids),
        () => reopenOrders(tx, ids),
      ]
      return steps[amount % steps.length]?.()
    },
    dispatch: () => dispatchOrder(tx, dispatchInput.parse({ orderId: one('sales_orders'), on: day(amount) })),
    reverseDispatch: () => reverseDispatch(tx, { dispatchId: one('dispatches'), note: '' }),
    credit: () => {
      const orderId = one('sales_orders')
      const { lines } = toCredit(tx, orderId)
      const back = lines.flatMap(({ lineId, returnable }) =>
        returnable > 0 ? [{ lineId, quantity: Math.min(returnable, amount), goods: 'stock' as const }] : [],
      )
      createCredit(tx, creditInput.parse({ orderId, on: day(amount), lines: back, isDraft: amount % 3 === 0 }))
    },
    stock: () => setOpeningStock(tx, one('products'), amount * 1000, day(pick) as Day),
    rate: () => makeRate(tx, 'CNY', 'USD', day(pick), `0.1${amount}`),
    editRate: () =>
      editRate(tx, one('rates'), rateInput.parse({ from: 'CNY', to: 'USD', on: day(amount), rate: `0.2${amount}` })),
    removeRate: () => removeRate(tx, one('rates')),
    note: () => addNote(tx, { kind: 'product', id: one('products') }, `Note ${amount}`),
    removeNote: () => removeNote(tx, one('notes')),
    task: () => addTask(tx, taskInput.parse({ title: `Task ${amount}`, items: [{ text: 'a' }] })),
    removeTask: () => removeTasks(tx, [one('tasks')]),
    undo: () => {
      if (target !== undefined) undoOperation(tx, target)
    },
  }
  return acts[kind]()
}
