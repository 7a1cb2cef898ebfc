// The lines of a credit without an order.
import { ActionIcon, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { GoodsSelect } from './credit-table.tsx'
import classes from './dispatch.module.css'
import type { FreeCreditForm, FreeRow } from './free-credit-values.ts'

type TableProps = {
  form: FreeCreditForm
  set: (part: Partial<FreeCreditForm>) => void
  problems: Record<string, string>
}

const columns = ['product', 'description', 'quantity', 'amount', 'tax', 'goods'] as const
const numeric: readonly string[] = ['quantity', 'amount', 'tax']

export function FreeCreditTable({ form, set, problems }: TableProps) {
  const { t } = useText()
  const change = (key: string, part: Partial<FreeRow>) =>
    set({ rows: form.rows.map((row) => (row.key === key ? { ...row, ...part } : row)) })
  const remove = (key: string) => set({ rows: form.rows.filter((row) => row.key !== key) })
  return (
    <div className={classes.tableFrame}>
      <table className={`${classes.table} ${classes.edit}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-numeric={numeric.includes(column) || undefined}>
                {t(`dispatch.credit.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {form.rows.map((row, index) => (
            <Row
              key={row.key}
              {...{ row, problems, change }}
              number={index + 1}
              onRemove={form.rows.length > 1 ? () => remove(row.key) : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = {
  row: FreeRow
  problems: Record<string, string>
  change: (key: string, part: Partial<FreeRow>) => void
  number: number
  onRemove: (() => void) | null
}

function Row({ row, problems, change, number, onRemove }: RowProps) {
  const { t } = useText()
  const label = (field: (typeof columns)[number]) =>
    t('dispatch.credit.of', { field: t(`dispatch.credit.${field}`), number })
  const numberField = (field: 'quantity' | 'amount' | 'taxPercent', width: number) => {
    const code = problems[`${row.key}.${field}`]
    return (
      <DecimalInput
        w={width}
        ml="auto"
        aria-label={label(field === 'taxPercent' ? 'tax' : field)}
        value={row[field]}
        onChange={(text: string) => change(row.key, { [field]: text })}
        error={code && fieldMessage(t, code)}
      />
    )
  }
  return (
    <tr>
      <td>
        <ProductPicker
          w={200}
          dropdownWidth={340}
          aria-label={label('product')}
          value={row.product}
          onChange={(product) => change(row.key, { product })}
        />
      </td>
      <td>
        <TextInput
          w={220}
          aria-label={label('description')}
          value={row.description}
          onChange={(event) => change(row.key, { description: event.currentTarget.value })}
        />
      </td>
      <td>{numberField('quantity', 90)}</td>
      <td>{numberField('amount', 110)}</td>
      <td>{numberField('taxPercent', 80)}</td>
      <td>
        <GoodsSelect
          label={label('goods')}
          canComeBack={row.product !== null}
          value={row.goods}
          onChange={(goods) => change(row.key, { goods })}
        />
      </td>
      <td>
        {onRemove ? (
          <ActionIcon aria-label={t('dispatch.credit.removeLine', { number })} onClick={onRemove}>
            <IconX size={15} stroke={1.5} />
          </ActionIcon>
        ) : null}
      </td>
    </tr>
  )
}
