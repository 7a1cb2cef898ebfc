// What was there when the book began: counted once, corrected as often as needed.
import { Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { type FieldProblems, parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { mainPlace } from '#renderer/lib/place-name.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { type OpeningStockInput, openingStockInput, type StockLevels } from '#shared/schemas/stock.ts'
import classes from './stock.module.css'
import { usePlaces } from './use-places.ts'

type Opening = { quantity: string; on: string; warehouseId: string; unitCost: string }

export function OpeningDialog({ levels, onClose }: { levels: StockLevels; onClose: () => void }) {
  const { t, format } = useText()
  const today = useToday()
  const places = usePlaces()
  const [opening, setOpening] = useState<Opening>({
    quantity: numberToText(levels.opening?.quantity ?? null, 'quantity'),
    on: levels.opening?.on ?? today,
    warehouseId: String(mainPlace),
    unitCost: '',
  })
  const [problems, setProblems] = useState<FieldProblems>({})
  const set = (part: Partial<Opening>) => setOpening((before) => ({ ...before, ...part }))
  const wrong = (field: string) => problems[field] && fieldMessage(t, problems[field])
  const saving = useMutation({
    mutationFn: (input: OpeningStockInput) => client.stock.setOpening.mutate(input),
    onSuccess: () => {
      notifications.show({ message: t('stock.opening.done') })
      onClose()
    },
  })
  const submit = () => {
    const reading = readOpening(levels.productId, opening)
    setProblems(reading.ok ? {} : reading.problems)
    if (reading.ok) saving.mutate(reading.value)
  }
  return (
    <FormDialog
      title={t('stock.opening.title')}
      error={saving.error}
      isPending={saving.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('stock.opening.text')}</p>
      <div className={classes.fields}>
        <DecimalInput
          label={t('stock.fields.quantity')}
          required
          unit={unitText(format, levels.unit, 2)}
          value={opening.quantity}
          onChange={(quantity) => set({ quantity })}
          error={wrong('quantity')}
          data-autofocus
        />
        <DayInput
          label={t('stock.fields.on')}
          required
          value={opening.on}
          onChange={(on) => set({ on })}
          error={wrong('on')}
        />
        <Select
          label={t('stock.fields.place')}
          allowDeselect={false}
          data={places}
          value={opening.warehouseId}
          onChange={(warehouseId) => warehouseId && set({ warehouseId })}
        />
        <DecimalInput
          label={t('stock.fields.unitCostIn', { currency: levels.baseCurrency })}
          placeholder={t(levels.opening ? 'stock.opening.costStays' : 'stock.opening.costHint')}
          value={opening.unitCost}
          onChange={(unitCost) => set({ unitCost })}
          error={wrong('unitCost')}
        />
      </div>
    </FormDialog>
  )
}

/** A cost left empty leaves a standing one as it is. */
function readOpening(productId: number, { quantity, on, warehouseId, unitCost }: Opening) {
  const reader = newFieldReader()
  const read = parseFields(openingStockInput, {
    productId,
    quantity: reader.needed('quantity', quantity, 'quantity'),
    on: typedDay(on),
    warehouseId: Number(warehouseId),
    ...(unitCost.trim() !== '' && { unitCost: typedDecimal(unitCost) }),
  })
  const problems = { ...(read.ok ? {} : read.problems), ...reader.problems }
  return read.ok && Object.keys(problems).length === 0 ? read : { ok: false as const, problems }
}
