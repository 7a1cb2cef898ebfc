// All addresses, and the screens behind them. A feature is a few lines here; its code is loaded with its first screen.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readAlertsAddress } from '#renderer/features/alerts/alerts-address.ts'
import { readCalendarAddress } from '#renderer/features/calendar/calendar-address.ts'
import { readClashesAddress } from '#renderer/features/clashes/clashes-address.ts'
import { readNewCount } from '#renderer/features/counting/new-count-address.ts'
import { readCustomersAddress } from '#renderer/features/customers/customers-address.ts'
import { readHistoryAddress } from '#renderer/features/history/history-address.ts'
import { readAbcAddress } from '#renderer/features/insights/abc-address.ts'
import { readClassesAddress } from '#renderer/features/insights/classes-address.ts'
import { readPaperAddress } from '#renderer/features/papers/paper-address.ts'
import { readForecastAddress } from '#renderer/features/planning/forecast-address.ts'
import { readReplenishmentAddress } from '#renderer/features/planning/replenishment-address.ts'
import { readScoresAddress } from '#renderer/features/scores/scores-address.ts'
import { readNewDocument } from '#renderer/features/stock/form-kinds.ts'
import { readReportsAddress } from '#renderer/features/stock-reports/reports-address.ts'
import { purchases, sourcing } from './buying-routes.ts'
import { receivables } from './receivables-routes.ts'
import { at, list, page, root } from './route-base.ts'
import { sales } from './sales-routes.ts'
import { channels, orders } from './selling-routes.ts'
import { shipping } from './shipping-routes.ts'

const today = createRoute({
  ...at('/'),
  component: lazyRouteComponent(() => import('#renderer/features/today/today-screen.tsx'), 'TodayScreen'),
})

const alerts = createRoute({
  ...at('/alerts'),
  validateSearch: readAlertsAddress,
  component: lazyRouteComponent(() => import('#renderer/features/alerts/alerts-screen.tsx'), 'AlertsScreen'),
})

const tasks = [
  createRoute({
    ...list('/tasks'),
    component: lazyRouteComponent(() => import('#renderer/features/tasks/tasks-screen.tsx'), 'TasksScreen'),
  }),
  createRoute({
    ...at('/tasks/new'),
    validateSearch: (raw: Record<string, unknown>): { due?: string } =>
      typeof raw.due === 'string' ? { due: raw.due } : {},
    component: lazyRouteComponent(() => import('#renderer/features/tasks/task-form-screen.tsx'), 'NewTaskScreen'),
  }),
  createRoute({
    ...at('/tasks/$id/edit'),
    component: lazyRouteComponent(() => import('#renderer/features/tasks/task-form-screen.tsx'), 'EditTaskScreen'),
  }),
  createRoute({
    ...at('/calendar'),
    validateSearch: readCalendarAddress,
    component: lazyRouteComponent(() => import('#renderer/features/calendar/calendar-screen.tsx'), 'CalendarScreen'),
  }),
] as const

const products = [
  createRoute({
    ...list('/products'),
    component: lazyRouteComponent(() => import('#renderer/features/products/products-screen.tsx'), 'ProductsScreen'),
  }),
  createRoute({
    ...at('/products/new'),
    component: lazyRouteComponent(
      () => import('#renderer/features/products/product-form-screen.tsx'),
      'NewProductScreen',
    ),
  }),
  createRoute({
    ...page('/products/$id'),
    component: lazyRouteComponent(() => import('#renderer/features/products/product-screen.tsx'), 'ProductScreen'),
  }),
  createRoute({
    ...at('/products/$id/edit'),
    component: lazyRouteComponent(
      () => import('#renderer/features/products/product-form-screen.tsx'),
      'EditProductScreen',
    ),
  }),
  createRoute({
    ...at('/products/$id/forecast'),
    validateSearch: readForecastAddress,
    component: lazyRouteComponent(() => import('#renderer/features/planning/forecast-screen.tsx'), 'ForecastScreen'),
  }),
  createRoute({
    ...at('/categories'),
    component: lazyRouteComponent(
      () => import('#renderer/features/products/categories-screen.tsx'),
      'CategoriesScreen',
    ),
  }),
] as const

