// A credit while it is written: what was typed, what it would come to, and issuing it.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { focusNextStep } from '#renderer/ui/next-step.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { CreditDraft } from '#shared/schemas/credits.ts'

const typingPauseMs = 300

/** Goes to the page of the credit once it is there. */
export function useIssueCredit() {
  const text = useText()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (credit: CreditDraft) => client.orders.credit.create.mutate(credit),
    onSuccess: ({ operationId, creditId, number, status }) => {
      const said = status === 'draft' ? 'dispatch.credit.kept' : 'dispatch.credit.done'
      sayUndoable(text, text.t(said, { number }), operationId)
      focusNextStep()
      navigate({ to: '/orders/$id', params: { id: String(creditId) } })
    },
  })
}

/** What it would come to; nothing is written. */
export function useCreditPreview(credit: CreditDraft | null) {
  const { mayWrite } = useMayWrite()
  const [asked] = useDebouncedValue(credit === null ? '' : JSON.stringify(credit), typingPauseMs)
  return useQuery({
    queryKey: [['orders', 'previewCredit'], asked],
    queryFn: () => client.orders.credit.preview.mutate(JSON.parse(asked) as CreditDraft),
    enabled: asked !== '' && mayWrite,
    placeholderData: keepPreviousData,
    retry: false,
  })
}
