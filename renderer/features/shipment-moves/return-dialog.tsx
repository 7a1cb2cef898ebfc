// Goods are back: as if they had never left, so that the order waits for them again, or taken back by a credit note, line by line.
import { Radio, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { isDay } from '#shared/dates.ts'
import { creditReasons } from '#shared/schemas/orders.ts'
import type { ToArrive } from '#shared/schemas/shipment-moves.ts'
import { returnConditions } from '#shared/schemas/stock-documents.ts'
import { CountedLines } from './counted-lines.tsx'
import { newReturnValues, type ReturnValues, readReturn } from './return-values.ts'
import classes from './shipment-moves.module.css'
import type { StepProps } from './step-dialogs.tsx'
import { usePlaces } from './use-places.ts'
import { useTakeStep } from './use-step.ts'

export function ReturnDialog({ id, onClose }: StepProps) {
  const query = useQuery({ ...trpc.shipments.toArrive.queryOptions({ id }), refetchOnMount: 'always' })
  const fresh = { ...query, data: query.isFetchedAfterMount ? query.data : undefined }
  return <QueryState query={fresh}>{(shipment) => <ReturnForm shipment={shipment} onClose={onClose} />}</QueryState>
}

function ReturnForm({ shipment, onClose }: { shipment: ToArrive; onClose: () => void }) {
  const { t } = useText()
  const today = useToday()
  const [values, setValues] = useState(() => newReturnValues(shipment, today))
  const set = (part: Partial<ReturnValues>) => setValues((before) => ({ ...before, ...part }))
  const { input, problems } = readReturn(shipment, values)
  const taking = useTakeStep({
    mutate: client.shipments.takeReturn.mutate,
    done: ({ number }) => t('shipments.moves.cameBack', { number }),
    onClose,
  })
  const isOver = shipment.hasArrived || (!shipment.canReopen && shipment.returns.every(({ open }) => open === 0))
  return (
    <FormDialog
      title={t('shipments.moves.returnTitle', { number: shipment.number })}
      action={t('shipments.moves.takeIn')}
      size="xl"
      error={taking.error}
      isPending={taking.isPending}
      isDisabled={isOver || input === null}
      onSubmit={() => input && taking.mutate(input)}
      onClose={onClose}
    >
      {isOver ? (
        <EmptyState title={t('shipments.moves.allBack')} />
      ) : (
        <>
          <How {...{ shipment, values, set }} />
          <ReturnFields {...{ values, set }} />
          {values.as === 'credit' ? <ReturnLines {...{ shipment, values, set, problems }} /> : null}
        </>
      )}
    </FormDialog>
  )
}

type PartProps = { shipment: ToArrive; values: ReturnValues; set: (part: Partial<ReturnValues>) => void }

function How({ shipment, values, set }: PartProps) {
  const { t } = useText()
  return (
    <Radio.Group
      label={t('shipments.moves.how')}
      value={values.as}
      onChange={(as) => set({ as: as as ReturnValues['as'] })}
    >
      <div className={classes.choices}>
        <Radio
          value="reopen"
          disabled={!shipment.canReopen}
          label={t('shipments.moves.asReopen')}
          description={shipment.canReopen ? undefined : t('shipments.moves.noReopen')}
          data-autofocus={shipment.canReopen || undefined}
        />
        <Radio value="credit" label={t('shipments.moves.asCredit')} data-autofocus={!shipment.canReopen || undefined} />
      </div>
    </Radio.Group>
  )
}

function ReturnFields({ values, set }: Omit<PartProps, 'shipment'>) {
  const { t } = useText()
  const places = usePlaces()
  const reasons = creditReasons.filter((reason) => reason !== '')
  const hasSecond = Object.values(values.rows).some(({ condition }) => condition === 'second')
  return (
    <div className={classes.fields}>
      <DayInput
        label={t('shipments.moves.backOn')}
        required
        value={values.on}
        onChange={(on) => set({ on })}
        error={!isDay(typedDay(values.on)) && fieldMessage(t, 'day')}
      />
      {values.as === 'credit' ? (
        <Select
          label={t('shipments.moves.reason')}
          allowDeselect={false}
          data={reasons.map((reason) => ({ value: reason, label: t(`orders.creditReasons.${reason}`) }))}
          value={values.reason}
          onChange={(reason) => reason && set({ reason: reason as ReturnValues['reason'] })}
        />
      ) : null}
      {values.as === 'credit' && hasSecond ? (
        <Select
          label={t('shipments.moves.secondTo')}
          data={places.filter(({ isSellable }) => !isSellable)}
          value={values.secondWarehouseId || null}
          onChange={(secondWarehouseId) => set({ secondWarehouseId: secondWarehouseId ?? '' })}
        />
      ) : null}
      <TextInput
        label={t('shipments.moves.note')}
        value={values.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </div>
  )
}

type LinesProps = PartProps & { problems: Readonly<Record<string, string>> }

function ReturnLines({ shipment, values, set, problems }: LinesProps) {
  const { t } = useText()
  const change = (key: number, part: Partial<ReturnValues['rows'][number]>) => {
    const before = values.rows[key]
    if (before) set({ rows: { ...values.rows, [key]: { ...before, ...part } } })
  }
  return (
    <CountedLines
      heads={[t('shipments.moves.inside'), t('shipments.moves.mayReturn')]}
      asked={t('shipments.moves.back')}
      moreHead={t('shipments.moves.condition')}
      onChange={(key, quantity) => change(Number(key), { quantity })}
      lines={shipment.returns.map(({ orderLineId, orderNumber, quantity, open, ...words }, index) => ({
        ...{ ...words, key: String(orderLineId), of: orderNumber, figures: [quantity, open] },
        typed: values.rows[orderLineId]?.quantity ?? '',
        problem: problems[`${orderLineId}.quantity`],
        isFixed: open === 0,
        more: (
          <Select
            w={170}
            aria-label={t('shipments.moves.of', { field: t('shipments.moves.condition'), number: index + 1 })}
            allowDeselect={false}
            data={returnConditions.map((value) => ({ value, label: t(`shipments.moves.conditions.${value}`) }))}
            value={values.rows[orderLineId]?.condition ?? 'stock'}
            onChange={(condition) => condition && change(orderLineId, { condition: condition as 'stock' })}
          />
        ),
      }))}
    />
  )
}
