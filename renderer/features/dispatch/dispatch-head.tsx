// When goods leave, where from, and by whom.
import { Select, TextInput } from '@mantine/core'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import classes from './dispatch.module.css'
import type { useDispatch } from './use-dispatch.ts'
import { usePlaces } from './use-places.ts'

export function DispatchHead({ dispatch }: { dispatch: ReturnType<typeof useDispatch> }) {
  const { t } = useText()
  const { form, set, problems } = dispatch
  const places = usePlaces()
  return (
    <div className={classes.fields}>
      <DayInput
        label={t('dispatch.screen.on')}
        required
        value={form.on}
        onChange={(on) => set({ on })}
        error={problems.on && fieldMessage(t, problems.on)}
      />
      <Select
        label={t('dispatch.screen.from')}
        allowDeselect={false}
        data={places}
        value={form.warehouseId}
        onChange={(warehouseId) => warehouseId && set({ warehouseId })}
      />
      <PartyPicker
        label={t('dispatch.screen.carrier')}
        partyRole="carrier"
        value={form.carrier}
        onChange={(carrier) => set({ carrier })}
      />
      <TextInput
        label={t('dispatch.screen.tracking')}
        value={form.trackingNumber}
        onChange={(event) => set({ trackingNumber: event.currentTarget.value })}
      />
      <TextInput
        label={t('dispatch.screen.reference')}
        value={form.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      <TextInput
        label={t('dispatch.screen.note')}
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </div>
  )
}
