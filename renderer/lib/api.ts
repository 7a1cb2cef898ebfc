// The typed client: `trpc.products.list.queryOptions(…)` for React Query, `client.products.add.mutate(…)` for plain calls.
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#main/api/router.ts'
import { envelopeLink } from '#renderer/lib/envelope-link.ts'
import { transport } from '#renderer/lib/transport.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    // What the host answers stays true until it says which tables changed (live-updates.ts).
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

export const client = createTRPCClient<AppRouter>({ links: [envelopeLink(transport)] })

export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })
