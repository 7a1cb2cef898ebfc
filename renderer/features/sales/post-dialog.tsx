// Books a settlement as one payment: on which day the money came, and at which rate.
import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { isDay } from '#shared/dates.ts'
import type { Settlement } from '#shared/schemas/settlements.ts'
import classes from './sales.module.css'

export function PostDialog({ settlement, onClose }: { settlement: Settlement; onClose: () => void }) {
  const text = useText()
  const { t, format } = text
  const today = useToday()
  const [on, setOn] = useState(settlement.depositedOn ?? settlement.endsOn ?? (today as string))
  const [rate, setRate] = useState('')
  const { currency: from, baseCurrency: to } = settlement
  const isForeign = from !== to
  const found = useQuery({
    ...trpc.rates.convert.queryOptions({ amount: '1', from, to, on }),
    enabled: isForeign && isDay(on),
  })
  const known = found.data && found.data.status !== 'missing' ? found.data.rate : ''
  const posting = useMutation({
    mutationFn: () =>
      client.settlements.post.mutate({ id: settlement.id, on: typedDay(on) as never, rate: typedDecimal(rate) }),
    onSuccess: ({ result, operationId }) => {
      sayUndoable(text, t('sales.settlements.posted', { number: result.number }), operationId)
      onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sales.settlements.post')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={classes.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!posting.isPending) posting.mutate()
        }}
      >
        <p className="q-quiet">{t('sales.settlements.postAbout')}</p>
        <DayInput label={t('sales.settlements.day')} required value={on} onChange={setOn} data-autofocus />
        {isForeign ? (
          <DecimalInput
            label={t('sales.settlements.rate', { from, to })}
            placeholder={known ? format.number(known) : ''}
            value={rate}
            onChange={setRate}
          />
        ) : null}
        {posting.error ? <Notice tone="bad">{wholeMessage(t, posting.error)}</Notice> : null}
        <div className={classes.footer}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={posting.isPending}>
            {t('sales.settlements.post')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