const places = [
  createRoute({
    ...at('/warehouses'),
    component: lazyRouteComponent(
      () => import('#renderer/features/warehouses/warehouses-screen.tsx'),
      'WarehousesScreen',
    ),
  }),
  createRoute({
    ...list('/batches'),
    component: lazyRouteComponent(() => import('#renderer/features/batches/batches-screen.tsx'), 'BatchesScreen'),
  }),
  createRoute({
    ...list('/expected'),
    component: lazyRouteComponent(() => import('#renderer/features/expected/expected-screen.tsx'), 'ExpectedScreen'),
  }),
  createRoute({
    ...at('/expected/new'),
    component: lazyRouteComponent(
      () => import('#renderer/features/expected/expected-form-screen.tsx'),
      'NewExpectedScreen',
    ),
  }),
  createRoute({
    ...at('/expected/$id/edit'),
    component: lazyRouteComponent(
      () => import('#renderer/features/expected/expected-form-screen.tsx'),
      'EditExpectedScreen',
    ),
  }),
] as const

const stock = [
  createRoute({
    ...list('/stock'),
    component: lazyRouteComponent(() => import('#renderer/features/stock/stock-screen.tsx'), 'StockScreen'),
  }),
  createRoute({
    ...list('/stock/documents'),
    component: lazyRouteComponent(() => import('#renderer/features/stock/documents-screen.tsx'), 'DocumentsScreen'),
  }),
  createRoute({
    ...at('/stock/documents/new'),
    validateSearch: readNewDocument,
    component: lazyRouteComponent(
      () => import('#renderer/features/stock/document-form-screen.tsx'),
      'NewDocumentScreen',
    ),
  }),
  createRoute({
    ...page('/stock/documents/$id'),
    component: lazyRouteComponent(() => import('#renderer/features/stock/document-screen.tsx'), 'DocumentScreen'),
  }),
  createRoute({
    ...list('/stock/counts'),
    component: lazyRouteComponent(() => import('#renderer/features/counting/counts-screen.tsx'), 'CountsScreen'),
  }),
  createRoute({
    ...at('/stock/counts/new'),
    validateSearch: readNewCount,
    component: lazyRouteComponent(() => import('#renderer/features/counting/new-count-screen.tsx'), 'NewCountScreen'),
  }),
  createRoute({
    ...at('/stock/counts/due'),
    component: lazyRouteComponent(() => import('#renderer/features/counting/due-screen.tsx'), 'DueScreen'),
  }),
  createRoute({
    ...page('/stock/counts/$id'),
    component: lazyRouteComponent(() => import('#renderer/features/counting/count-screen.tsx'), 'CountScreen'),
  }),
  createRoute({
    ...at('/stock/reports'),
    validateSearch: readReportsAddress,
    component: lazyRouteComponent(
      () => import('#renderer/features/stock-reports/stock-reports-screen.tsx'),
      'StockReportsScreen',
    ),
  }),
  createRoute({
    ...at('/stock/periods'),
    component: lazyRouteComponent(() => import('#renderer/features/stock/periods-screen.tsx'), 'PeriodsScreen'),
  }),
  // The day it is looked at as of.
  createRoute({
    ...at('/stock/$id'),
    validateSearch: (raw: Record<string, unknown>): { on?: string } =>
      typeof raw.on === 'string' ? { on: raw.on } : {},
    component: lazyRouteComponent(
      () => import('#renderer/features/stock/product-stock-screen.tsx'),
      'ProductStockScreen',
    ),
  }),
] as const

const partyScreens = {
  list: lazyRouteComponent(() => import('#renderer/features/parties/parties-screen.tsx'), 'PartiesScreen'),
  one: lazyRouteComponent(() => import('#renderer/features/parties/party-screen.tsx'), 'PartyScreen'),
  new: lazyRouteComponent(() => import('#renderer/features/parties/party-form-screen.tsx'), 'NewPartyScreen'),
  edit: lazyRouteComponent(() => import('#renderer/features/parties/party-form-screen.tsx'), 'EditPartyScreen'),
}

