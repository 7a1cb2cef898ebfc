// The addresses of what is owed to us: ageing, letters to who is late, and what the book is told about both.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readReceivablesAddress } from '#renderer/features/receivables/receivables-address.ts'
import { at } from './route-base.ts'

export const receivables = [
  createRoute({
    ...at('/receivables'),
    validateSearch: readReceivablesAddress,
    component: lazyRouteComponent(
      () => import('#renderer/features/receivables/receivables-screen.tsx'),
      'ReceivablesScreen',
    ),
  }),
  createRoute({
    ...at('/receivables/settings'),
    component: lazyRouteComponent(
      () => import('#renderer/features/receivables/receivable-settings-screen.tsx'),
      'ReceivableSettingsScreen',
    ),
  }),
  createRoute({
    ...at('/dunning'),
    validateSearch: (raw: Record<string, unknown>): { id?: number } =>
      Number.isSafeInteger(Number(raw.id)) && Number(raw.id) > 0 ? { id: Number(raw.id) } : {},
    component: lazyRouteComponent(() => import('#renderer/features/receivables/dunning-screen.tsx'), 'DunningScreen'),
  }),
] as const
