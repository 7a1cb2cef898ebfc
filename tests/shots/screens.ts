// Every screen of an open book: the address it stands at, and what someone does there to see all of it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { formKinds } from '#renderer/features/stock/form-kinds.ts'
import type { Translate } from '#shared/i18n/translate.ts'

/** Records of the open book that screens of one record are shown with. */
export type Known = {
  family: number
  product: number
  order: number
  customer: number
  supplier: number
  carrier: number
  task: number
  paper: number
  document: number
  expected: number
  purchase: number
  offer: number
  request: number
  count: number
  settlement: number
  /** One with legs and customs, one of an order, one to be packed. */
  shipment: number
  parcel: number
  draft: number
  /** What a carrier offers. */
  service: number
}

export type Screen = {
  name: string
  /** The route's path as routes.tsx has it. */
  route: string
  /** Null where the book has no such record. */
  path(known: Known | null): string | null
  act?(page: Page, t: Translate): Promise<void>
}

const fixed = (name: string, route: string): Screen => ({ name, route, path: () => route })

const ofRecord = (name: string, route: string, key: keyof Known): Screen => ({
  name,
  route,
  path: (known) => (known === null || known[key] === 0 ? null : route.replace('$id', String(known[key]))),
})

/** Another way to look at the latest order. */
const ofOrder = (name: string, path: (id: number) => string): Screen => ({
  name,
  route: '',
  path: (known) => (known === null ? null : path(known.order)),
})

/** One of the panels of the product with most to show. */
const ofProductPanel = (panel: string): Pick<Screen, 'route' | 'path'> => ({
  route: '',
  path: (known) => (known === null || known.product === 0 ? null : `/products/${known.product}?panel=${panel}`),
})

/** The list with its first record open beside it. */
const withDrawer = (name: string, route: string): Screen => ({
  name,
  route,
  path: (known) => (known === null ? null : route),
  async act(page) {
    await page.locator('.ag-row').first().click()
  },
})

