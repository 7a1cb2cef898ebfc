// The addresses of buying: what suppliers offer, what they are asked, what is ordered of them.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readPurchasesAddress } from '#renderer/features/purchases/purchases-address.ts'
import { readRequestAddress } from '#renderer/features/sourcing/request-address.ts'
import { type ListAddress, readAddress } from '#renderer/lib/list-address.ts'
import { at, list, page } from './route-base.ts'

/** What a new offer is begun for. */
const readNewOffer = (raw: Record<string, unknown>): { product?: number; supplier?: number } => ({
  ...(Number(raw.product) > 0 && { product: Number(raw.product) }),
  ...(Number(raw.supplier) > 0 && { supplier: Number(raw.supplier) }),
})

export const sourcing = [
  createRoute({
    ...list('/offers'),
    component: lazyRouteComponent(() => import('#renderer/features/sourcing/offers-screen.tsx'), 'OffersScreen'),
  }),
  createRoute({
    ...at('/offers/new'),
    validateSearch: readNewOffer,
    component: lazyRouteComponent(() => import('#renderer/features/sourcing/offer-form-screen.tsx'), 'NewOfferScreen'),
  }),
  createRoute({
    ...at('/offers/$id/edit'),
    component: lazyRouteComponent(() => import('#renderer/features/sourcing/offer-form-screen.tsx'), 'EditOfferScreen'),
  }),
  createRoute({
    ...list('/requests'),
    component: lazyRouteComponent(() => import('#renderer/features/sourcing/requests-screen.tsx'), 'RequestsScreen'),
  }),
  createRoute({
    ...at('/requests/new'),
    validateSearch: readRequestAddress,
    component: lazyRouteComponent(
      () => import('#renderer/features/sourcing/request-form-screen.tsx'),
      'NewRequestScreen',
    ),
  }),
  createRoute({
    ...page('/requests/$id'),
    component: lazyRouteComponent(() => import('#renderer/features/sourcing/request-screen.tsx'), 'RequestScreen'),
  }),
  createRoute({
    ...at('/requests/$id/edit'),
    component: lazyRouteComponent(
      () => import('#renderer/features/sourcing/request-form-screen.tsx'),
      'EditRequestScreen',
    ),
  }),
  createRoute({
    ...at('/suppliers/rules'),
    component: lazyRouteComponent(
      () => import('#renderer/features/parties/supply/rules/buying-rules-screen.tsx'),
      'BuyingRulesScreen',
    ),
  }),
  createRoute({
    ...at('/certificates'),
    // Beside the list stand the panels of the one that is open.
    validateSearch: (raw: Record<string, unknown>): ListAddress & { panel?: string } => ({
      ...readAddress(raw),
      ...(typeof raw.panel === 'string' && { panel: raw.panel }),
    }),
    component: lazyRouteComponent(
      () => import('#renderer/features/parties/supply/certificates-screen.tsx'),
      'CertificatesScreen',
    ),
  }),
] as const

export const purchases = [
  createRoute({
    ...at('/purchases'),
    validateSearch: readPurchasesAddress,
    component: lazyRouteComponent(() => import('#renderer/features/purchases/purchases-screen.tsx'), 'PurchasesScreen'),
  }),
  createRoute({
    ...at('/purchases/new'),
    component: lazyRouteComponent(
      () => import('#renderer/features/purchases/purchase-form-screen.tsx'),
      'NewPurchaseScreen',
    ),
  }),
  createRoute({
    ...page('/purchases/$id'),
    component: lazyRouteComponent(() => import('#renderer/features/purchases/purchase-screen.tsx'), 'PurchaseScreen'),
  }),
  createRoute({
    ...at('/purchases/$id/edit'),
    component: lazyRouteComponent(
      () => import('#renderer/features/purchases/purchase-form-screen.tsx'),
      'EditPurchaseScreen',
    ),
  }),
  createRoute({
    ...at('/purchases/$id/receive'),
    component: lazyRouteComponent(() => import('#renderer/features/receiving/receive-screen.tsx'), 'ReceiveScreen'),
  }),
  createRoute({
    ...at('/payables'),
    validateSearch: (raw: Record<string, unknown>): { payment?: number } =>
      Number(raw.payment) > 0 ? { payment: Number(raw.payment) } : {},
    component: lazyRouteComponent(() => import('#renderer/features/payments/payables-screen.tsx'), 'PayablesScreen'),
  }),
] as const
