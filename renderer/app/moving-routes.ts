// The addresses of goods that move with shipments beside those of a shipment itself: lists of what a carrier sent.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { at } from './route-base.ts'

export const shipmentMoves = [
  createRoute({
    ...at('/shipments/sent-list'),
    component: lazyRouteComponent(
      () => import('#renderer/features/shipment-moves/sent-list-screen.tsx'),
      'SentListScreen',
    ),
  }),
] as const