export const screens: readonly Screen[] = [
  fixed('today', '/'),
  { ...fixed('today-by-kind', '/'), route: '', act: lookByKind },
  fixed('alerts', '/alerts'),
  { ...fixed('alerts-rules', '/alerts'), path: () => '/alerts?tab=rules' },
  fixed('papers', '/papers'),
  ofRecord('paper', '/papers/$id', 'paper'),
  fixed('paper-new', '/papers/new'),
  ofOrder('paper-of-order', (id) => `/papers/new?kind=commercial_invoice&record=order:${id}`),
  fixed('paper-templates', '/papers/templates'),
  {
    name: 'paper-template',
    route: '/papers/templates/$id',
    path: () => '/papers/templates/builtin:commercial-invoice',
  },
  fixed('tasks', '/tasks'),
  {
    ...withDrawer('tasks-drawer', '/tasks'),
    async act(page) {
      await page.locator('.ag-row .ag-cell[col-id="title"]').first().click()
    },
  },
  fixed('task-new', '/tasks/new'),
  ofRecord('task-edit', '/tasks/$id/edit', 'task'),
  fixed('calendar', '/calendar'),
  { ...fixed('calendar-week', '/calendar'), path: () => '/calendar?view=week' },
  { ...fixed('calendar-list', '/calendar'), path: () => '/calendar?view=list' },
  { ...fixed('calendar-day', '/calendar'), act: openToday },
  fixed('orders', '/orders'),
  withDrawer('orders-drawer', '/orders'),
  fixed('order-new', '/orders/new'),
  ofRecord('order', '/orders/$id', 'order'),
  ofRecord('order-edit', '/orders/$id/edit', 'order'),
  ofRecord('order-dispatch', '/orders/$id/dispatch', 'order'),
  ofRecord('order-credit', '/orders/$id/credit', 'order'),
  fixed('credit-new', '/credits/new'),
  ofOrder('order-dispatches', (id) => `/orders/${id}?panel=dispatches`),
  ofOrder('order-files', (id) => `/orders/${id}?panel=attachments`),
  ofOrder('order-papers', (id) => `/orders/${id}?panel=papers`),
  ofOrder('order-profit', (id) => `/orders/${id}?panel=profit`),
  ofOrder('order-flags', (id) => `/orders/${id}?panel=flags`),
  ofOrder('order-versions', (id) => `/orders/${id}?panel=versions`),
  ofOrder('order-tasks', (id) => `/orders/${id}?panel=tasks`),
  fixed('customers', '/customers'),
  withDrawer('customers-drawer', '/customers'),
  fixed('customer-new', '/customers/new'),
  ofRecord('customer', '/customers/$id', 'customer'),
  ofRecord('customer-edit', '/customers/$id/edit', 'customer'),
  ofRecord('customer-data', '/customers/$id/privacy', 'customer'),
  fixed('customer-segments', '/customers/overview'),
  fixed('customer-countries', '/customers/overview?view=countries'),
  fixed('customer-care', '/customers/overview?view=care'),
  fixed('customer-duplicates', '/customers/overview?view=duplicates'),
  fixed('customer-retention', '/customers/overview?view=retention'),
  fixed('products', '/products'),
  withDrawer('products-drawer', '/products'),
  fixed('product-new', '/products/new'),
  ofRecord('product', '/products/$id', 'product'),
  ofRecord('product-family', '/products/$id', 'family'),
  ofRecord('product-edit', '/products/$id/edit', 'product'),
  fixed('categories', '/categories'),
  fixed('stock', '/stock'),
  ofRecord('stock-of-product', '/stock/$id', 'product'),
  { ...fixed('stock-as-of', '/stock'), route: '', path: () => '/stock?f=asOf.atMost.2026-06-30' },
  fixed('stock-documents', '/stock/documents'),
  withDrawer('stock-documents-drawer', '/stock/documents'),
  ofRecord('stock-document', '/stock/documents/$id', 'document'),
  fixed('stock-document-new', '/stock/documents/new'),
  ...formKinds.map(
    (kind): Screen => ({ name: `stock-${kind}-new`, route: '', path: () => `/stock/documents/new?kind=${kind}` }),
  ),
  fixed('stock-periods', '/stock/periods'),
  fixed('stock-counts', '/stock/counts'),
  fixed('stock-count-new', '/stock/counts/new'),
  fixed('stock-counts-due', '/stock/counts/due'),
  ofRecord('stock-count', '/stock/counts/$id', 'count'),
  fixed('stock-reports', '/stock/reports'),
  { ...withDrawer('stock-report-valuation', '/stock/reports'), route: '' },
  ...(['slow', 'movements', 'sales'] as const).map(
    (view): Screen => ({ name: `stock-report-${view}`, route: '', path: () => `/stock/reports?view=${view}` }),
  ),
  fixed('warehouses', '/warehouses'),
  fixed('channels', '/channels'),
  { ...fixed('channel-skus', '/channels'), route: '', path: () => '/channels?tab=unknown' },
  fixed('batches', '/batches'),
  fixed('expected', '/expected'),
  withDrawer('expected-drawer', '/expected'),
  fixed('expected-new', '/expected/new'),
  ofRecord('expected-edit', '/expected/$id/edit', 'expected'),
  fixed('purchases', '/purchases'),
  withDrawer('purchases-drawer', '/purchases'),
  fixed('purchase-new', '/purchases/new'),
  ofRecord('purchase', '/purchases/$id', 'purchase'),
  ...['receipts', 'inspections', 'claims', 'payments'].map((panel) => ({
    ...ofRecord(`purchase-${panel}`, '', 'purchase'),
    path: (known: Known | null) =>
      known === null || known.purchase === 0 ? null : `/purchases/${known.purchase}?panel=${panel}`,
  })),
  ofRecord('purchase-edit', '/purchases/$id/edit', 'purchase'),
  ofRecord('purchase-receive', '/purchases/$id/receive', 'purchase'),
  fixed('payables', '/payables'),
  fixed('receivables', '/receivables'),
  fixed('receivables-revaluation', '/receivables?view=revaluation'),
  fixed('receivable-settings', '/receivables/settings'),
  fixed('dunning', '/dunning'),
  fixed('sales', '/sales'),
  { ...fixed('sales-earned', ''), path: () => '/sales?view=earned' },
  fixed('sales-settings', '/sales/settings'),
  fixed('sales-costs', '/sales-costs'),
  fixed('lanes', '/lanes'),
  fixed('settlements', '/settlements'),
  ofRecord('settlement', '/settlements/$id', 'settlement'),
  fixed('scores', '/scores'),
  ofRecord('score-card', '/scores/$id', 'supplier'),
  fixed('scores-quadrant', '/scores/quadrant'),
  fixed('scores-compare', '/scores/compare'),
  fixed('scores-criteria', '/scores/criteria'),
  fixed('improvements', '/improvements'),
  fixed('offers', '/offers'),
  {
    ...withDrawer('offers-drawer', '/offers'),
    path: (known) => (known === null || known.offer === 0 ? null : '/offers'),
  },
  { ...ofRecord('product-offers', '/products/$id', 'product'), ...ofProductPanel('offers') },
  fixed('offer-new', '/offers/new'),
  ofRecord('offer-edit', '/offers/$id/edit', 'offer'),
  fixed('requests', '/requests'),
  fixed('request-new', '/requests/new'),
  ofRecord('request', '/requests/$id', 'request'),
  ofRecord('request-edit', '/requests/$id/edit', 'request'),
  fixed('certificates', '/certificates'),
  fixed('suppliers', '/suppliers'),
  fixed('supplier-new', '/suppliers/new'),
  fixed('supplier-rules', '/suppliers/rules'),
  ofRecord('supplier', '/suppliers/$id', 'supplier'),
  ofRecord('supplier-edit', '/suppliers/$id/edit', 'supplier'),
  fixed('carriers', '/carriers'),
  fixed('carrier-new', '/carriers/new'),
  ofRecord('carrier', '/carriers/$id', 'carrier'),
  ofRecord('carrier-edit', '/carriers/$id/edit', 'carrier'),
  fixed('carrier-services', '/carrier-services'),
  fixed('carrier-service-new', '/carrier-services/new'),
  ofRecord('carrier-service', '/carrier-services/$id', 'service'),
  ofRecord('carrier-service-edit', '/carrier-services/$id/edit', 'service'),
  ofRecord('carrier-rates', '/carrier-services/$id/rates', 'service'),
  fixed('freight-quote', '/freight-quote'),
  fixed('freight-bills', '/freight-bills'),
  fixed('shipments', '/shipments'),
  withDrawer('shipments-drawer', '/shipments'),
  fixed('shipment-new', '/shipments/new'),
  { ...fixed('tracking-pasted', '/tracking'), route: '', act: pasteNews },
  { ...ofRecord('shipment-events', '/shipments/$id?panel=events', 'parcel'), route: '' },
  ofRecord('shipment', '/shipments/$id', 'shipment'),
  { ...ofRecord('shipment-of-order', '/shipments/$id', 'parcel'), route: '' },
  { ...ofRecord('shipment-draft', '/shipments/$id', 'draft'), route: '' },
  ofRecord('shipment-edit', '/shipments/$id/edit', 'shipment'),
  fixed('shipment-sent-list', '/shipments/sent-list'),
  ofRecord('shipment-pack', '/shipments/$id/pack', 'draft'),
  fixed('files-out', '/shipments/files'),
  { ...fixed('files-out-stock', ''), path: () => '/shipments/files?file=stock' },
  fixed('tracking', '/tracking'),
  fixed('tracking-rules', '/tracking/rules'),
  fixed('shipment-board', '/shipments/board'),
  { ...fixed('shipment-board-late', ''), path: () => '/shipments/board?late=true' },
  fixed('shipment-map', '/shipments/map'),
  { ...fixed('shipment-map-europe', ''), path: () => '/shipments/map', act: showEurope },
  { ...fixed('shipment-board-event', ''), path: () => '/shipments/board', act: tellEvent },
  { ...fixed('shipment-map-lanes', ''), path: () => '/shipments/map', act: showLanes },
  fixed('replenishment', '/replenishment'),
  { ...fixed('replenishment-card', '/replenishment'), route: '', act: explainFirstLine },
  ofRecord('forecast', '/products/$id/forecast', 'product'),
  {
    ...ofRecord('forecast-table', '/products/$id/forecast', 'product'),
    path: (known) => (known === null ? null : `/products/${known.product}/forecast?view=table`),
  },
  fixed('planning', '/planning'),
  fixed('abc', '/abc'),
  withDrawer('abc-formula', '/abc'),
  fixed('classes', '/classes'),
  withDrawer('classes-formula', '/classes'),
  ...['runs', 'rules'].map(
    (view): Screen => ({ name: `classes-${view}`, route: '', path: () => `/classes?view=${view}` }),
  ),
  fixed('costs', '/costs'),
  fixed('saw', '/saw'),
  fixed('import', '/import'),
  fixed('rates', '/rates'),
  fixed('company', '/company'),
  fixed('people', '/people'),
  fixed('history', '/history'),
  fixed('bin', '/bin'),
  fixed('copies', '/copies'),
  { ...fixed('copies-redacted', '/copies'), act: askForRedacted },
  fixed('merge', '/merge'),
  fixed('clashes', '/clashes'),
  fixed('backups', '/backups'),
  fixed('health', '/health'),
  fixed('proof', '/book/heads'),
  { ...fixed('palette', '/'), act: openPalette },
  { ...fixed('keys', '/'), act: openKeys },
  { ...fixed('help', '/papers'), act: openHelp },
  { ...fixed('help-search', '/abc'), act: searchHelp },
  { ...fixed('help-contents', '/company'), act: listHelp },
  { ...fixed('not-found', '/no-such-screen'), route: '' },
]

