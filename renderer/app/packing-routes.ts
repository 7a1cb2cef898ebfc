// The addresses of packing: the cartons of a shipment, and files that go out to channels and carriers.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readFilesAddress } from '#renderer/features/packing/files-address.ts'
import { at } from './route-base.ts'

export const packing = [
  createRoute({
    ...at('/shipments/files'),
    validateSearch: readFilesAddress,
    component: lazyRouteComponent(() => import('#renderer/features/packing/files-screen.tsx'), 'FilesScreen'),
  }),
  createRoute({
    ...at('/shipments/$id/pack'),
    component: lazyRouteComponent(() => import('#renderer/features/packing/pack-screen.tsx'), 'PackScreen'),
  }),
] as const
