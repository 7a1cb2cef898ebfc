// Changes where a supplier stands: with a day and a reason, and for an approval with what the checklist still lacks.
import { Checkbox, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { type Party, supplyStatuses } from '#shared/schemas/parties.ts'

export function StatusDialog({ party, onClose }: { party: Party; onClose: () => void }) {
  const text = useText()
  const { t, format, language } = text
  const today = useToday()
  const name = nameIn(language, party)
  const others = supplyStatuses.filter((status) => status !== party.supply.status)
  const [status, setStatus] = useState(others[0] ?? 'approved')
  const [on, setOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const [despiteOpen, setDespite] = useState(false)
  const { data: admission } = useQuery(trpc.suppliers.admission.queryOptions({ supplierId: party.id }))
  const open = status === 'approved' ? (admission?.open ?? 0) : 0
  const change = useMutation({
    mutationFn: () =>
      client.suppliers.setStatus.mutate({ supplierId: party.id, status, on: typedDay(on), reason, despiteOpen }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('suppliers.status.changed', { name, status: t(`suppliers.statuses.${status}`) }), operationId)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('suppliers.status.title', { name })}
      action={t('suppliers.status.save')}
      error={change.error}
      isPending={change.isPending}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <Select
        label={t('suppliers.status.to')}
        data-autofocus
        allowDeselect={false}
        data={others.map((value) => ({ value, label: t(`suppliers.statuses.${value}`) }))}
        value={status}
        onChange={(value) => setStatus(others.find((one) => one === value) ?? status)}
      />
      <DayInput label={t('suppliers.fields.on')} value={on} onChange={setOn} />
      <Textarea
        label={t('suppliers.fields.reason')}
        description={t('suppliers.status.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {open > 0 ? (
        <Notice tone="warn">
          {t('suppliers.status.open', { count: open, formatted: format.number(open) })}
          <Checkbox
            mt={8}
            label={t('suppliers.status.despite')}
            checked={despiteOpen}
            onChange={(event) => setDespite(event.currentTarget.checked)}
          />
        </Notice>
      ) : null}
    </FormDialog>
  )
}
