// Someone knows better of one month: how much, and why.
import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { fieldMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { numberToText, textToNumber } from '#renderer/lib/typed-number.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { DemandOverride, ProductForecast } from '#shared/schemas/forecasts.ts'
import classes from './forecast.module.css'
import { monthName, unitFigure } from './forecast-words.ts'

export type MonthToOverrule = {
  monthOn: string
  isPast: boolean
  /** What was computed of it, or sold in it. */
  figure: number | null
  override: DemandOverride | null
}

type OverruleDialogProps = { month: MonthToOverrule; forecast: ProductForecast; onClose: () => void }

export function OverruleDialog({ month, forecast, onClose }: OverruleDialogProps) {
  const text = useText()
  const { t, format } = text
  const { monthOn, isPast, figure, override } = month
  const name = monthName(monthOn)
  const [typed, setTyped] = useState(override ? numberToText(override.quantity, 'quantity') : '')
  const [reason, setReason] = useState(override?.reason ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const saving = useMutation({
    mutationFn: (quantity: number) =>
      client.planning.overrule.mutate({ productId: forecast.productId, monthOn, quantity, reason }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('forecast.overrule.done', { month: name }), operationId)
      onClose()
    },
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const read = quantityIn(typed)
    if ('problem' in read) setProblem(read.problem)
    else saving.mutate(read.value)
  }
  return (
    <Modal opened onClose={onClose} title={t('forecast.overrule.title', { month: name })}>
      <form onSubmit={save}>
        <Text className={classes.dialogText ?? ''}>
          {t(isPast ? 'forecast.overrule.textPast' : 'forecast.overrule.text')}
          {figure === null
            ? ''
            : ` ${t(isPast ? 'forecast.overrule.sold' : 'forecast.overrule.computed')}: ${unitFigure(text, figure, forecast.unit)}.`}
        </Text>
        {saving.error ? <Notice tone="bad">{wholeMessage(t, saving.error)}</Notice> : null}
        <DecimalInput
          data-autofocus
          maw={200}
          label={t('forecast.overrule.quantity')}
          unit={unitText(format, forecast.unit, 2)}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            setProblem(null)
          }}
          error={problem ? fieldMessage(t, problem) : undefined}
        />
        <TextInput
          mt="sm"
          label={t('forecast.overrule.reason')}
          placeholder={t('forecast.overrule.reasonHint')}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md" gap="sm">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={saving.isPending}>
            {t('forecast.overrule.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

function quantityIn(typed: string): { value: number } | { problem: string } {
  const read = textToNumber(typed, 'quantity')
  if ('problem' in read) return read
  if (read.value === null) return { problem: 'required' }
  return read.value < 0 ? { problem: 'negative' } : { value: read.value }
}
