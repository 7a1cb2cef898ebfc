// The addresses of shipping: shipments, and where every one is, on the board and on the map.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readBoardAddress } from '#renderer/features/shipment-board/board-address.ts'
import { readNewShipment } from '#renderer/features/shipments/new-shipment-address.ts'
import { carrierServices } from './carrier-routes.ts'
import { lanes } from './lanes-routes.ts'
import { shipmentMoves } from './moving-routes.ts'
import { packing } from './packing-routes.ts'
import { at, list } from './route-base.ts'
import { tracking } from './tracking-routes.ts'

const shipmentBoards = [
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

const shipments = [
  createRoute({
    ...list('/shipments'),
    component: lazyRouteComponent(() => import('#renderer/features/shipments/shipments-screen.tsx'), 'ShipmentsScreen'),
  }),
  createRoute({
    ...at('/shipments/new'),
    validateSearch: readNewShipment,
    component: lazyRouteComponent(
      () => import('#renderer/features/shipments/shipment-form-screen.tsx'),
      'NewShipmentScreen',
    ),
  }),
  createRoute({
    ...at('/shipments/$id'),
    // Beside the panel that is open, the step that is being asked about: whoever moves goods opens its dialog.
    validateSearch: (raw: Record<string, unknown>): { panel?: string; step?: string } => ({
      ...(typeof raw.panel === 'string' && { panel: raw.panel }),
      ...(typeof raw.step === 'string' && { step: raw.step }),
    }),
    component: lazyRouteComponent(() => import('#renderer/features/shipments/shipment-screen.tsx'), 'ShipmentScreen'),
  }),
  createRoute({
    ...at('/shipments/$id/edit'),
    component: lazyRouteComponent(
      () => import('#renderer/features/shipments/shipment-form-screen.tsx'),
      'EditShipmentScreen',
    ),
  }),
] as const

/** All of shipping. */
export const shipping = [
  ...shipmentBoards,
  ...shipments,
  ...shipmentMoves,
  ...packing,
  ...tracking,
  ...carrierServices,
  ...lanes,
] as const
