// The addresses of tracking: news in, and the rules of what they mean.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { at } from './route-base.ts'

export const tracking = [
  createRoute({
    ...at('/tracking'),
    component: lazyRouteComponent(() => import('#renderer/features/tracking/tracking-screen.tsx'), 'TrackingScreen'),
  }),
  createRoute({
    ...at('/tracking/rules'),
    component: lazyRouteComponent(() => import('#renderer/features/tracking/rules-screen.tsx'), 'TrackingRulesScreen'),
  }),
] as const
