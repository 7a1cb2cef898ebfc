// The address of the report on carriers and lanes.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readLanesAddress } from '#renderer/features/lanes/lanes-address.ts'
import { at } from './route-base.ts'

export const lanes = [
  createRoute({
    ...at('/lanes'),
    validateSearch: readLanesAddress,
    component: lazyRouteComponent(() => import('#renderer/features/lanes/lanes-screen.tsx'), 'LanesScreen'),
  }),
] as const
