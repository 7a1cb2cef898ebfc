// A dispatch while it is written: what was typed, what it would do, and posting it.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { focusNextStep } from '#renderer/ui/next-step.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { DispatchDraft, ToDispatch } from '#shared/schemas/dispatch.ts'
import { type DispatchForm, type DispatchRow, newDispatchForm, readDispatchForm } from './dispatch-form-values.ts'

const typingPauseMs = 300

export function useDispatch(order: ToDispatch) {
  const text = useText()
  const today = useToday()
  const navigate = useNavigate()
  const [form, setForm] = useState(() => newDispatchForm(order, today))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const reading = readDispatchForm(form, order)
  const preview = useDispatchPreview(reading.dispatch)
  const set = (part: Partial<DispatchForm>) => setForm((before) => ({ ...before, ...part }))
  const change = (lineId: number, part: Partial<DispatchRow>) => {
    const put = (row: DispatchRow) => (row.lineId === lineId ? { ...row, ...part } : row)
    setForm((before) => ({ ...before, rows: before.rows.map(put) }))
    setProblems({})
  }
  const posting = useMutation({
    mutationFn: (dispatch: DispatchDraft) => client.orders.dispatch.mutate(dispatch),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, text.t('dispatch.screen.done', { number: order.number }), operationId)
      focusNextStep()
      navigate({
        to: '/orders/$id',
        params: { id: String(order.orderId) },
        search: { panel: 'dispatches' },
      })
    },
  })
  const submit = () => {
    setProblems(reading.problems)
    if (reading.dispatch && !posting.isPending) posting.mutate(reading.dispatch)
  }
  return { form, set, change, problems, reading, preview, posting, submit }
}

/** What the dispatch would do; nothing is written. */
function useDispatchPreview(dispatch: DispatchDraft | null) {
  const { mayWrite } = useMayWrite()
  const [asked] = useDebouncedValue(dispatch === null ? '' : JSON.stringify(dispatch), typingPauseMs)
  return useQuery({
    queryKey: [['orders', 'previewDispatch'], asked],
    queryFn: () => client.orders.previewDispatch.mutate(JSON.parse(asked) as DispatchDraft),
    enabled: asked !== '' && mayWrite,
    placeholderData: keepPreviousData,
    retry: false,
  })
}
