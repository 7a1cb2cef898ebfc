// The answers to a request as a grid to write in: lines down, suppliers across. Enter goes down a supplier's column.
import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { LeaveGuard } from '#renderer/ui/record-form/leave-guard.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { dueFroms } from '#shared/schemas/purchases.ts'
import type { QuoteRequest, RequestLine } from '#shared/schemas/quote-requests.ts'
import { moveDown } from './move-in-table.ts'
import { LineName, lineWord } from './request-goods.tsx'
import { AnswerStateBadge } from './request-status.tsx'
import classes from './sourcing.module.css'
import { type AnswerColumn, useAnswers } from './use-answers.ts'

export function AnswersGrid({ request }: { request: QuoteRequest }) {
  const { t } = useText()
  const { columns, isUnsaved } = useAnswers(request)
  const body = useRef<HTMLTableSectionElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (!(target instanceof HTMLElement)) return
    if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      columns[columnOf(target)]?.save()
    }
    const isPlain = target instanceof HTMLInputElement && target.getAttribute('role') === null
    if (event.key !== 'Enter' || !isPlain) return
    event.preventDefault()
    moveDown(body.current, target)
  }
  return (
    <section>
      <SectionTitle>{t('sourcing.requests.answers.title')}</SectionTitle>
      <p className="q-quiet">{t('sourcing.requests.answers.hint')}</p>
      <ScrollRegion name={t('sourcing.requests.answers.label')} className={classes.frame ?? ''}>
        <table className={classes.table} aria-label={t('sourcing.requests.answers.title')}>
          <thead>
            <tr>
              <th scope="col">{t('sourcing.requests.compare.line')}</th>
              {columns.map((column) => (
                <th key={column.answer.id} scope="col">
                  <ColumnHead column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            <CurrencyRow columns={columns} />
            {request.lines.map((line) => (
              <GridRow key={line.id} head={<GoodsHead line={line} />} columns={columns}>
                {(column) => <LineCell column={column} line={line} />}
              </GridRow>
            ))}
            <TermRows columns={columns} />
            <GridRow head="" columns={columns}>
              {(column) => <ColumnActions column={column} />}
            </GridRow>
          </tbody>
        </table>
      </ScrollRegion>
      <LeaveGuard isUnsaved={isUnsaved} />
    </section>
  )
}

/** Which supplier's column a field stands in. */
function columnOf(target: HTMLElement): number {
  const cell = target.closest('td')
  return cell?.parentElement ? [...cell.parentElement.children].indexOf(cell) - 1 : -1
}

function ColumnHead({ column: { answer, name } }: { column: AnswerColumn }) {
  return (
    <span className={classes.sideHead}>
      <Link className="q-link" to="/suppliers/$id" params={{ id: String(answer.supplier.id) }}>
        {name}
      </Link>
      <AnswerStateBadge state={answer.state} />
    </span>
  )
}

function GoodsHead({ line }: { line: RequestLine }) {
  const { format } = useText()
  return (
    <>
      <LineName line={line} />
      <span className={classes.quiet}>{quantityText(format, line.quantity, line.unit)}</span>
    </>
  )
}

type RowProps = { head: ReactNode; columns: readonly AnswerColumn[]; children: (column: AnswerColumn) => ReactNode }

function GridRow({ head, columns, children }: RowProps) {
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

function LineCell({ column, line }: { column: AnswerColumn; line: RequestLine }) {
  const { t } = useText()
  const { form, errors, change, mayChange, name } = column
  const label = (key: 'priceOf' | 'minOf') =>
    t('sourcing.requests.answers.field', {
      field: t(`sourcing.requests.answers.${key}`, { item: lineWord(line) }),
      supplier: name,
    })
  return (
    <div className={classes.pair}>
      <DecimalInput
        aria-label={label('priceOf')}
        placeholder={t('sourcing.answer.price')}
        unit={form.currency}
        disabled={!mayChange}
        value={form.prices[line.id] ?? ''}
        error={errors[`prices.${line.id}`]}
        onChange={(price) => change({ prices: { ...form.prices, [line.id]: price } })}
      />
      <DecimalInput
        aria-label={label('minOf')}
        placeholder={t('sourcing.answer.minOrder')}
        disabled={!mayChange}
        value={form.minimums[line.id] ?? ''}
        error={errors[`minimums.${line.id}`]}
        onChange={(least) => change({ minimums: { ...form.minimums, [line.id]: least } })}
      />
    </div>
  )
}

const amounts = ['freight', 'other'] as const
const shares = ['duty', 'vat', 'deposit'] as const
const texts = ['incoterm', 'reference'] as const

/** First, since all that is written below stands in it. */
function CurrencyRow({ columns }: { columns: readonly AnswerColumn[] }) {
  const { t } = useText()
  const field = t('sourcing.answer.currency')
  return (
    <GridRow head={field} columns={columns}>
      {({ form, mayChange, errors, change, name: supplier }) => (
        <CurrencySelect
          aria-label={t('sourcing.requests.answers.field', { field, supplier })}
          disabled={!mayChange}
          error={errors.currency}
          value={form.currency}
          onChange={(currency) => change({ currency })}
        />
      )}
    </GridRow>
  )
}

/** What is answered to the whole, one row for each field. */
function TermRows({ columns }: { columns: readonly AnswerColumn[] }) {
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

function ColumnActions({ column }: { column: AnswerColumn }) {
  const { t } = useText()
  const { answer, name: supplier, mayChange } = column
  if (!mayChange) return null
  return (
    <div className={classes.pair}>
      <WriteGate>
        <Button
          aria-label={t('sourcing.requests.answers.saveOf', { supplier })}
          loading={column.isSaving}
          onClick={column.save}
        >
          {t('sourcing.requests.answers.save')}
        </Button>
      </WriteGate>
      {Object.keys(column.errors).length > 0 ? (
        <span role="alert" className={classes.warn}>
          {t('sourcing.requests.answers.wrong')}
        </span>
      ) : null}
      {answer.state === 'asked' ? (
        <WriteGate>
          <Button
            variant="subtle"
            aria-label={t('sourcing.requests.answers.declineOf', { supplier })}
            onClick={column.decline}
          >
            {t('sourcing.requests.answers.decline')}
          </Button>
        </WriteGate>
      ) : null}
    </div>
  )
}
