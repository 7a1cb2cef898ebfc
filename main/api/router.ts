// All procedures by feature; the renderer knows the program by this type alone. A feature's code is loaded by its first
// call: a book is opened by five threads, of which each meets only some features.
import { lazy } from '@trpc/server'
import { createCaller, router } from '#main/api/trpc.ts'

export const appRouter = router({
  host: lazy(() => import('#main/api/host.ts').then((module) => module.hostRouter)),
  inner: lazy(() => import('#main/api/inner.ts').then((module) => module.innerRouter)),
  book: lazy(() => import('#main/api/book.ts').then((module) => module.bookRouter)),
  grid: lazy(() => import('#main/api/windows.ts').then((module) => module.gridRouter)),
  lists: lazy(() => import('#main/api/lists.ts').then((module) => module.listsRouter)),
  views: lazy(() => import('#main/api/views.ts').then((module) => module.viewsRouter)),
  drafts: lazy(() => import('#main/api/windows.ts').then((module) => module.draftsRouter)),
  products: lazy(() => import('#main/api/products.ts').then((module) => module.productsRouter)),
  categories: lazy(() => import('#main/api/categories.ts').then((module) => module.categoriesRouter)),
  imports: lazy(() => import('#main/api/imports.ts').then((module) => module.importsRouter)),
  parties: lazy(() => import('#main/api/parties.ts').then((module) => module.partiesRouter)),
  customers: lazy(() => import('#main/api/customers.ts').then((module) => module.customersRouter)),
  suppliers: lazy(() => import('#main/api/suppliers.ts').then((module) => module.suppliersRouter)),
  certificates: lazy(() => import('#main/api/certificates.ts').then((module) => module.certificatesRouter)),
  offers: lazy(() => import('#main/api/offers.ts').then((module) => module.offersRouter)),
  carriers: lazy(() => import('#main/api/carriers.ts').then((module) => module.carriersRouter)),
  charges: lazy(() => import('#main/api/charges.ts').then((module) => module.chargesRouter)),
  requests: lazy(() => import('#main/api/requests.ts').then((module) => module.requestsRouter)),
  orders: lazy(() => import('#main/api/orders.ts').then((module) => module.ordersRouter)),
  salesCosts: lazy(() => import('#main/api/sales-costs.ts').then((module) => module.salesCostsRouter)),
  lanes: lazy(() => import('#main/api/lanes.ts').then((module) => module.lanesRouter)),
  settlements: lazy(() => import('#main/api/settlements.ts').then((module) => module.settlementsRouter)),
  channels: lazy(() => import('#main/api/channels.ts').then((module) => module.channelsRouter)),
  purchases: lazy(() => import('#main/api/purchases.ts').then((module) => module.purchasesRouter)),
  shipments: lazy(() => import('#main/api/shipments.ts').then((module) => module.shipmentsRouter)),
  tracking: lazy(() => import('#main/api/tracking.ts').then((module) => module.trackingRouter)),
  receiving: lazy(() => import('#main/api/receiving.ts').then((module) => module.receivingRouter)),
  milestones: lazy(() => import('#main/api/milestones.ts').then((module) => module.milestonesRouter)),
  inspections: lazy(() => import('#main/api/inspections.ts').then((module) => module.inspectionsRouter)),
  claims: lazy(() => import('#main/api/claims.ts').then((module) => module.claimsRouter)),
  payments: lazy(() => import('#main/api/payments.ts').then((module) => module.paymentsRouter)),
  receivables: lazy(() => import('#main/api/receivables.ts').then((module) => module.receivablesRouter)),
  papers: lazy(() => import('#main/api/papers.ts').then((module) => module.papersRouter)),
  rates: lazy(() => import('#main/api/rates.ts').then((module) => module.ratesRouter)),
  people: lazy(() => import('#main/api/people.ts').then((module) => module.peopleRouter)),
  warehouses: lazy(() => import('#main/api/warehouses.ts').then((module) => module.warehousesRouter)),
  batches: lazy(() => import('#main/api/batches.ts').then((module) => module.batchesRouter)),
  expected: lazy(() => import('#main/api/expected.ts').then((module) => module.expectedRouter)),
  insights: lazy(() => import('#main/api/insights.ts').then((module) => module.insightsRouter)),
  classes: lazy(() => import('#main/api/classes.ts').then((module) => module.classesRouter)),
  planning: lazy(() => import('#main/api/planning.ts').then((module) => module.planningRouter)),
  packing: lazy(() => import('#main/api/packing.ts').then((module) => module.packingRouter)),
  stock: lazy(() => import('#main/api/stock.ts').then((module) => module.stockRouter)),
  costing: lazy(() => import('#main/api/costing.ts').then((module) => module.costingRouter)),
  counting: lazy(() => import('#main/api/counting.ts').then((module) => module.countingRouter)),
  records: lazy(() => import('#main/api/records.ts').then((module) => module.recordsRouter)),
  tasks: lazy(() => import('#main/api/tasks.ts').then((module) => module.tasksRouter)),
  calendar: lazy(() => import('#main/api/calendar.ts').then((module) => module.calendarRouter)),
  search: lazy(() => import('#main/api/search.ts').then((module) => module.searchRouter)),
  history: lazy(() => import('#main/api/history.ts').then((module) => module.historyRouter)),
  bin: lazy(() => import('#main/api/bin.ts').then((module) => module.binRouter)),
  clashes: lazy(() => import('#main/api/clashes.ts').then((module) => module.clashesRouter)),
  merges: lazy(() => import('#main/api/merges.ts').then((module) => module.mergesRouter)),
  timeline: lazy(() => import('#main/api/timeline.ts').then((module) => module.timelineRouter)),
  notes: lazy(() => import('#main/api/notes.ts').then((module) => module.notesRouter)),
  attachments: lazy(() => import('#main/api/attachments.ts').then((module) => module.attachmentsRouter)),
  today: lazy(() => import('#main/api/today.ts').then((module) => module.todayRouter)),
  alerts: lazy(() => import('#main/api/alerts.ts').then((module) => module.alertsRouter)),
  copies: lazy(() => import('#main/api/copies.ts').then((module) => module.copiesRouter)),
  exports: lazy(() => import('#main/api/exports.ts').then((module) => module.exportsRouter)),
  sample: lazy(() => import('#main/api/sample.ts').then((module) => module.sampleRouter)),
  versions: lazy(() => import('#main/api/versions.ts').then((module) => module.versionsRouter)),
})

export type AppRouter = typeof appRouter

/** Calls procedures as plain functions: tests and the command line. */
export const callerFor = createCaller(appRouter)

/** Whether the code behind a path is still to be loaded. */
export function isToLoad(path: string): boolean {
  return featureOf(path) in appRouter._def.lazy
}

/** Loads the code behind a path, once; nothing for a path that leads nowhere. */
export async function loadFeature(path: string): Promise<void> {
  await appRouter._def.lazy[featureOf(path)]?.load()
}

type Procedures = Record<string, { _def: { type: string; inputs: unknown[] } } | undefined>

/** Every procedure by its path, all features loaded, in the order of the list above. */
export async function allProcedures(): Promise<Procedures> {
  for (const feature of Object.values(appRouter._def.lazy)) await feature.load()
  return appRouter._def.procedures as unknown as Procedures
}

/** Whether a path names a query or a mutation; null for none. */
export async function procedureKind(path: string): Promise<'query' | 'mutation' | null> {
  await loadFeature(path)
  const type = (appRouter._def.procedures as unknown as Procedures)[path]?._def.type
  return type === 'query' || type === 'mutation' ? type : null
}

function featureOf(path: string): string {
  return path.slice(0, path.indexOf('.'))
}
