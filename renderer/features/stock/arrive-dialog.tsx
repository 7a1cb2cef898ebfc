// What arrived of a transfer, line by line; or, of what never will, why not. What is left out stays on its way.
import { Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { numberToText } from '#renderer/lib/typed-number.ts'
import { quantityText, unitText } from '#renderer/lib/unit-text.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { asDay, isDay } from '#shared/dates.ts'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'
import type { StockPosting } from '#shared/schemas/stock-postings.ts'
import { useLaterFigures } from './later-figures.tsx'
import { postLookingFirst } from './post-stock.ts'
import { type ArrivalEntry, blankEntry, readArrival } from './read-arrival.ts'
import classes from './stock.module.css'
import { usePlaces } from './use-places.ts'

type Way = 'arrive' | 'settle'
type ArriveDialogProps = { document: StockDocument; way: Way; onClose: () => void }

const settleReasons = ['lost', 'damaged', 'other'] as const

export function ArriveDialog({ document, way, onClose }: ArriveDialogProps) {
  const { t } = useText()
  const form = useArrival({ document, way, onClose })
  const { state, set, problems, saving, later } = form
  const place = placeName(t, { id: document.toWarehouseId ?? 0, name: document.toWarehouse })
  const failure = saving.error && failureOf(saving.error).code !== 'stock/not-posted' ? saving.error : null
  return (
    <>
      <FormDialog
        title={t(`stock.${way}.title`, { place })}
        action={t(`stock.${way}.post`)}
        size="lg"
        error={failure}
        isPending={saving.isPending}
        onSubmit={form.submit}
        onClose={onClose}
      >
        <p>{t(`stock.${way}.text`)}</p>
        <div className={classes.bar}>
          <DayInput
            label={t('stock.fields.on')}
            required
            value={state.on}
            onChange={(on) => set({ on })}
            error={problems.on && fieldMessage(t, problems.on)}
            data-autofocus
          />
          {way === 'settle' ? (
            <>
              <Select
                label={t('stock.fields.reason')}
                allowDeselect={false}
                data={settleReasons.map((value) => ({ value, label: t(`stock.reasons.${value}`) }))}
                value={state.reason}
                onChange={(reason) => reason && set({ reason: reason as typeof state.reason })}
              />
              <TextInput
                label={t('stock.fields.note')}
                value={state.note}
                onChange={(event) => set({ note: event.currentTarget.value })}
              />
            </>
          ) : null}
        </div>
        <ArrivalLines form={form} way={way} warehouseId={document.toWarehouseId} />
      </FormDialog>
      {later.dialog}
    </>
  )
}

type LinesProps = { form: ReturnType<typeof useArrival>; way: Way; warehouseId: number | null }

function ArrivalLines({ form, way, warehouseId }: LinesProps) {
  const { t, format } = useText()
  const bins = usePlaces().find(({ value }) => value === String(warehouseId))?.bins ?? []
  const { open, state, setEntry, problems } = form
  const hasBins = way === 'arrive' && bins.length > 0
  return (
    <table className={`${classes.table} ${classes.edit}`}>
      <thead>
        <tr>
          <th scope="col">{t('stock.fields.product')}</th>
          <th scope="col" data-numeric>
            {t('stock.transit.open')}
          </th>
          <th scope="col">{t(way === 'arrive' ? 'stock.arrive.quantity' : 'stock.settle.quantity')}</th>
          {hasBins ? <th scope="col">{t('stock.fields.bin')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {open.map((line, index) => {
          const entry = state.entries[line.movementId] ?? blankEntry
          const problem = problems[`lines.${index}.quantity`]
          return (
            <tr key={line.movementId}>
              <td className={classes.wide}>
                {line.sku} <span className="q-quiet">{line.batch}</span>
              </td>
              <td data-numeric className={classes.amount}>
                {quantityText(format, line.open, line.unit)}
              </td>
              <td>
                <DecimalInput
                  w={120}
                  aria-label={t('stock.form.of', { field: t('stock.fields.quantity'), number: index + 1 })}
                  unit={unitText(format, line.unit, 2)}
                  value={entry.quantity}
                  onChange={(quantity) => setEntry(line.movementId, { quantity })}
                  error={problem && fieldMessage(t, problem)}
                />
              </td>
              {hasBins ? (
                <td>
                  <Select
                    w={110}
                    clearable
                    aria-label={t('stock.form.of', { field: t('stock.fields.bin'), number: index + 1 })}
                    data={bins}
                    value={entry.binId}
                    onChange={(binId) => setEntry(line.movementId, { binId })}
                  />
                </td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function useArrival({ document, way, onClose }: ArriveDialogProps) {
  const text = useText()
  const { t } = text
  const today = useToday()
  const later = useLaterFigures()
  const open = document.transit.filter((line) => line.open > 0)
  const [state, setState] = useState({
    on: today as string,
    reason: 'lost' as (typeof settleReasons)[number],
    note: '',
    entries: Object.fromEntries(
      open.map((line): [number, ArrivalEntry] => [
        line.movementId,
        { ...blankEntry, quantity: numberToText(line.open, 'quantity') },
      ]),
    ),
  })
  const [problems, setProblems] = useState<Record<string, string>>({})
  const set = (part: Partial<typeof state>) => setState((before) => ({ ...before, ...part }))
  const setEntry = (id: number, part: Partial<ArrivalEntry>) =>
    set({ entries: { ...state.entries, [id]: { ...(state.entries[id] ?? blankEntry), ...part } } })
  const saving = useMutation({
    mutationFn: (posting: StockPosting) => postLookingFirst(posting, today, later.ask),
    onSuccess: ({ result, operationId }) => {
      sayUndoable(text, t(`stock.${way}.done`, { number: result.number }), operationId)
      onClose()
    },
  })
  const submit = () => {
    const read = readArrival(open, state)
    setProblems(read.problems)
    if (Object.keys(read.problems).length > 0 || !isDay(state.on)) return
    const common = { documentId: document.id, on: asDay(state.on) }
    const lines = read.lines.map(({ binId, ...line }) => (way === 'arrive' ? { ...line, binId } : line))
    const posting =
      way === 'arrive'
        ? { kind: 'arrive', input: { ...common, lines } }
        : { kind: 'settleTransit', input: { ...common, reason: state.reason, note: state.note, lines } }
    saving.mutate(posting as StockPosting)
  }
  return { open, state, set, setEntry, problems, saving, submit, later }
}