const parties = [
  createRoute({ ...list('/customers'), component: partyScreens.list, staticData: { role: 'customer' } }),
  createRoute({ ...at('/customers/new'), component: partyScreens.new, staticData: { role: 'customer' } }),
  createRoute({
    ...at('/customers/overview'),
    validateSearch: readCustomersAddress,
    component: lazyRouteComponent(
      () => import('#renderer/features/customers/customers-overview-screen.tsx'),
      'CustomersOverviewScreen',
    ),
  }),
  createRoute({
    ...at('/customers/$id/privacy'),
    component: lazyRouteComponent(
      () => import('#renderer/features/parties/privacy/privacy-screen.tsx'),
      'PrivacyScreen',
    ),
  }),
  createRoute({ ...page('/customers/$id'), component: partyScreens.one, staticData: { role: 'customer' } }),
  createRoute({ ...at('/customers/$id/edit'), component: partyScreens.edit, staticData: { role: 'customer' } }),
  createRoute({ ...list('/suppliers'), component: partyScreens.list, staticData: { role: 'supplier' } }),
  createRoute({ ...at('/suppliers/new'), component: partyScreens.new, staticData: { role: 'supplier' } }),
  createRoute({ ...page('/suppliers/$id'), component: partyScreens.one, staticData: { role: 'supplier' } }),
  createRoute({ ...at('/suppliers/$id/edit'), component: partyScreens.edit, staticData: { role: 'supplier' } }),
  createRoute({ ...list('/carriers'), component: partyScreens.list, staticData: { role: 'carrier' } }),
  createRoute({ ...at('/carriers/new'), component: partyScreens.new, staticData: { role: 'carrier' } }),
  createRoute({ ...page('/carriers/$id'), component: partyScreens.one, staticData: { role: 'carrier' } }),
  createRoute({ ...at('/carriers/$id/edit'), component: partyScreens.edit, staticData: { role: 'carrier' } }),
] as const

const papers = [
  createRoute({
    ...list('/papers'),
    component: lazyRouteComponent(() => import('#renderer/features/papers/papers-screen.tsx'), 'PapersScreen'),
  }),
  createRoute({
    ...at('/papers/new'),
    validateSearch: readPaperAddress,
    component: lazyRouteComponent(() => import('#renderer/features/papers/new-paper-screen.tsx'), 'NewPaperScreen'),
  }),
  createRoute({
    ...at('/papers/templates'),
    component: lazyRouteComponent(() => import('#renderer/features/papers/templates-screen.tsx'), 'TemplatesScreen'),
  }),
  createRoute({
    ...at('/papers/templates/$id'),
    component: lazyRouteComponent(
      () => import('#renderer/features/papers/designer/template-screen.tsx'),
      'TemplateScreen',
    ),
  }),
  createRoute({
    ...page('/papers/$id'),
    component: lazyRouteComponent(() => import('#renderer/features/papers/paper-screen.tsx'), 'PaperScreen'),
  }),
] as const

const insights = [
  createRoute({
    ...at('/replenishment'),
    validateSearch: readReplenishmentAddress,
    component: lazyRouteComponent(
      () => import('#renderer/features/planning/replenishment-screen.tsx'),
      'ReplenishmentScreen',
    ),
  }),
  createRoute({
    ...at('/planning'),
    component: lazyRouteComponent(() => import('#renderer/features/planning/planning-screen.tsx'), 'PlanningScreen'),
  }),
  createRoute({
    ...at('/abc'),
    validateSearch: readAbcAddress,
    component: lazyRouteComponent(() => import('#renderer/features/insights/abc-screen.tsx'), 'AbcScreen'),
  }),
  createRoute({
    ...at('/classes'),
    validateSearch: readClassesAddress,
    component: lazyRouteComponent(() => import('#renderer/features/insights/classes-screen.tsx'), 'ClassesScreen'),
  }),
  createRoute({
    ...at('/costs'),
    component: lazyRouteComponent(() => import('#renderer/features/welcome/costs-screen.tsx'), 'CostsScreen'),
  }),
  // What the book says after the first import.
  createRoute({
    ...at('/saw'),
    component: lazyRouteComponent(() => import('#renderer/features/welcome/saw-screen.tsx'), 'SawScreen'),
  }),
] as const

