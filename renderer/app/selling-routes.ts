// The addresses of selling: orders, what is sent of them, what is given back.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readChannelsAddress } from '#renderer/features/channels/channels-address.ts'
import { at, list, page } from './route-base.ts'

/** Where orders come from, and what they are called there. */
export const channels = [
  createRoute({
    ...at('/channels'),
    validateSearch: readChannelsAddress,
    component: lazyRouteComponent(() => import('#renderer/features/channels/channels-screen.tsx'), 'ChannelsScreen'),
  }),
] as const

export const orders = [
  createRoute({
    ...list('/orders'),
    component: lazyRouteComponent(() => import('#renderer/features/orders/orders-screen.tsx'), 'OrdersScreen'),
  }),
  createRoute({
    ...at('/orders/new'),
    component: lazyRouteComponent(() => import('#renderer/features/orders/order-form-screen.tsx'), 'NewOrderScreen'),
  }),
  createRoute({
    ...page('/orders/$id'),
    component: lazyRouteComponent(() => import('#renderer/features/orders/order-screen.tsx'), 'OrderScreen'),
  }),
  createRoute({
    ...at('/orders/$id/edit'),
    component: lazyRouteComponent(() => import('#renderer/features/orders/order-form-screen.tsx'), 'EditOrderScreen'),
  }),
  createRoute({
    ...at('/orders/$id/dispatch'),
    component: lazyRouteComponent(() => import('#renderer/features/dispatch/dispatch-screen.tsx'), 'DispatchScreen'),
  }),
  createRoute({
    ...at('/orders/$id/credit'),
    component: lazyRouteComponent(() => import('#renderer/features/dispatch/credit-screen.tsx'), 'CreditScreen'),
  }),
  createRoute({
    ...at('/credits/new'),
    component: lazyRouteComponent(
      () => import('#renderer/features/dispatch/free-credit-screen.tsx'),
      'FreeCreditScreen',
    ),
  }),
] as const