/** The second way to look at Home; the first is put back, since the book remembers which it was. */
async function lookByKind(page: Page): Promise<void> {
  await page.getByRole('radio').nth(1).press('Space')
}

/** The empty book has no line. */
async function explainFirstLine(page: Page): Promise<void> {
  const figures = page.getByRole('table').locator('.q-explains')
  if ((await figures.count()) > 0) await figures.first().click()
}

/** What an accountant would get: the parts to leave out, and what would go with them. */
async function askForRedacted(page: Page): Promise<void> {
  const kinds = page.getByRole('radio')
  await kinds.nth(1).check({ force: true })
  await page.getByRole('checkbox').first().check({ force: true })
}

/** The empty book has no map and no card. */
async function showEurope(page: Page, t: Translate): Promise<void> {
  const regions = page.getByRole('combobox', { name: t('shipments.map.region') })
  if ((await regions.count()) === 0) return
  await regions.click()
  await page.getByRole('option', { name: t('shipments.map.regions.europe') }).click()
}

async function tellEvent(page: Page): Promise<void> {
  const signs = page.locator('[data-tell]')
  if ((await signs.count()) > 0) await signs.first().click()
}

/** The empty book has nothing under way. */
async function showLanes(page: Page): Promise<void> {
  const choices = page.getByRole('main').getByRole('radio')
  if ((await choices.count()) > 3) await choices.last().press('Space')
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').fill('oak')
}

