// The drafts of a form as they were kept, read once before the form opens: this window's own, which goes on as it was left,
// and the newest of another window, which is only offered.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { type Draft, readDraft } from '#renderer/lib/form-draft.ts'
import { windowId } from '#renderer/lib/window-id.ts'

export type KeptDraft<Values> = Draft<Values> & { savedAt: number; window: string }
export type KeptDrafts<Values> = { own: KeptDraft<Values> | null; elsewhere: KeptDraft<Values> | null }

/** Undefined while they are being read. A draft that cannot be read is none, nor is one that changes nothing. */
export function useDraft<Values extends object>(
  name: string,
  initial: Values | undefined,
): KeptDrafts<Values> | undefined {
  const owner = { form: name, window: windowId() }
  const fresh = { staleTime: 0, gcTime: 0 }
  const own = useQuery(trpc.drafts.get.queryOptions(owner, fresh))
  const elsewhere = useQuery(trpc.drafts.elsewhere.queryOptions(owner, fresh))
  const isReading = [own, elsewhere].some((query) => query.isPending || query.isFetching)
  if (isReading || initial === undefined) return undefined
  return { own: keptOf(own.data, initial), elsewhere: keptOf(elsewhere.data, initial) }
}

type Stored = { content: string; savedAt: number; window: string } | null | undefined

function keptOf<Values extends object>(stored: Stored, initial: Values): KeptDraft<Values> | null {
  const draft = readDraft(stored?.content, initial)
  if (!stored || !draft || JSON.stringify(draft.values) === JSON.stringify(initial)) return null
  return { ...draft, savedAt: stored.savedAt, window: stored.window }
}
