// Orders of shops and marketplaces: the rows of an order are gathered first, since what its amounts and states mean shows only in
// all of them together.
import { countryOfCurrency } from '#main/domain/channels/channel-defaults.ts'
import { channelFor } from '#main/services/channels/channel-commands.ts'
import { channelByCode } from '#main/services/channels/channel-queries.ts'
import { knownOrder } from '#main/services/import/loading/channel/order-head.ts'
import type { LinesBefore } from '#main/services/import/loading/channel/order-lines.ts'
import { currencyOf, readOrder, wholeOrder } from '#main/services/import/loading/channel/read-order.ts'
import { skuProducts } from '#main/services/import/loading/channel/sku-products.ts'
import { stockBegin } from '#main/services/import/loading/channel/stock-begin.ts'
import { type TakeParts, takeChannelOrder } from '#main/services/import/loading/channel/take-order.ts'
import {
  type LateOutcome,
  type LoadContext,
  type Loader,
  problem,
  type Refused,
  type Settled,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { AppError } from '#shared/errors.ts'

type Gathered = { reference: string; rows: TypedRow[]; group: number }

type State = {
  context: LoadContext
  /** Once an order is settled: what channel it is of is made with the file's own currency. */
  parts: TakeParts | null
  waiting: Map<string, Gathered>
  /** Orders of this file that are written, with the lines met so far: further rows of one are further lines. */
  written: Map<string, LinesBefore>
  settled: LateOutcome[]
}

export function channelOrderLoader(context: LoadContext): Loader {
  const state: State = {
    context,
    parts: null,
    waiting: new Map(),
    written: new Map(),
    settled: [],
  }
  let group = 0
  return {
    refusesLate: true,
    prepare() {
      group += 1
      // Rows of one order mostly follow one another: one that a whole group did not name is complete.
      for (const [key, gathered] of state.waiting) if (gathered.group < group - 1) settleOrder(state, key, gathered)
    },
    take(told) {
      const row = withStateAsWord(told)
      const reference = referenceOf(row)
      if (reference === undefined) return problem('order', '', 'required')
      const gathered = state.waiting.get(reference) ?? { reference, rows: [], group }
      gathered.rows.push(row)
      gathered.group = group
      state.waiting.set(reference, gathered)
      return 'later'
    },
    drain: () => state.settled.splice(0),
    finish() {
      for (const [key, gathered] of state.waiting) settleOrder(state, key, gathered)
      return state.settled.splice(0)
    },
  }
}

/** A file that no profile knows tells states by our own words: what an order is at the channel, all the same. */
function withStateAsWord(row: TypedRow): TypedRow {
  const { status, externalStatus } = row.values
  if (status === undefined || externalStatus !== undefined) return row
  return { ...row, values: { ...row.values, externalStatus: status } }
}

/** Spreadsheets guard long numbers against being counted with: `="5769…"`, `'5769…`. */
function referenceOf(row: TypedRow): string | undefined {
  const told = textOf(row, 'order') ?? textOf(row, 'orderRecord')
  return told?.replace(/^[='"]+(?=\d)|(?<=\d)"$/g, '')
}

function takeParts({ context, waiting }: State): TakeParts {
  const { tx, baseCurrency, platform, site } = context
  const currency = usualCurrency([...waiting.values()], context.currency)
  const kind = platform === '' ? 'other' : platform
  channelFor(tx, { code: context.channel, kind, country: site || countryOfCurrency(currency), currency })
  const channel = channelByCode(tx, context.channel)
  if (!channel) throw new AppError('channels/not-found')
  return { context, channel, base: baseCurrency, skus: skuProducts(context), stockBegin: stockBegin(tx) }
}

/** The one that most of these orders are in. */
function usualCurrency(gathered: readonly Gathered[], told: string): string {
  const orders = Map.groupBy(gathered, ({ rows }) => currencyOf(rows, told))
  const [most] = [...orders].sort(([, one], [, other]) => other.length - one.length)
  return most?.[0] ?? told
}

function settleOrder(state: State, key: string, { reference, rows }: Gathered): void {
  state.parts ??= takeParts(state)
  const { context, parts, waiting, written, settled } = state
  waiting.delete(key)
  const read = readOrder(reference, rows, {
    currency: parts.channel.currency || context.currency,
    taxIncluded: parts.channel.prices_with_tax === 1,
    eitherIs: 'line',
    channelTakesTax: parts.channel.collects_tax === 1,
    // TikTok Shop's is of the SKU, which may stand in several parcels of one order.
    hasLineIds: context.platform !== 'tiktok',
    mappedFields: context.mappedFields,
    isKnown: () => written.has(key) || hasOwnLines(context, reference),
  })
  for (const { row, refused } of read.refused) settled.push({ line: row, outcome: refused })
  const { order } = read
  if (order === null) return
  const taken = wholeOrNothing({ context, parts }, () => takeChannelOrder(parts, order, written.get(key) ?? null))
  if ('problems' in taken) {
    const all = [...order.headRows, ...order.lines.map(({ row }) => row)]
    for (const line of all) settled.push({ line, outcome: taken })
    return
  }
  written.set(key, taken.before)
  for (const [line, outcome] of taken.rows) settled.push({ line, outcome: outcome as Settled })
}

/** Whether the order is there with lines of its own, not one that stands for all of it. */
function hasOwnLines({ tx, channel }: LoadContext, reference: string): boolean {
  const known = knownOrder(tx, channel, { reference, document: 'order' })
  if (known === null) return false
  const sql =
    'SELECT 1 FROM order_lines INDEXED BY order_lines_by_order WHERE order_id = ? AND deleted = 0 AND external_id <> ? LIMIT 1'
  return tx.get(sql, known.id, wholeOrder) !== undefined
}

/** An order is written whole or leaves nothing, nor what was made for it. */
function wholeOrNothing<Taken extends object>(
  { context, parts }: { context: LoadContext; parts: TakeParts },
  work: () => Taken | Refused,
): Taken | Refused {
  const made = new Map(context.made)
  const noted = context.notes.length
  const outcome = context.tx.attempt(
    () => within(work),
    (result) => !('problems' in result),
  )
  if (!('problems' in outcome)) return outcome
  context.keys.forget()
  parts.skus.forget()
  context.notes.length = noted
  context.made.clear()
  for (const [kind, count] of made) context.made.set(kind, count)
  return outcome
}

/** A number past exact arithmetic is the file's fault, wherever it is found out. */
function within<Taken>(work: () => Taken | Refused): Taken | Refused {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError && error.code === 'input/too-large')
      return problem('', String(error.details.value), 'smaller-number')
    throw error
  }
}
