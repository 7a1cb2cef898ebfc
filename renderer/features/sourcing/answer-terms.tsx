// The rows of an answer that are not of one line: its money, terms, days and words, a supplier in each column.
import { Checkbox, Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { dueFroms } from '#shared/schemas/purchases.ts'
import classes from './sourcing.module.css'
import type { AnswerColumn } from './use-answers.ts'

const amounts = ['freight', 'other'] as const
const shares = ['duty', 'vat', 'deposit'] as const
const texts = ['incoterm', 'place', 'reference', 'note'] as const

type RowProps = { head: ReactNode; columns: readonly AnswerColumn[]; children: (column: AnswerColumn) => ReactNode }

export function GridRow({ head, columns, children }: RowProps) {
  return (
    <tr>
      {head === '' ? <td /> : <th scope="row">{head}</th>}
      {columns.map((column) => (
        <td key={column.answer.id} className={classes.side}>
          {children(column)}
        </td>
      ))}
    </tr>
  )
}

/** First, since all that is written below stands in it: the currency, and its rate where it is not the book's own. */
export function MoneyRows({ columns }: { columns: readonly AnswerColumn[] }) {
  const { t } = useText()
  const { baseCurrency } = useBook()
  const field = t('sourcing.answer.currency')
  const rate = t('sourcing.answer.rate')
  return (
    <>
      <GridRow head={field} columns={columns}>
        {({ form, mayChange, errors, change, name: supplier }) => (
          <CurrencySelect
            aria-label={t('sourcing.requests.answers.field', { field, supplier })}
            disabled={!mayChange}
            error={errors.currency}
            value={form.currency}
            onChange={(currency) => change({ currency, rate: '' })}
          />
        )}
      </GridRow>
      {columns.some(({ form }) => form.currency !== baseCurrency) ? (
        <GridRow head={rate} columns={columns}>
          {({ form, mayChange, errors, change, name: supplier }) =>
            form.currency === baseCurrency ? null : (
              <DecimalInput
                aria-label={t('sourcing.requests.answers.field', { field: rate, supplier })}
                placeholder={t('sourcing.requests.answers.tableRate')}
                title={t('sourcing.requests.answers.rateOf', { from: form.currency, to: baseCurrency })}
                disabled={!mayChange}
                unit={baseCurrency}
                value={form.rate}
                error={errors.rate}
                onChange={(text) => change({ rate: text })}
              />
            )
          }
        </GridRow>
      ) : null}
    </>
  )
}

/** What is answered to the whole, one row for each field. */
export function TermRows({ columns }: { columns: readonly AnswerColumn[] }) {
  const { t } = useText()
  const of = (field: string, { name }: AnswerColumn) => t('sourcing.requests.answers.field', { field, supplier: name })
  const inputOf = (column: AnswerColumn, key: keyof AnswerColumn['form'], label: string) => ({
    'aria-label': of(label, column),
    disabled: !column.mayChange,
    error: column.errors[key],
  })
  const row = (label: string, cell: (column: AnswerColumn) => ReactNode) => (
    <GridRow key={label} head={label} columns={columns}>
      {cell}
    </GridRow>
  )
  const number = (key: 'freight' | 'other' | 'duty' | 'vat' | 'deposit' | 'leadTimeDays' | 'dueDays', unit?: string) =>
    row(t(`sourcing.answer.${key}`), (column) => (
      <DecimalInput
        {...inputOf(column, key, t(`sourcing.answer.${key}`))}
        unit={unit ?? column.form.currency}
        value={column.form[key]}
        onChange={(text) => column.change({ [key]: text })}
      />
    ))
  const days = t('sourcing.requests.answers.days')
  return (
    <>
      {amounts.map((key) => number(key))}
      {shares.slice(0, 2).map((key) => number(key, '%'))}
      {row(t('sourcing.answer.vatIncluded'), (column) => (
        <Checkbox
          {...inputOf(column, 'vatIncluded', t('sourcing.answer.vatIncluded'))}
          checked={column.form.vatIncluded}
          onChange={(event) => column.change({ vatIncluded: event.currentTarget.checked })}
        />
      ))}
      {number('leadTimeDays', days)}
      {number('deposit', '%')}
      {row(t('sourcing.answer.dueFrom'), (column) => (
        <Select
          {...inputOf(column, 'dueFrom', t('sourcing.answer.dueFrom'))}
          allowDeselect={false}
          data={dueFroms.map((value) => ({ value, label: t(`suppliers.dueFroms.${value}`) }))}
          value={column.form.dueFrom}
          onChange={(value) => column.change({ dueFrom: dueFroms.find((one) => one === value) ?? 'receipt' })}
        />
      ))}
      {number('dueDays', days)}
      {row(t('sourcing.answer.validTo'), (column) => (
        <DayInput
          {...inputOf(column, 'validTo', t('sourcing.answer.validTo'))}
          value={column.form.validTo}
          onChange={(validTo) => column.change({ validTo })}
        />
      ))}
      {row(t('sourcing.answer.answeredAt'), (column) => (
        <TextInput
          {...inputOf(column, 'answeredAt', t('sourcing.answer.answeredAt'))}
          placeholder={t('sourcing.requests.answers.now')}
          value={column.form.answeredAt}
          onChange={(event) => column.change({ answeredAt: event.currentTarget.value })}
        />
      ))}
      {texts.map((key) =>
        row(t(`sourcing.answer.${key}`), (column) => (
          <TextInput
            {...inputOf(column, key, t(`sourcing.answer.${key}`))}
            value={column.form[key]}
            onChange={(event) => column.change({ [key]: event.currentTarget.value })}
          />
        )),
      )}
    </>
  )
}
