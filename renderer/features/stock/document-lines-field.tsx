// The lines of a stock document to write: product, quantity, batch, place in the place, cost. Enter goes down, a scanner's
// Enter takes the product and goes on to its quantity.
import { Button } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { focusRow, moveDown } from '#renderer/ui/move-in-table.ts'
import { rowErrors } from '#renderer/ui/record-form/form-rows.ts'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { Decimal } from '#shared/decimal.ts'
import type { FormKind } from './form-kinds.ts'
import { type LineColumns, lineColumns } from './line-columns.ts'
import { LineRow } from './line-row.tsx'
import classes from './stock.module.css'
import { lineCost, newStockLine, type StockForm } from './stock-form-values.ts'
import { useLineChanges } from './use-line-changes.ts'
import type { PlaceChoice } from './use-places.ts'

type LinesProps = {
  kind: FormKind
  form: UseFormReturnType<StockForm>
  places: readonly PlaceChoice[]
  title: string
  hint?: string | undefined
  tools?: ReactNode
}

export function DocumentLinesField({ kind, form, places, title, hint, tools }: LinesProps) {
  const { t } = useText()
  const { lines } = form.values
  const columns = lineColumns(kind, form.values, places)
  const body = useRef<HTMLTableSectionElement>(null)
  const { change, choose, remove } = useLineChanges(form, (index) => focusSoon(body, index, 1))
  const add = () => {
    form.insertListItem('lines', newStockLine(crypto.randomUUID()))
    focusSoon(body, lines.length, 0)
  }
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.metaKey) return
    // Enter goes on to the next line; it must not post half a document.
    event.preventDefault()
    if (!moveDown(body.current, event.target)) add()
  }
  return (
    <FormSection title={title} {...(hint && { hint })} isWide>
      <div className={classes.tableFrame}>
        <table className={`${classes.table} ${classes.edit}`}>
          <LineHeads columns={columns} />
          <tbody ref={body} onKeyDown={onEnter}>
            {lines.map((line, index) => (
              <LineRow
                key={line.key}
                line={line}
                index={index}
                columns={columns}
                errors={rowErrors(form.errors, `lines.${index}`)}
                onChange={change}
                onChoose={choose}
                onRemove={remove}
              />
            ))}
          </tbody>
          <CostFoot form={form} columns={columns} />
        </table>
      </div>
      <div className={classes.tools}>
        <Button leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
          {t('stock.form.addLine')}
        </Button>
        {tools}
      </div>
    </FormSection>
  )
}

function LineHeads({ columns }: { columns: LineColumns }) {
  const { t } = useText()
  const { currency } = columns
  const heads = [
    { label: t('stock.fields.product') },
    { label: t('stock.fields.quantity'), isNumeric: true },
    columns.hasBatch && { label: t('stock.fields.batch') },
    columns.hasExpiry && { label: t('stock.fields.expiresOn') },
    columns.bins.length > 0 && { label: t('stock.fields.bin') },
    columns.toBins.length > 0 && { label: t('stock.fields.toBin') },
    currency !== null && { label: t('stock.fields.unitCostIn', { currency }), isNumeric: true },
    currency !== null && { label: t('stock.fields.amount'), isNumeric: true },
    columns.origin && { label: t(`stock.fields.origin_${columns.origin}`) },
    columns.hasCondition && { label: t('stock.fields.condition') },
    { label: t('stock.fields.note') },
  ]
  return (
    <thead>
      <tr>
        {heads.map((head) =>
          head ? (
            <th key={head.label} scope="col" data-numeric={('isNumeric' in head && head.isNumeric) || undefined}>
              {head.label}
            </th>
          ) : null,
        )}
        <td />
      </tr>
    </thead>
  )
}

/** The sum to hold against the supplier's invoice. */
function CostFoot({ form, columns }: { form: UseFormReturnType<StockForm>; columns: LineColumns }) {
  const { t, format } = useText()
  const { currency } = columns
  if (currency === null) return null
  const costs = form.values.lines.flatMap((line) => lineCost(line, currency) ?? [])
  if (costs.length === 0) return null
  const sum = costs.reduce((total, cost) => total.plus(cost), new Decimal(0)).toFixed()
  const before = 3 + [columns.hasBatch, columns.hasExpiry, columns.bins.length > 0].filter(Boolean).length
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={before}>
          {t('stock.form.total')}
        </th>
        <td data-numeric>{format.money(sum, currency)}</td>
        <td colSpan={2} />
      </tr>
    </tfoot>
  )
}

function focusSoon(body: { current: HTMLElement | null }, row: number, cell: number): void {
  requestAnimationFrame(() => focusRow(body.current, row, cell))
}
