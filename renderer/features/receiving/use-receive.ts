// A receipt while it is written: what was typed, what it would do, and posting it.
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
import type { ReceivePurchaseDraft, ToReceive } from '#shared/schemas/receiving.ts'
import {
  newReceiveForm,
  newReceiveRow,
  type ReceiveForm,
  type ReceiveRow,
  readReceiveForm,
} from './receive-form-values.ts'

const typingPauseMs = 300

export function useReceive(order: ToReceive) {
  const text = useText()
  const today = useToday()
  const navigate = useNavigate()
  const [form, setForm] = useState(() => newReceiveForm(order, today))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const reading = readReceiveForm(form, order)
  const preview = useReceiptPreview(reading.receipt)
  const set = (part: Partial<ReceiveForm>) => setForm((before) => ({ ...before, ...part }))
  const change = (key: string, part: Partial<ReceiveRow>) => {
    setForm((before) => ({ ...before, rows: before.rows.map((row) => (row.key === key ? { ...row, ...part } : row)) }))
    setProblems((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([path]) => !Object.keys(part).includes(path.split('.')[1] ?? '')),
      ),
    )
  }
  const addRow = (after: ReceiveRow) =>
    setForm((before) => ({
      ...before,
      rows: before.rows.flatMap((row) =>
        row.key === after.key ? [row, newReceiveRow(row.lineId, crypto.randomUUID())] : [row],
      ),
    }))
  const removeRow = (key: string) =>
    setForm((before) => ({ ...before, rows: before.rows.filter((row) => row.key !== key) }))
  const posting = useMutation({
    mutationFn: (receipt: ReceivePurchaseDraft) => client.receiving.receive.mutate(receipt),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, text.t('receiving.screen.done', { number: order.number }), operationId)
      focusNextStep()
      navigate({
        to: '/purchases/$id',
        params: { id: String(order.orderId) },
        search: { panel: 'receipts' },
      })
    },
  })
  const submit = () => {
    setProblems(reading.problems)
    if (reading.receipt && !posting.isPending) posting.mutate(reading.receipt)
  }
  return { form, set, change, addRow, removeRow, problems, reading, preview, posting, submit }
}

/** What the receipt would do; asked as if a surplus were accepted, so that the lines say how they stand. */
function useReceiptPreview(receipt: ReceivePurchaseDraft | null) {
  const { mayWrite } = useMayWrite()
  const question = receipt === null ? '' : JSON.stringify({ ...receipt, acceptOver: true })
  const [asked] = useDebouncedValue(question, typingPauseMs)
  return useQuery({
    queryKey: [['receiving', 'preview'], asked],
    queryFn: () => client.receiving.preview.mutate(JSON.parse(asked) as ReceivePurchaseDraft),
    enabled: asked !== '' && mayWrite,
    placeholderData: keepPreviousData,
    retry: false,
  })
}
