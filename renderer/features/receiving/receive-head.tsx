// When goods came in, where to, and where what was rejected goes.
import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName, transitPlace } from '#renderer/lib/place-name.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { ToReceive } from '#shared/schemas/receiving.ts'
import classes from './receiving.module.css'
import type { useReceive } from './use-receive.ts'

export function ReceiveHead({ order, receive }: { order: ToReceive; receive: ReturnType<typeof useReceive> }) {
  const { t } = useText()
  const { form, set, problems } = receive
  const { data = [] } = useQuery(trpc.warehouses.list.queryOptions({ archived: false }))
  const places = data
    .filter(({ id }) => id !== transitPlace)
    .map((place) => ({ value: String(place.id), label: placeName(t, place), isSellable: place.isSellable }))
  const outside = { value: '', label: t('receiving.screen.outside') }
  return (
    <div className={classes.fields}>
      <DayInput
        label={t('receiving.screen.on')}
        required
        value={form.on}
        onChange={(on) => set({ on })}
        error={problems.on && fieldMessage(t, problems.on)}
      />
      <TextInput
        label={t('receiving.screen.reference')}
        value={form.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      <Select
        label={t('receiving.screen.into')}
        allowDeselect={false}
        data={places}
        value={form.warehouseId}
        onChange={(warehouseId) => warehouseId && set({ warehouseId })}
      />
      <Select
        label={t('receiving.screen.rejectsTo')}
        allowDeselect={false}
        data={[outside, ...places.filter(({ isSellable }) => !isSellable)]}
        value={form.rejectsTo}
        onChange={(rejectsTo) => set({ rejectsTo: rejectsTo ?? '' })}
      />
      {order.rate === null && order.currency !== order.baseCurrency ? (
        <DecimalInput
          label={t('receiving.screen.rate', { from: order.currency, to: order.baseCurrency })}
          value={form.rate}
          onChange={(rate) => set({ rate })}
        />
      ) : null}
    </div>
  )
}