const book = [
  createRoute({
    ...at('/history'),
    validateSearch: readHistoryAddress,
    component: lazyRouteComponent(() => import('#renderer/features/history/history-screen.tsx'), 'HistoryScreen'),
  }),
  createRoute({
    ...at('/bin'),
    component: lazyRouteComponent(() => import('#renderer/features/bin/bin-screen.tsx'), 'BinScreen'),
  }),
  createRoute({
    ...at('/import'),
    component: lazyRouteComponent(() => import('#renderer/features/import/import-screen.tsx'), 'ImportScreen'),
  }),
  createRoute({
    ...at('/merge'),
    component: lazyRouteComponent(() => import('#renderer/features/merge/merge-screen.tsx'), 'MergeScreen'),
  }),
  createRoute({
    ...at('/clashes'),
    validateSearch: readClashesAddress,
    component: lazyRouteComponent(() => import('#renderer/features/clashes/clashes-screen.tsx'), 'ClashesScreen'),
  }),
  createRoute({
    ...list('/rates'),
    component: lazyRouteComponent(() => import('#renderer/features/rates/rates-screen.tsx'), 'RatesScreen'),
  }),
  createRoute({
    ...at('/book/heads'),
    component: lazyRouteComponent(() => import('#renderer/features/proof/proof-screen.tsx'), 'ProofScreen'),
  }),
  createRoute({
    ...at('/copies'),
    component: lazyRouteComponent(() => import('#renderer/features/copies/copies-screen.tsx'), 'CopiesScreen'),
  }),
  createRoute({
    ...at('/backups'),
    component: lazyRouteComponent(() => import('#renderer/features/backups/backups-screen.tsx'), 'BackupsScreen'),
  }),
  createRoute({
    ...at('/health'),
    component: lazyRouteComponent(() => import('#renderer/features/health/health-screen.tsx'), 'HealthScreen'),
  }),
  createRoute({
    ...at('/company'),
    component: lazyRouteComponent(() => import('#renderer/features/company/company-screen.tsx'), 'CompanyScreen'),
  }),
  createRoute({
    ...at('/people'),
    component: lazyRouteComponent(() => import('#renderer/features/people/people-screen.tsx'), 'PeopleScreen'),
  }),
] as const

const scores = [
  createRoute({
    ...at('/scores'),
    validateSearch: readScoresAddress,
    component: lazyRouteComponent(() => import('#renderer/features/scores/scores-screen.tsx'), 'ScoresScreen'),
  }),
  createRoute({
    ...at('/scores/quadrant'),
    validateSearch: readScoresAddress,
    component: lazyRouteComponent(() => import('#renderer/features/scores/quadrant-screen.tsx'), 'QuadrantScreen'),
  }),
  createRoute({
    ...at('/scores/compare'),
    validateSearch: readScoresAddress,
    component: lazyRouteComponent(() => import('#renderer/features/scores/compare-screen.tsx'), 'CompareScreen'),
  }),
  createRoute({
    ...at('/scores/criteria'),
    component: lazyRouteComponent(() => import('#renderer/features/scores/criteria-screen.tsx'), 'CriteriaScreen'),
  }),
  createRoute({
    ...at('/scores/$id'),
    validateSearch: readScoresAddress,
    component: lazyRouteComponent(() => import('#renderer/features/scores/score-card-screen.tsx'), 'ScoreCardScreen'),
  }),
  createRoute({
    ...at('/improvements'),
    validateSearch: (raw: Record<string, unknown>): { id?: number } =>
      Number(raw.id) > 0 ? { id: Number(raw.id) } : {},
    component: lazyRouteComponent(
      () => import('#renderer/features/scores/improvements-screen.tsx'),
      'ImprovementsScreen',
    ),
  }),
] as const

export const routeTree = root.addChildren([
  today,
  alerts,
  ...tasks,
  ...products,
  ...stock,
  ...places,
  ...orders,
  ...papers,
  ...parties,
  ...sourcing,
  ...purchases,
  ...shipping,
  ...sales,
  ...receivables,
  ...channels,
  ...scores,
  ...insights,
  ...book,
])
