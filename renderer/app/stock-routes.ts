// The addresses of what lies where: places, stock, its documents, counts and reports.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readNewCount } from '#renderer/features/counting/new-count-address.ts'
import { readNewDocument } from '#renderer/features/stock/form-kinds.ts'
import { readReportsAddress } from '#renderer/features/stock-reports/reports-address.ts'
import { at, list, page } from './route-base.ts'

export const places = [
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

export const stock = [
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
