// The addresses of customers, suppliers and carriers.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readCustomersAddress } from '#renderer/features/customers/customers-address.ts'
import { at, list, page } from './route-base.ts'

const partyScreens = {
  list: lazyRouteComponent(() => import('#renderer/features/parties/parties-screen.tsx'), 'PartiesScreen'),
  one: lazyRouteComponent(() => import('#renderer/features/parties/party-screen.tsx'), 'PartyScreen'),
  new: lazyRouteComponent(() => import('#renderer/features/parties/party-form-screen.tsx'), 'NewPartyScreen'),
  edit: lazyRouteComponent(() => import('#renderer/features/parties/party-form-screen.tsx'), 'EditPartyScreen'),
}

export const parties = [
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
