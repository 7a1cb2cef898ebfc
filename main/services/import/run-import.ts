// Several files into the book as one operation: in order of dependency, all or nothing.

import type { WriteTx } from '#main/db/database.ts'
import { dependencyOrder } from '#main/domain/import/kinds.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import type { FileShelf, ShelvedFile } from '#main/services/files/file-shelf.ts'
import { type FileOutcome, importFile } from '#main/services/import/import-file.ts'
import { channelWork, finishChannels } from '#main/services/import/loading/channel/channel-work.ts'
import { markCredits } from '#main/services/import/loading/credits-of-file.ts'
import { finishPurchases } from '#main/services/import/loading/finish-purchases.ts'
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import { sourceKeys } from '#main/services/import/loading/source-keys.ts'
import { withTable } from '#main/services/import/open-mapped.ts'
import type { ImportTable } from '#main/services/import/reading/open-table.ts'
import { problemColumn } from '#main/services/import/refused-rows.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import { recostOrders, recostProduct } from '#main/services/orders/line-costs.ts'
import { settleOrders, settleTotals } from '#main/services/orders/order-derived.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { matchSettlements } from '#main/services/sales/keep-settlement.ts'
import { followPastOrders, missingPastOrders, shipPastOrders } from '#main/services/shipments/moving/past-orders.ts'
import { shipPastPurchases } from '#main/services/shipments/moving/past-purchases.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { dayOf } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { ChannelResult, FileReport, ImportMapping, ImportReport } from '#shared/schemas/imports.ts'

export type ImportJob = {
  files: readonly { file: ShelvedFile; mapping: ImportMapping }[]
  job: JobHandle
  /** Takes the files of refused rows; null writes none (the command line reports them itself). */
  shelf: FileShelf | null
  /** How many refused cells a file's report lists; all are counted. */
  refusedLimit?: number
}

/** Imports the files; the same call inside `rehearse` is the dry run. */
export function runImport(tx: WriteTx, { files, job, shelf, refusedLimit = 1000 }: ImportJob): ImportReport {
  const shared = sharedContext(tx)
  const contexts = new Map<string, LoadContext>()
  const ordered = [...files].sort((left, right) => rank(left.mapping) - rank(right.mapping))
  const outcomes = ordered.map(({ file, mapping }) => {
    const context = contextFor(tx, { shared, contexts, mapping })
    const outcome = withTable(file, mapping.options, (table) =>
      importFile({ table, mapping, context: { ...context, ...fileTraits(table, mapping) }, job, shelf, refusedLimit }),
    )
    return { file, outcome }
  })
  const channels = settle(tx, shared, job)
  return { ...report(outcomes, shared), channels }
}

type FileTraits = Pick<LoadContext, 'ordersByNumber' | 'isMended' | 'mappedFields' | 'notes'>

/** What the file's own columns say of how its rows are meant. */
function fileTraits(table: ImportTable, { columns }: ImportMapping): FileTraits {
  const orderHeader = Object.keys(columns).find((header) => columns[header] === 'order') ?? ''
  return {
    ordersByNumber: !/id\s*$/i.test(orderHeader),
    isMended: table.headers.includes(problemColumn),
    mappedFields: new Set(Object.values(columns).filter((field) => field !== null)),
    notes: [],
  }
}

function rank({ kind }: ImportMapping): number {
  return dependencyOrder.indexOf(kind)
}

type SharedContext = Pick<
  LoadContext,
  | 'made'
  | 'wanting'
  | 'channels'
  | 'touchedOrders'
  | 'ordersWithNewLines'
  | 'ordersWithBackLines'
  | 'touchedProducts'
  | 'touchedPurchases'
  | 'touchedShipments'
  | 'toldShipments'
  | 'today'
> & {
  baseCurrency: string
}

function sharedContext(tx: WriteTx): SharedContext {
  const { timeZone, baseCurrency } = bookFacts(tx)
  const today = dayOf(tx.now, timeZone)
  return {
    made: new Map(),
    channels: channelWork(),
    touchedOrders: new Set(),
    ordersWithNewLines: new Set(),
    ordersWithBackLines: new Set(),
    touchedProducts: new Set(),
    touchedPurchases: new Map(),
    touchedShipments: new Set(),
    wanting: new Map(),
    toldShipments: new Map(),
    today,
    baseCurrency,
  }
}

type ContextParts = { shared: SharedContext; contexts: Map<string, LoadContext>; mapping: ImportMapping }

/** Files of one channel share what was looked up; rates read by an earlier file must be seen, so the finder is new. */
function contextFor(tx: WriteTx, { shared, contexts, mapping }: ContextParts): LoadContext {
  const { channel, platform, site, currency, toCurrency, makeMissing } = mapping.options
  const keys = contexts.get(channel)?.keys ?? sourceKeys(tx, channel)
  const context: LoadContext = {
    ...shared,
    tx,
    channel,
    platform,
    site,
    currency: currency || shared.baseCurrency,
    toCurrency,
    makeMissing,
    ordersByNumber: false,
    isMended: false,
    mappedFields: new Set(),
    notes: [],
    keys,
    rates: rateFinder(tx),
  }
  contexts.set(channel, context)
  return context
}

/** What follows from the rows: totals of orders, costs of lines. */
function settle(tx: WriteTx, shared: SharedContext, job: JobHandle): ChannelResult[] {
  const { touchedOrders, ordersWithNewLines, touchedProducts } = shared
  job.progress('import.settling', 0, null)
  for (const id of touchedProducts) recostProduct(tx, id)
  job.stopIfCancelled()
  markCredits(tx, shared.ordersWithBackLines)
  settleOrders(tx, [...touchedOrders])
  settleTotals(
    tx,
    [...ordersWithNewLines].filter((id) => !touchedOrders.has(id)),
  )
  // Lines are written with the cost of all their goods, before it is known which of them are a credit's.
  recostOrders(tx, [...shared.ordersWithBackLines])
  // A payout may have come before its orders.
  if (touchedOrders.size + ordersWithNewLines.size > 0) matchSettlements(tx)
  finishPurchases(tx, shared.touchedPurchases)
  shipPastPurchases(tx, shared.toldShipments.values(), shared.baseCurrency)
  job.stopIfCancelled()
  const channels = finishChannels(tx, shared.channels)
  settleShipments(tx, [...shared.touchedShipments])
  shipSold(tx, [...new Set([...touchedOrders, ...ordersWithNewLines])])
  return channels
}

/** What the files say has left has a shipment, so that carriers and lanes have a past. */
function shipSold(tx: WriteTx, orders: readonly Id[]): void {
  followPastOrders(tx, orders)
  shipPastOrders(tx, missingPastOrders(tx, orders))
}

type Outcomes = readonly { file: ShelvedFile; outcome: FileOutcome }[]

function report(outcomes: Outcomes, { made, wanting }: SharedContext): Omit<ImportReport, 'channels'> {
  const files = outcomes.map(
    ({ file, outcome: { missing: _, ...outcome } }): FileReport => ({
      file: file.token,
      name: file.name,
      ...outcome,
    }),
  )
  const missing = new Map<string, Set<string>>()
  for (const found of [wanting, ...outcomes.map(({ outcome }) => outcome.missing)]) {
    for (const [kind, names] of found) missing.set(kind, new Set([...(missing.get(kind) ?? []), ...names]))
  }
  return {
    files,
    made: [...made].map(([kind, count]) => ({ kind, count })),
    missing: [...missing].map(([kind, names]) => ({ kind, count: names.size, examples: [...names].slice(0, 5) })),
  }
}
