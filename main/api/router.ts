// All procedures by feature; the renderer knows the program by this type alone.
import { alertsRouter } from '#main/api/alerts.ts'
import { attachmentsRouter } from '#main/api/attachments.ts'
import { batchesRouter } from '#main/api/batches.ts'
import { binRouter } from '#main/api/bin.ts'
import { bookRouter } from '#main/api/book.ts'
import { calendarRouter } from '#main/api/calendar.ts'
import { categoriesRouter } from '#main/api/categories.ts'
import { certificatesRouter } from '#main/api/certificates.ts'
import { claimsRouter } from '#main/api/claims.ts'
import { clashesRouter } from '#main/api/clashes.ts'
import { classesRouter } from '#main/api/classes.ts'
import { copiesRouter } from '#main/api/copies.ts'
import { costingRouter } from '#main/api/costing.ts'
import { countingRouter } from '#main/api/counting.ts'
import { expectedRouter } from '#main/api/expected.ts'
import { exportsRouter } from '#main/api/exports.ts'
import { historyRouter } from '#main/api/history.ts'
import { hostRouter } from '#main/api/host.ts'
import { importsRouter } from '#main/api/imports.ts'
import { innerRouter } from '#main/api/inner.ts'
import { insightsRouter } from '#main/api/insights.ts'
import { inspectionsRouter } from '#main/api/inspections.ts'
import { listsRouter } from '#main/api/lists.ts'
import { mergesRouter } from '#main/api/merges.ts'
import { milestonesRouter } from '#main/api/milestones.ts'
import { notesRouter } from '#main/api/notes.ts'
import { offersRouter } from '#main/api/offers.ts'
import { ordersRouter } from '#main/api/orders.ts'
import { papersRouter } from '#main/api/papers.ts'
import { partiesRouter } from '#main/api/parties.ts'
import { paymentsRouter } from '#main/api/payments.ts'
import { peopleRouter } from '#main/api/people.ts'
import { planningRouter } from '#main/api/planning.ts'
import { productsRouter } from '#main/api/products.ts'
import { purchasesRouter } from '#main/api/purchases.ts'
import { ratesRouter } from '#main/api/rates.ts'
import { receivingRouter } from '#main/api/receiving.ts'
import { recordsRouter } from '#main/api/records.ts'
import { requestsRouter } from '#main/api/requests.ts'
import { sampleRouter } from '#main/api/sample.ts'
import { searchRouter } from '#main/api/search.ts'
import { stockRouter } from '#main/api/stock.ts'
import { suppliersRouter } from '#main/api/suppliers.ts'
import { tasksRouter } from '#main/api/tasks.ts'
import { timelineRouter } from '#main/api/timeline.ts'
import { todayRouter } from '#main/api/today.ts'
import { createCaller, router } from '#main/api/trpc.ts'
import { versionsRouter } from '#main/api/versions.ts'
import { viewsRouter } from '#main/api/views.ts'
import { warehousesRouter } from '#main/api/warehouses.ts'
import { draftsRouter, gridRouter } from '#main/api/windows.ts'

export const appRouter = router({
  host: hostRouter,
  inner: innerRouter,
  book: bookRouter,
  grid: gridRouter,
  lists: listsRouter,
  views: viewsRouter,
  drafts: draftsRouter,
  products: productsRouter,
  categories: categoriesRouter,
  imports: importsRouter,
  parties: partiesRouter,
  suppliers: suppliersRouter,
  certificates: certificatesRouter,
  offers: offersRouter,
  requests: requestsRouter,
  orders: ordersRouter,
  purchases: purchasesRouter,
  receiving: receivingRouter,
  milestones: milestonesRouter,
  inspections: inspectionsRouter,
  claims: claimsRouter,
  payments: paymentsRouter,
  papers: papersRouter,
  rates: ratesRouter,
  people: peopleRouter,
  warehouses: warehousesRouter,
  batches: batchesRouter,
  expected: expectedRouter,
  insights: insightsRouter,
  classes: classesRouter,
  planning: planningRouter,
  stock: stockRouter,
  costing: costingRouter,
  counting: countingRouter,
  records: recordsRouter,
  tasks: tasksRouter,
  calendar: calendarRouter,
  search: searchRouter,
  history: historyRouter,
  bin: binRouter,
  clashes: clashesRouter,
  merges: mergesRouter,
  timeline: timelineRouter,
  notes: notesRouter,
  attachments: attachmentsRouter,
  today: todayRouter,
  alerts: alertsRouter,
  copies: copiesRouter,
  exports: exportsRouter,
  sample: sampleRouter,
  versions: versionsRouter,
})

export type AppRouter = typeof appRouter

/** Calls procedures as plain functions: tests and the command line. */
export const callerFor = createCaller(appRouter)

/** Whether a path names a query or a mutation; null for none. */
export function procedureKind(path: string): 'query' | 'mutation' | null {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } } | undefined>
  const type = procedures[path]?._def.type
  return type === 'query' || type === 'mutation' ? type : null
}
