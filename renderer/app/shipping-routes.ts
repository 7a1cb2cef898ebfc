// The addresses of shipping: where every shipment is, on the board and on the map.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readBoardAddress } from '#renderer/features/shipment-board/board-address.ts'
import { at } from './route-base.ts'

export const shipmentBoards = [
  createRoute({
    ...at('/shipments/board'),
    validateSearch: readBoardAddress,
    component: lazyRouteComponent(() => import('#renderer/features/shipment-board/board-screen.tsx'), 'BoardScreen'),
  }),
  createRoute({
    ...at('/shipments/map'),
    validateSearch: readBoardAddress,
    component: lazyRouteComponent(() => import('#renderer/features/shipment-board/map-screen.tsx'), 'MapScreen'),
  }),
] as const
