// A charge that came later than the goods, with how it would be split before it is posted.
import { Button, Group, Modal, Select, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { fieldMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { type FieldProblems, parseFields } from '#renderer/lib/field-problems.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import {
  type ChargeKind,
  type ChargePreview,
  type ChargeSplit,
  chargeKinds,
  chargeSplits,
  type LandedCostInput,
  landedCostInput,
} from '#shared/schemas/costing.ts'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'
import classes from './stock.module.css'

type Charge = {
  on: string
  kind: ChargeKind
  splitBy: ChargeSplit
  amount: string
  currency: string
  rate: string
  divisor: string
  parts: Record<number, string>
  party: PickerOption | null
  reference: string
}

export function ChargeDialog({ document, onClose }: { document: StockDocument; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const { charge, set, reading, problems, show } = useCharge(document)
  const preview = useQuery({
    ...trpc.costing.previewLandedCost.queryOptions(reading.ok ? reading.value : ({} as LandedCostInput)),
    enabled: reading.ok,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const posting = useMutation({
    mutationFn: (input: LandedCostInput) => client.costing.postLandedCost.mutate(input),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('stock.charges.posted'), operationId)
      onClose()
    },
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    show()
    if (reading.ok) posting.mutate(reading.value)
  }
  const failure = posting.error ?? (reading.ok ? preview.error : null)
  return (
    <Modal opened onClose={onClose} title={t('stock.charges.add')} size="lg">
      <form onSubmit={onSubmit} noValidate>
        <ChargeFields charge={charge} set={set} problems={problems} />
        {charge.splitBy === 'by_hand' ? <HandParts document={document} charge={charge} set={set} /> : null}
        {failure ? <Notice tone="bad">{wholeMessage(t, failure)}</Notice> : null}
        {reading.ok && preview.data && !failure ? <Split preview={preview.data} /> : null}
        <Group justify="flex-end" mt="md" gap="sm">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={posting.isPending}>
            {t('stock.charges.post')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

function useCharge(document: StockDocument) {
  const today = useToday()
  const { baseCurrency } = useBook()
  const [isShown, setShown] = useState(false)
  const [charge, setCharge] = useState<Charge>({
    ...{ on: today, kind: 'freight', splitBy: 'value', amount: '', currency: baseCurrency, rate: '', divisor: '6000' },
    ...{ parts: {}, party: null, reference: '' },
  })
  const set = (part: Partial<Charge>) => setCharge((before) => ({ ...before, ...part }))
  const reading = readCharge(document, charge, baseCurrency)
  return { charge, set, reading, problems: isShown && !reading.ok ? reading.problems : {}, show: () => setShown(true) }
}

function readCharge(document: StockDocument, charge: Charge, base: string) {
  const { party, parts, divisor, ...rest } = charge
  return parseFields(landedCostInput, {
    ...rest,
    documentId: document.id,
    on: typedDay(charge.on),
    amount: typedDecimal(charge.amount),
    rate: charge.currency === base ? '' : typedDecimal(charge.rate),
    divisor: Number(divisor) || 0,
    partyId: party?.id ?? null,
    parts:
      charge.splitBy === 'by_hand'
        ? Object.entries(parts).map(([id, amount]) => ({ movementId: Number(id), amount: typedDecimal(amount) || '0' }))
        : [],
  })
}

type FieldsProps = { charge: Charge; set: (part: Partial<Charge>) => void; problems: FieldProblems }

function ChargeFields({ charge, set, problems }: FieldsProps) {
  const { t } = useText()
  const { baseCurrency } = useBook()
  const wrong = (field: string) => problems[field] && fieldMessage(t, problems[field])
  return (
    <div className={classes.fields}>
      <Select
        label={t('stock.charges.kind')}
        data-autofocus
        allowDeselect={false}
        data={chargeKinds.map((value) => ({ value, label: t(`stock.charges.kinds.${value}`) }))}
        value={charge.kind}
        onChange={(kind) => kind && set({ kind: kind as ChargeKind })}
      />
      <DecimalInput
        label={t('stock.fields.amount')}
        required
        value={charge.amount}
        onChange={(amount) => set({ amount })}
        error={wrong('amount')}
      />
      <CurrencySelect
        label={t('stock.fields.currency')}
        value={charge.currency}
        onChange={(currency) => set({ currency })}
        error={wrong('currency')}
      />
      {charge.currency === baseCurrency ? null : (
        <DecimalInput
          label={t('stock.fields.rateOf', { from: charge.currency, to: baseCurrency })}
          placeholder={t('stock.hints.rate')}
          value={charge.rate}
          onChange={(rate) => set({ rate })}
          error={wrong('rate')}
        />
      )}
      <Select
        label={t('stock.charges.split')}
        allowDeselect={false}
        data={chargeSplits.map((value) => ({ value, label: t(`stock.charges.splits.${value}`) }))}
        value={charge.splitBy}
        onChange={(splitBy) => splitBy && set({ splitBy: splitBy as ChargeSplit })}
      />
      {charge.splitBy === 'chargeable_weight' ? (
        <DecimalInput
          label={t('stock.charges.divisor')}
          unit="cm³/kg"
          value={charge.divisor}
          onChange={(divisor) => set({ divisor })}
          error={wrong('divisor')}
        />
      ) : null}
      <DayInput
        label={t('stock.fields.on')}
        required
        value={charge.on}
        onChange={(on) => set({ on })}
        error={wrong('on')}
      />
      <PartyPicker
        partyRole="supplier"
        label={t('stock.charges.party')}
        value={charge.party}
        onChange={(party) => set({ party })}
      />
      <TextInput
        label={t('stock.fields.reference')}
        value={charge.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
        error={wrong('reference')}
      />
    </div>
  )
}

/** The parts in the charge's own currency; together they make the charge. */
function HandParts({ document, charge, set }: Omit<FieldsProps, 'problems'> & { document: StockDocument }) {
  const { t } = useText()
  const lines = document.lines.filter(({ reversesId, reversedById }) => reversesId === null && reversedById === null)
  return (
    <div className={classes.fields}>
      {lines.map((line) => (
        <DecimalInput
          key={line.movementId}
          label={[line.sku, line.batch].filter(Boolean).join(' · ')}
          unit={charge.currency}
          value={charge.parts[line.movementId] ?? ''}
          onChange={(amount) => set({ parts: { ...charge.parts, [line.movementId]: amount } })}
          aria-description={t('stock.charges.splits.by_hand')}
        />
      ))}
    </div>
  )
}

function Split({ preview }: { preview: ChargePreview }) {
  const { t, format } = useText()
  const money = (amount: string | null) =>
    amount === null ? t('common.noData') : format.amount(amount, preview.baseCurrency)
  return (
    <table className={classes.table}>
      <caption className={classes.muted}>
        {t('stock.charges.preview', {
          amount: format.money(preview.baseAmount, preview.baseCurrency),
          rate: format.number(preview.rate),
          day: preview.rateOn,
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('stock.fields.product')}</th>
          <th scope="col" data-numeric>
            {t('stock.fields.quantity')}
          </th>
          <th scope="col" data-numeric>
            {t('stock.charges.share')}
          </th>
          <th scope="col" data-numeric>
            {t('stock.charges.toStock')}
          </th>
          <th scope="col" data-numeric>
            {t('stock.charges.toSold')}
          </th>
        </tr>
      </thead>
      <tbody>
        {preview.shares.map((share) => (
          <tr key={share.movementId}>
            <td>{share.sku}</td>
            <td data-numeric>{quantityText(format, share.quantity, share.unit)}</td>
            <td data-numeric>{money(share.amount)}</td>
            <td data-numeric>{money(share.toStock)}</td>
            <td data-numeric>{money(share.toSold)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
