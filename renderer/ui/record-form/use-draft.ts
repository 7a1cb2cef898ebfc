// The draft of a form as it was kept, read once before the form opens.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { readDraft } from '#renderer/lib/form-draft.ts'

export type KeptDraft<Values> = { values: Values; savedAt: number } | null

/** Undefined while it is being read. A draft that cannot be read is none. */
export function useDraft<Values extends object>(
  name: string,
  initial: Values | undefined,
): KeptDraft<Values> | undefined {
  const query = useQuery(trpc.drafts.get.queryOptions({ form: name }, { staleTime: 0, gcTime: 0 }))
  if (query.isPending || query.isFetching || initial === undefined) return undefined
  const values = readDraft(query.data?.content, initial)
  if (!values || !query.data || JSON.stringify(values) === JSON.stringify(initial)) return null
  return { values, savedAt: query.data.savedAt }
}
