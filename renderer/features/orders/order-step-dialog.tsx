// Asks what a step of an order needs to know, and takes it: confirmed, held, resumed, delivered, closed, cancelled, reopened.
import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { asDay, type Day, isDay } from '#shared/dates.ts'
import { confirmWarnings } from '#shared/schemas/confirm-many.ts'
import type { Order } from '#shared/schemas/orders.ts'
import { confirmMessage } from './confirm-message.ts'

export type StepVerb = 'confirm' | 'hold' | 'resume' | 'deliver' | 'close' | 'cancel' | 'reopen'

type StepProps = { order: Pick<Order, 'id' | 'number' | 'document'>; verb: StepVerb; onClose: () => void }

export function OrderStepDialog({ order, verb, onClose }: StepProps) {
  const text = useText()
  const { t } = text
  const step = useStep({ order, verb, onClose })
  const isWarned = step.error !== null && confirmWarnings.includes(failureOf(step.error).code)
  const isBare = verb === 'resume' || verb === 'reopen' || verb === 'close'
  return (
    <FormDialog
      title={t(`orders.ask.${verb}`, { number: order.number })}
      action={isWarned ? t('orders.ask.despite') : t(`orders.verbs.${verb}`)}
      {...(verb === 'cancel' && { cancel: t('orders.keep') })}
      isBare={isBare}
      isPending={step.isPending}
      onSubmit={() => step.take(isWarned)}
      onClose={onClose}
    >
      <StepText verb={verb} document={order.document} />
      <StepFields verb={verb} step={step} />
      {step.error ? <Notice tone={isWarned ? 'warn' : 'bad'}>{confirmMessage(text, step.error)}</Notice> : null}
    </FormDialog>
  )
}

function StepText({ verb, document }: { verb: StepVerb; document: Order['document'] }) {
  const { t } = useText()
  if (document === 'credit' && verb === 'confirm') return <p>{t('orders.ask.issueText')}</p>
  if (document === 'credit' && verb === 'cancel') return <p>{t('orders.ask.cancelCreditText')}</p>
  return <p>{t(`orders.ask.${verb}Text`)}</p>
}

function StepFields({ verb, step }: { verb: StepVerb; step: ReturnType<typeof useStep> }) {
  const { t } = useText()
  const { on, setOn, reason, setReason } = step
  if (verb === 'confirm' || verb === 'deliver') {
    return <DayInput label={t(`orders.ask.${verb}On`)} data-autofocus value={on} onChange={setOn} />
  }
  if (verb !== 'cancel' && verb !== 'hold') return null
  return (
    <TextInput
      label={t('orders.ask.reason')}
      data-autofocus
      value={reason}
      onChange={(event) => setReason(event.currentTarget.value)}
    />
  )
}

function useStep({ order, verb, onClose }: StepProps) {
  const text = useText()
  const { t } = text
  const today = useToday()
  const [on, setOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const taking = useMutation({
    mutationFn: (despite: boolean) => {
      const day = typedDay(on)
      return takeStep({ verb, id: order.id, on: isDay(day) ? asDay(day) : undefined, reason, despite })
    },
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t(`orders.done.${verb}`, { count: 1, formatted: '1' }), operationId)
      onClose()
    },
  })
  const { error, isPending } = taking
  return { on, setOn, reason, setReason, error, isPending, take: taking.mutate }
}

type Step = { verb: StepVerb; id: number; on: Day | undefined; reason: string; despite: boolean }

function takeStep({ verb, id, on, reason, despite }: Step): Promise<{ operationId: number | null }> {
  const target = { ids: [id] }
  switch (verb) {
    case 'confirm':
      return client.orders.confirm.mutate({ target, on, despite })
    case 'hold':
      return client.orders.hold.mutate({ target, reason })
    case 'resume':
      return client.orders.resume.mutate({ target })
    case 'deliver':
      return client.orders.deliver.mutate({ target, on })
    case 'close':
      return client.orders.close.mutate({ target })
    case 'cancel':
      return client.orders.cancel.mutate({ target, reason })
    case 'reopen':
      return client.orders.reopen.mutate({ target })
  }
}
