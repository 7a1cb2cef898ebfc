// All addresses, and the screens behind them. A feature is a few lines here; its code is loaded with its first screen.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readAlertsAddress } from '#renderer/features/alerts/alerts-address.ts'
import { readCalendarAddress } from '#renderer/features/calendar/calendar-address.ts'
import { readClashesAddress } from '#renderer/features/clashes/clashes-address.ts'
import { readHistoryAddress } from '#renderer/features/history/history-address.ts'
import { readAbcAddress } from '#renderer/features/insights/abc-address.ts'
import { readClassesAddress } from '#renderer/features/insights/classes-address.ts'
import { readForecastAddress } from '#renderer/features/planning/forecast-address.ts'
import { readReplenishmentAddress } from '#renderer/features/planning/replenishment-address.ts'
import { readScoresAddress } from '#renderer/features/scores/scores-address.ts'
import { purchases, sourcing } from './buying-routes.ts'
import { papers } from './papers-routes.ts'
import { parties } from './parties-routes.ts'
import { receivables } from './receivables-routes.ts'
import { at, list, page, root } from './route-base.ts'
import { sales } from './sales-routes.ts'
import { channels, orders } from './selling-routes.ts'
import { shipping } from './shipping-routes.ts'
import { places, stock } from './stock-routes.ts'

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
