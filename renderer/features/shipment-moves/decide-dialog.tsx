// Nobody took it, or it is lost or broken: what becomes of it. Sending it anew or bringing it back makes the shipment that does so.
import { Radio, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { asDay, isDay } from '#shared/dates.ts'
import classes from './shipment-moves.module.css'
import type { StepProps } from './step-dialogs.tsx'
import { useTakeStep } from './use-step.ts'

const decisions = ['resend', 'return', 'abandon'] as const
type Decision = (typeof decisions)[number]

export function DecideDialog({ id, onClose }: StepProps) {
  const { t } = useText()
  const today = useToday()
  const navigate = useNavigate()
  const [decision, setDecision] = useState<Decision | ''>('')
  const [on, setOn] = useState<string>(today)
  const [note, setNote] = useState('')
  const day = typedDay(on)
  const taking = useTakeStep({
    mutate: client.shipments.decide.mutate,
    done: ({ followedByNumber: number }) =>
      t(number === '' ? 'shipments.moves.decided' : 'shipments.moves.decidedBy', { number }),
    onClose: ({ followedById }) => {
      if (followedById === null) onClose()
      else void navigate({ to: '/shipments/$id', params: { id: String(followedById) } })
    },
  })
  const submit = () => {
    if (decision !== '' && isDay(day)) taking.mutate({ id, decision, on: asDay(day), note })
  }
  return (
    <FormDialog
      title={t('shipments.moves.decideTitle')}
      action={t('shipments.moves.decide')}
      error={taking.error}
      isPending={taking.isPending}
      isDisabled={decision === '' || !isDay(day)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group
        label={t('shipments.moves.what')}
        value={decision}
        onChange={(chosen) => setDecision(chosen as Decision)}
      >
        <div className={classes.choices}>
          {decisions.map((one, index) => (
            <Radio
              key={one}
              value={one}
              label={t(`shipments.decisions.${one}`)}
              description={t(`shipments.moves.decisionHints.${one}`)}
              data-autofocus={index === 0 || undefined}
            />
          ))}
        </div>
      </Radio.Group>
      <DayInput label={t('shipments.moves.decidedOn')} required value={on} onChange={setOn} />
      <Textarea
        label={t('shipments.moves.note')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <p className="q-quiet">{t('shipments.moves.costsHint')}</p>
    </FormDialog>
  )
}
