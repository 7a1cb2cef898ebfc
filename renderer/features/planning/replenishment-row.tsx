// One product: what there is, how long it lasts, what to order and until when. Every figure opens its card.
import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { textToNumber } from '#renderer/lib/typed-number.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { ReplenishmentLine } from '#shared/schemas/replenishment.ts'
import classes from './replenishment.module.css'
import type { ReplenishmentState } from './use-replenishment.ts'

type RowProps = { line: ReplenishmentLine; on: string; state: ReplenishmentState }

export function ReplenishmentRow({ line, on, state }: RowProps) {
  const { t, format, language } = useText()
  const { productId, sku, unit, currency } = line
  const open = () => state.change({ id: productId })
  const quantity = (value: number | null) => (value === null ? null : quantityText(format, value, unit))
  return (
    <tr data-open={state.address.id === productId || undefined}>
      <td className={classes.tick}>
        <Checkbox
          size="xs"
          aria-label={t('replenishment.choose', { sku })}
          checked={state.chosen.has(productId)}
          disabled={line.quantity <= 0}
          onChange={(event) => state.choose([productId], event.currentTarget.checked)}
        />
      </td>
      <td>
        <button type="button" className={`q-explains ${classes.sku}`} onClick={open}>
          {sku}
        </button>
        <span className={classes.name}>{nameIn(language, line)}</span>
        <span className={classes.marks}>
          <Marks line={line} />
        </span>
      </td>
      <Figure onOpen={open} column="position">
        {quantity(line.position)}
      </Figure>
      <Figure onOpen={open}>
        {line.coverDays === null
          ? null
          : t('replenishment.days', { formatted: format.number(Math.floor(line.coverDays)) })}
      </Figure>
      <Figure onOpen={open} tone={line.runsOutBeforeArrival ? 'bad' : undefined}>
        {line.runsOutOn ?? (line.dailyDemand === null ? null : t('replenishment.notWithinYear'))}
      </Figure>
      <Figure onOpen={open} column="reorderPoint">
        {quantity(line.reorderPoint)}
      </Figure>
      <td data-numeric>
        <QuantityField line={line} state={state} />
      </td>
      <td data-numeric data-column="price">
        {line.price === null || currency === null ? '–' : format.money(line.price, currency)}
      </td>
      <td data-numeric>
        {line.total === null || currency === null ? '–' : format.money(line.total, currency)}
        {line.budget === 'too-much' ? <div className={classes.below}>{t('replenishment.budget.tooMuch')}</div> : null}
      </td>
      <Figure onOpen={open} tone={line.isLate ? 'bad' : undefined}>
        {line.orderBy === null
          ? null
          : line.orderBy < on
            ? t('replenishment.late', { day: line.orderBy })
            : line.orderBy}
      </Figure>
    </tr>
  )
}

/** By which rule it is said, where that is not the usual one, and what speaks against the figures. */
function Marks({ line }: { line: ReplenishmentLine }) {
  const { t } = useText()
  return (
    <>
      <StatusBadge tone="outline">
        {line.cell === 'unclassified' ? t('replenishment.unclassified') : line.cell}
      </StatusBadge>
      {line.rule === 'statistics' ? null : <span>{t(`replenishment.rules.${line.rule}`)}</span>}
      {line.notes.map((note) => (
        <span key={note}>{t(`replenishment.notes.${note}`)}</span>
      ))}
    </>
  )
}

type FigureProps = { children: ReactNode; column?: string; tone?: 'bad' | undefined; onOpen: () => void }

function Figure({ children, column, tone, onOpen }: FigureProps) {
  const { t } = useText()
  return (
    <td data-numeric data-column={column}>
      <button type="button" className="q-explains" data-tone={tone} onClick={onOpen}>
        {children ?? <span title={t('replenishment.noData')}>–</span>}
      </button>
    </td>
  )
}

function QuantityField({ line, state }: { line: ReplenishmentLine; state: ReplenishmentState }) {
  const { t, format } = useText()
  const typed = state.typed[line.productId]
  const read = typed === undefined ? null : textToNumber(typed, 'quantity')
  const problem = read === null ? null : 'problem' in read ? read.problem : (read.value ?? 0) < 0 ? 'negative' : null
  const suggested = line.suggested === null ? '' : String(line.suggested)
  return (
    <>
      <DecimalInput
        w={96}
        aria-label={t('replenishment.quantityOf', { sku: line.sku })}
        placeholder={suggested}
        value={typed ?? suggested}
        onChange={(text) => state.type(line.productId, text)}
        error={problem === null ? undefined : fieldMessage(t, problem)}
      />
      {line.isChanged && line.suggested !== null ? (
        <div className={classes.below}>
          {t('replenishment.suggested', { quantity: quantityText(format, line.suggested, line.unit) })}
        </div>
      ) : null}
      {line.warnings.map((warning) => (
        <div key={warning} className={classes.below}>
          {t(`replenishment.warnings.${warning}`, {
            quantity: quantityText(format, (warning === 'below-minimum' ? line.moq : line.multiple) ?? 0, line.unit),
          })}
        </div>
      ))}
    </>
  )
}
