// Writes a new rate, changes one, or takes one out.
import { Button, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { RecordHistory } from '#renderer/ui/record-history/record-history.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { dayOf, type Instant } from '#shared/dates.ts'
import type { RateRow } from '#shared/schemas/rates.ts'
import { RateForm } from './rate-form.tsx'

/** `from` is the currency that asked for a rate, or empty. */
export function NewRateDialog({ from, onClose }: { from: string; onClose: () => void }) {
  const { t } = useText()
  const { baseCurrency, timeZone } = useBook()
  const on = dayOf(Date.now() as Instant, timeZone)
  return (
    <Modal opened onClose={onClose} title={t('rates.new')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <RateForm
        initial={{ from, to: baseCurrency, on, rate: '', source: '' }}
        save={(rate) => client.rates.add.mutate(rate)}
        onSaved={useSaid(t('rates.saved'), onClose)}
      >
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </RateForm>
    </Modal>
  )
}

export function EditRateDialog({ row, onClose }: { row: RateRow; onClose: () => void }) {
  const { t } = useText()
  const { id, ...initial } = row
  return (
    <Modal opened onClose={onClose} title={t('rates.edit')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <RateForm
        initial={initial}
        save={(rate) => client.rates.edit.mutate({ id, rate })}
        onSaved={useSaid(t('rates.saved'), onClose)}
      >
        <RemoveButton row={row} onClose={onClose} />
      </RateForm>
      <RecordHistory entity="rate" id={id} />
    </Modal>
  )
}

/** Asks once, in its own place: the second click removes. */
function RemoveButton({ row, onClose }: { row: RateRow; onClose: () => void }) {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  const remove = useMutation({
    mutationFn: () => client.rates.remove.mutate({ id: row.id }),
    onSuccess: useSaid(t('rates.removed'), onClose),
    onError: (error) => sayError(t, error),
  })
  if (!isAsking) return <Button onClick={() => setAsking(true)}>{t('rates.remove')}</Button>
  return (
    <>
      <span className="q-quiet">
        {t('rates.removeSure', { day: row.on })} {t('rates.removeText')}
      </span>
      <Button onClick={() => setAsking(false)} data-autofocus>
        {t('common.cancel')}
      </Button>
      <Button color="red" variant="filled" onClick={() => remove.mutate()} loading={remove.isPending}>
        {t('rates.remove')}
      </Button>
    </>
  )
}

/** Closes, says what was done, and how many orders got their rate by it. */
function useSaid(message: string, onClose: () => void) {
  const { t, format } = useText()
  return ({ ordersFilled }: { ordersFilled: number }) => {
    const filled =
      ordersFilled > 0 ? t('rates.ordersFilled', { count: ordersFilled, formatted: format.number(ordersFilled) }) : ''
    notifications.show({ message: [message, filled].filter(Boolean).join('. ') })
    onClose()
  }
}
