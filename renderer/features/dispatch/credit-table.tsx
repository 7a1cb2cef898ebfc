// The lines of an order as they are credited: how many, or how much, and what becomes of the goods.
import { Select } from '@mantine/core'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { Decimal } from '#shared/decimal.ts'
import type { ToCredit, ToCreditLine } from '#shared/schemas/credits.ts'
import { returnConditions } from '#shared/schemas/stock-documents.ts'
import type { CreditForm, CreditRow, GoodsKind } from './credit-form-values.ts'
import classes from './dispatch.module.css'

type TableProps = {
  order: ToCredit
  form: CreditForm
  change: (lineId: number, part: Partial<CreditRow>) => void
  problems: Record<string, string>
}

export function CreditTable({ order, form, change, problems }: TableProps) {
  const { t } = useText()
  return (
    <div className={classes.tableFrame}>
      <table className={`${classes.table} ${classes.edit}`}>
        <TableHead
          heads={[
            t('dispatch.credit.product'),
            { numeric: t('dispatch.credit.outThere') },
            { numeric: t('dispatch.credit.left') },
            { numeric: t('dispatch.credit.quantity') },
            { numeric: t('dispatch.credit.amount') },
            t('dispatch.credit.goods'),
          ]}
        />
        <tbody>
          {form.rows.map((row, index) => {
            const line = order.lines.find(({ lineId }) => lineId === row.lineId)
            return line ? <Row key={row.lineId} {...{ row, line, order, change, problems }} number={index + 1} /> : null
          })}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = Omit<TableProps, 'form'> & { row: CreditRow; line: ToCreditLine; number: number }

function Row({ row, line, order, change, problems, number }: RowProps) {
  const { t, format, language } = useText()
  const label = (field: string) => t('dispatch.credit.of', { field, number })
  const wrong = (field: string) => {
    const code = problems[`${row.lineId}.${field}`]
    return code && fieldMessage(t, code)
  }
  const left = new Decimal(line.total).minus(line.credited).toFixed()
  return (
    <tr>
      <td className={classes.what}>
        {line.sku} <span className="q-quiet">{line.description || nameIn(language, line)}</span>
      </td>
      <td data-numeric className={classes.figure}>
        {quantityText(format, line.returnable, line.unit)}
      </td>
      <td data-numeric className={classes.figure}>
        {format.number(line.creditable)} <span className="q-quiet">{format.money(left, order.currency)}</span>
      </td>
      <td>
        <DecimalInput
          w={96}
          ml="auto"
          aria-label={label(t('dispatch.credit.quantity'))}
          value={row.quantity}
          onChange={(quantity: string) => change(row.lineId, { quantity })}
          error={wrong('quantity')}
          autoFocus={number === 1}
        />
      </td>
      <td>
        <DecimalInput
          w={110}
          ml="auto"
          aria-label={label(t('dispatch.credit.amount'))}
          placeholder={t('dispatch.credit.amountHint')}
          value={row.amount}
          onChange={(amount: string) => change(row.lineId, { amount })}
          error={wrong('amount')}
        />
      </td>
      <td>
        <GoodsSelect
          label={label(t('dispatch.credit.goods'))}
          canComeBack={line.returnable > 0}
          value={row.goods}
          onChange={(goods) => change(row.lineId, { goods })}
        />
      </td>
    </tr>
  )
}

type GoodsProps = { label: string; canComeBack: boolean; value: GoodsKind; onChange: (goods: GoodsKind) => void }

export function GoodsSelect({ label, canComeBack, value, onChange }: GoodsProps) {
  const { t } = useText()
  const kinds: readonly GoodsKind[] = ['none', ...returnConditions]
  return (
    <Select
      w={150}
      aria-label={label}
      allowDeselect={false}
      disabled={!canComeBack}
      data={kinds.map((kind) => ({ value: kind, label: t(`dispatch.credit.goodsKinds.${kind}`) }))}
      value={value}
      onChange={(goods) => goods && onChange(goods as GoodsKind)}
    />
  )
}
