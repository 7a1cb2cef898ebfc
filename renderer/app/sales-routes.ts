// The addresses of what selling brought: the report, costs, payouts of channels, and what is expected and flagged.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readSalesAddress } from '#renderer/features/sales/sales-address.ts'
import { at, list, page } from './route-base.ts'

export const sales = [
  createRoute({
    ...at('/sales'),
    validateSearch: readSalesAddress,
    component: lazyRouteComponent(() => import('#renderer/features/sales/sales-screen.tsx'), 'SalesScreen'),
  }),
  createRoute({
    ...at('/sales/settings'),
    component: lazyRouteComponent(
      () => import('#renderer/features/sales/sales-settings-screen.tsx'),
      'SalesSettingsScreen',
    ),
  }),
  createRoute({
    ...list('/sales-costs'),
    component: lazyRouteComponent(() => import('#renderer/features/sales/sales-costs-screen.tsx'), 'SalesCostsScreen'),
  }),
  createRoute({
    ...list('/settlements'),
    component: lazyRouteComponent(() => import('#renderer/features/sales/settlements-screen.tsx'), 'SettlementsScreen'),
  }),
  createRoute({
    ...page('/settlements/$id'),
    component: lazyRouteComponent(() => import('#renderer/features/sales/settlement-screen.tsx'), 'SettlementScreen'),
  }),
] as const
