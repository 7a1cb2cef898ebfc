// The addresses of what carriers offer and ask: services with rates, the comparison of rates, freight bills.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readQuoteAddress } from '#renderer/features/carriers/quote-address.ts'
import { at, list, page } from './route-base.ts'

/** A number in the address, where it is one. */
const id = (value: unknown) => (Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined)

export const carrierServices = [
  createRoute({
    ...list('/carrier-services'),
    component: lazyRouteComponent(() => import('#renderer/features/carriers/services-screen.tsx'), 'ServicesScreen'),
  }),
  createRoute({
    ...at('/carrier-services/new'),
    // Begun on a carrier's page.
    validateSearch: (raw: Record<string, unknown>): { carrier?: number } => {
      const carrier = id(raw.carrier)
      return carrier === undefined ? {} : { carrier }
    },
    component: lazyRouteComponent(
      () => import('#renderer/features/carriers/service-form-screen.tsx'),
      'NewServiceScreen',
    ),
  }),
  createRoute({
    ...page('/carrier-services/$id'),
    component: lazyRouteComponent(() => import('#renderer/features/carriers/service-screen.tsx'), 'ServiceScreen'),
  }),
  createRoute({
    ...at('/carrier-services/$id/edit'),
    component: lazyRouteComponent(
      () => import('#renderer/features/carriers/service-form-screen.tsx'),
      'EditServiceScreen',
    ),
  }),
  createRoute({
    ...at('/carrier-services/$id/rates'),
    // The table that is put right, or the one whose prices a new one takes over.
    validateSearch: (raw: Record<string, unknown>): { table?: number; copy?: number } => {
      const [table, copy] = [id(raw.table), id(raw.copy)]
      return { ...(table !== undefined && { table }), ...(copy !== undefined && { copy }) }
    },
    component: lazyRouteComponent(() => import('#renderer/features/carriers/rate-form-screen.tsx'), 'RateFormScreen'),
  }),
  createRoute({
    ...at('/freight-quote'),
    validateSearch: readQuoteAddress,
    component: lazyRouteComponent(() => import('#renderer/features/carriers/quote-screen.tsx'), 'QuoteScreen'),
  }),
  createRoute({
    ...at('/freight-bills'),
    component: lazyRouteComponent(() => import('#renderer/features/charges/bills-screen.tsx'), 'BillsScreen'),
  }),
] as const
