// The folder that is looked at, starting at home.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'

export function useFolder() {
  const [folder, go] = useState<string | null>(null)
  // Files come and go behind our back: what was seen before is only shown until the host has looked.
  const query = useQuery(trpc.host.browse.queryOptions({ folder }, { placeholderData: keepPreviousData, staleTime: 0 }))
  return { query, go }
}
