// The fields of a charge, and its parts where they are written by hand.
import { Select, TextInput } from '@mantine/core'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import type { FieldProblems } from '#renderer/lib/field-problems.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import { type ChargeKind, type ChargeSplit, chargeKinds, chargeSplits } from '#shared/schemas/costing.ts'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'
import classes from './stock.module.css'
import type { Charge } from './use-charge.ts'

type FieldsProps = { charge: Charge; set: (part: Partial<Charge>) => void; problems: FieldProblems }

export function ChargeFields({ charge, set, problems }: FieldsProps) {
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
export function HandParts({ document, charge, set }: Omit<FieldsProps, 'problems'> & { document: StockDocument }) {
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
