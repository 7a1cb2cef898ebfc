// When and why something of an order is given back, where its goods go, and what of its freight goes back.
import { Select, TextInput } from '@mantine/core'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { Decimal } from '#shared/decimal.ts'
import type { ToCredit } from '#shared/schemas/credits.ts'
import type { CreditForm } from './credit-form-values.ts'
import classes from './dispatch.module.css'
import { ReasonSelect } from './reason-select.tsx'
import { usePlaces } from './use-places.ts'

type HeadProps = {
  order: ToCredit
  form: CreditForm
  set: (part: Partial<CreditForm>) => void
  problems: Record<string, string>
}

export function CreditHead({ order, form, set, problems }: HeadProps) {
  const { t } = useText()
  return (
    <div className={classes.fields}>
      <DayInput
        label={t('dispatch.credit.on')}
        required
        value={form.on}
        onChange={(on) => set({ on })}
        error={problems.on && fieldMessage(t, problems.on)}
      />
      <ReasonSelect value={form.reason} onChange={(reason) => set({ reason })} />
      <PlaceFields form={form} set={set} />
      <FreightField {...{ order, form, set, problems }} />
      <TextInput
        label={t('dispatch.credit.note')}
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </div>
  )
}

type PlaceForm = Pick<CreditForm, 'warehouseId' | 'secondWarehouseId'> & { rows: readonly { goods: string }[] }

/** Where second quality goes is asked only where something is. */
export function PlaceFields({
  form,
  set,
}: {
  form: PlaceForm
  set: (part: Partial<PlaceForm & { rows: never }>) => void
}) {
  const { t } = useText()
  const places = usePlaces()
  const own = { value: '', label: t('dispatch.credit.ownPlace') }
  return (
    <>
      <Select
        label={t('dispatch.credit.into')}
        allowDeselect={false}
        data={[own, ...places]}
        value={form.warehouseId}
        onChange={(warehouseId) => set({ warehouseId: warehouseId ?? '' })}
      />
      {form.rows.some(({ goods }) => goods === 'second') ? (
        <Select
          label={t('dispatch.credit.second')}
          placeholder={t('dispatch.credit.choose')}
          data={places.filter(({ isSellable }) => !isSellable)}
          value={form.secondWarehouseId || null}
          onChange={(secondWarehouseId) => set({ secondWarehouseId: secondWarehouseId ?? '' })}
        />
      ) : null}
    </>
  )
}

function FreightField({ order, form, set, problems }: HeadProps) {
  const { t, format } = useText()
  if (Number(order.freight) === 0) return null
  const left = new Decimal(order.freight).minus(order.creditedFreight).toFixed()
  return (
    <DecimalInput
      label={t('dispatch.credit.freight')}
      description={t('dispatch.credit.freightLeft', {
        amount: format.money(left, order.currency),
        charged: format.money(order.freight, order.currency),
      })}
      value={form.freight}
      onChange={(freight: string) => set({ freight })}
      error={problems.freight && fieldMessage(t, problems.freight)}
    />
  )
}
