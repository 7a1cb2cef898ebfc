// How this machine's user looks at Home: by day or by kind, all tasks or their own. Kept like the state of a list.
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { client, queryClient, trpc } from '#renderer/lib/api.ts'

const viewSchema = z.object({
  by: z.enum(['day', 'kind']).default('day'),
  tasks: z.enum(['all', 'mine']).default('all'),
})
export type HomeView = z.output<typeof viewSchema>

const options = () => trpc.grid.state.queryOptions({ list: 'home' })

export function useHomeView() {
  const query = useQuery(options())
  const view = readView(query.data)
  const choose = (change: Partial<HomeView>) => {
    const state = JSON.stringify({ ...view, ...change })
    queryClient.setQueryData(options().queryKey, state)
    // Losing which way one looked is not worth a message.
    client.grid.keep.mutate({ list: 'home', state }).catch(() => {})
  }
  return { view, choose, isReady: !query.isPending }
}

function readView(state: string | null | undefined): HomeView {
  try {
    const parsed = viewSchema.safeParse(JSON.parse(state ?? '{}'))
    if (parsed.success) return parsed.data
  } catch {
    // Written by nobody we know: as if nothing had been chosen.
  }
  return viewSchema.parse({})
}