async function openKeys(page: Page): Promise<void> {
  await page.keyboard.press('Shift+?')
  await page.getByRole('dialog').waitFor()
}

async function openHelp(page: Page): Promise<void> {
  await page.keyboard.press('F1')
  await page.getByRole('article').waitFor()
}

async function searchHelp(page: Page): Promise<void> {
  await openHelp(page)
  await page.keyboard.type('ABC')
}

async function listHelp(page: Page): Promise<void> {
  await openHelp(page)
  await page.locator('[role="dialog"] button[aria-expanded="false"]').click()
}

async function openToday(page: Page): Promise<void> {
  await page.locator('[aria-current="date"]').first().press('Enter')
}

/** Routes that no screen above shows: a new screen must not be forgotten here. */
export function forgottenRoutes(root: string): string[] {
  const folder = join(root, 'renderer', 'app')
  const files = readdirSync(folder)
    .filter((file) => /routes\.tsx?$/.test(file))
    .map((file) => join(folder, file))
  const source = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const routes = [...source.matchAll(/\b(?:at|list|page)\('([^']+)'\)/g)].map((match) => match[1] ?? '')
  const shown = new Set(screens.map((screen) => screen.route))
  return [...new Set(routes)].filter((route) => !shown.has(route))
}

/** News of two parcels: a number that fails its check, a day that reads two ways, a line that nobody understands. */
async function pasteNews(page: Page, t: Translate): Promise<void> {
  const news = [
    ...['RB473124829CN', '2026-11-17 11:05 Berlin, Delivered', '03/04/2026 10:00 Departed facility', 'Zzyzx', ''],
    ...['RR123456789CN', '2026-11-09 08:00 【法兰克福】进口海关查验'],
  ]
  await page.getByRole('textbox', { name: t('tracking.paste.label') }).fill(news.join('\n'))
  await page.getByText(t('tracking.number.fails')).waitFor()
}
