// Asks what a step of a purchase order needs to know, and takes it: sent, confirmed, closed, cancelled, reopened.
import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { asDay, type Day, isDay } from '#shared/dates.ts'
import type { Purchase } from '#shared/schemas/purchases.ts'

export type StepVerb = 'send' | 'confirm' | 'close' | 'cancel' | 'reopen'

type StepProps = { purchase: Purchase; verb: StepVerb; onClose: () => void }

export function StepDialog({ purchase, verb, onClose }: StepProps) {
  const { t } = useText()
  const step = useStep({ purchase, verb, onClose })
  const { number } = purchase
  const title = verb === 'reopen' ? `${t('purchases.verbs.reopen')}: ${number}` : t(`purchases.ask.${verb}`, { number })
  const isWarned = step.error !== null && failureOf(step.error).code === 'purchases/supplier-warned'
  return (
    <FormDialog
      title={title}
      action={isWarned ? t('purchases.ask.despite') : t(`purchases.verbs.${verb}`)}
      {...(verb === 'cancel' && { cancel: t('purchases.ask.keep') })}
      isBare={verb === 'reopen'}
      isPending={step.isPending}
      onSubmit={() => step.take(isWarned)}
      onClose={onClose}
    >
      <StepText verb={verb} />
      <StepFields verb={verb} step={step} />
      {step.error ? (
        <Notice tone={isWarned ? 'warn' : 'bad'} actions={<ScoreCardLink error={step.error} purchase={purchase} />}>
          {errorMessage(t, step.error)}
        </Notice>
      ) : null}
    </FormDialog>
  )
}

/** To the card that says why the supplier is refused or warned of, and where an exception is made. */
function ScoreCardLink({ error, purchase: { supplier } }: { error: Error; purchase: Purchase }) {
  const { t } = useText()
  const isOfSupplier = failureOf(error).code.startsWith('purchases/supplier-')
  if (!isOfSupplier || supplier === null) return null
  return (
    <LinkButton to="/scores/$id" params={{ id: String(supplier.id) }}>
      {t('suppliers.see.card')}
    </LinkButton>
  )
}

function StepText({ verb }: { verb: StepVerb }) {
  const { t } = useText()
  if (verb === 'confirm' || verb === 'reopen') return null
  return <p>{t(`purchases.ask.${verb}Text`)}</p>
}

function StepFields({ verb, step }: { verb: StepVerb; step: ReturnType<typeof useStep> }) {
  const { t } = useText()
  const { on, setOn, promisedOn, setPromisedOn, reason, setReason } = step
  if (verb === 'send') return <DayInput label={t('purchases.ask.sendOn')} data-autofocus value={on} onChange={setOn} />
  if (verb === 'confirm') {
    return (
      <>
        <DayInput label={t('purchases.ask.confirmOn')} data-autofocus value={on} onChange={setOn} />
        <DayInput
          label={t('purchases.ask.promisedOn')}
          description={t('purchases.ask.promisedHint')}
          value={promisedOn}
          onChange={setPromisedOn}
        />
      </>
    )
  }
  if (verb !== 'cancel') return null
  return (
    <TextInput
      label={t('purchases.ask.reason')}
      data-autofocus
      value={reason}
      onChange={(event) => setReason(event.currentTarget.value)}
    />
  )
}

function useStep({ purchase, verb, onClose }: StepProps) {
  const text = useText()
  const { t } = text
  const today = useToday()
  const [on, setOn] = useState<string>(today)
  const [promisedOn, setPromisedOn] = useState(purchase.promisedOn ?? '')
  const [reason, setReason] = useState('')
  const day = (typed: string) => (isDay(typedDay(typed)) ? asDay(typedDay(typed)) : undefined)
  const taking = useMutation({
    mutationFn: (despite: boolean) =>
      takeStep({ verb, id: purchase.id, on: day(on), promisedOn: day(promisedOn), reason, despite }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t(`purchases.done.${verb}`, { count: 1, formatted: '1' }), operationId)
      onClose()
    },
  })
  const { error, isPending } = taking
  return { on, setOn, promisedOn, setPromisedOn, reason, setReason, error, isPending, take: taking.mutate }
}

type Step = {
  verb: StepVerb
  id: number
  on: Day | undefined
  promisedOn: Day | undefined
  reason: string
  despite: boolean
}

function takeStep({ verb, id, on, promisedOn, reason, despite }: Step): Promise<{ operationId: number | null }> {
  const target = { ids: [id] }
  switch (verb) {
    case 'send':
      return client.purchases.send.mutate({ target, on, despite })
    case 'confirm':
      return client.purchases.confirm.mutate({ target, on, promisedOn })
    case 'close':
      return client.purchases.close.mutate({ target })
    case 'cancel':
      return client.purchases.cancel.mutate({ target, reason })
    case 'reopen':
      return client.purchases.reopen.mutate({ target })
  }
}
