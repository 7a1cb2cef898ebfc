// The lines of an order to write: product, quantity, price, discount, tax, day, and the money that results while typing.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useCallback, useRef } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { focusRow, moveDown } from '#renderer/ui/move-in-table.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { looksSame, rowErrors, useRowChanges } from '#renderer/ui/record-form/form-rows.ts'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { minorToDecimal } from '#shared/money.ts'
import { linesMoney } from './order-form-money.ts'
import { OrderFormTotals } from './order-form-totals.tsx'
import { newOrderLine, type OrderForm, type OrderLineForm } from './order-form-values.ts'
import classes from './orders.module.css'

type OrderLinesFieldProps = { form: UseFormReturnType<OrderForm>; isConfirmed: boolean }

export function OrderLinesField({ form, isConfirmed }: OrderLinesFieldProps) {
  const { t, format } = useText()
  const { lines, currency } = form.values
  const money = linesMoney(form.values)
  const body = useRef<HTMLTableSectionElement>(null)
  const add = () => {
    form.insertListItem('lines', newOrderLine(crypto.randomUUID(), lines.at(-1)?.taxPercent))
    requestAnimationFrame(() => focusRow(body.current, lines.length, 0))
  }
  const { change, choose, remove } = useLineChanges(form)
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.metaKey) return
    // Enter goes on to the next line; it must not save half an order.
    event.preventDefault()
    if (!moveDown(body.current, event.target)) add()
  }
  return (
    <FormSection title={t('orders.sections.lines')} isWide>
      <div className={classes.tableFrame}>
        <table className={`${classes.table} ${classes.edit}`}>
          <LineHeads isConfirmed={isConfirmed} />
          <tbody ref={body} onKeyDown={onEnter}>
            {lines.map((line, index) => (
              <LineRow
                key={line.key}
                line={line}
                isConfirmed={isConfirmed}
                index={index}
                amount={amountText(format, money[index], currency)}
                errors={rowErrors(form.errors, `lines.${index}`)}
                onChange={change}
                onChoose={choose}
                onRemove={remove}
              />
            ))}
          </tbody>
          <OrderFormTotals form={form} span={isConfirmed ? 8 : 7} />
        </table>
      </div>
      <div>
        <Button leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
          {t('orders.lines.add')}
        </Button>
      </div>
    </FormSection>
  )
}

function LineHeads({ isConfirmed }: { isConfirmed: boolean }) {
  const { t } = useText()
  return (
    <thead>
      <tr>
        <th scope="col">{t('orders.fields.product')}</th>
        <th scope="col">{t('orders.fields.description')}</th>
        <th scope="col" data-numeric>
          {t('orders.fields.quantity')}
        </th>
        {isConfirmed ? (
          <th scope="col" data-numeric>
            {t('orders.fields.cancelled')}
          </th>
        ) : null}
        <th scope="col" data-numeric>
          {t('orders.fields.unitPrice')}
        </th>
        <th scope="col" data-numeric>
          {t('orders.fields.discount')}
        </th>
        <th scope="col" data-numeric>
          {t('orders.fields.taxPercent')}
        </th>
        <th scope="col">{t('orders.fields.due')}</th>
        <th scope="col" data-numeric>
          {t('orders.fields.lineTotal')}
        </th>
        <td />
      </tr>
    </thead>
  )
}

function useLineChanges(form: UseFormReturnType<OrderForm>) {
  const latest = useRef(form)
  latest.current = form
  const { change, remove } = useRowChanges(form, 'lines')
  const choose = useCallback(
    async (index: number, product: PickerOption | null) => {
      change(index, { product })
      if (!product) return
      const found = await client.products.get.query({ id: product.id }).catch(() => null)
      const { lines, currency } = latest.current.getValues()
      const line = lines[index]
      // Only a price in the order's own currency is taken over, and none that was typed is overwritten.
      if (line?.product?.id !== product.id || line.unitPrice.trim() !== '' || found?.price?.currency !== currency)
        return
      change(index, { unitPrice: found.price.amount })
    },
    [change],
  )
  return { change, choose, remove }
}

type Format = ReturnType<typeof useText>['format']

/** As text, so that a row is drawn again only when it says something else. */
function amountText(format: Format, money: { totalMinor: number } | null | undefined, currency: string): string {
  return money ? format.amount(minorToDecimal(money.totalMinor, currency), currency) : ''
}

type LineRowProps = {
  line: OrderLineForm
  isConfirmed: boolean
  index: number
  amount: string
  errors: string
  onChange: (index: number, part: Partial<OrderLineForm>) => void
  onChoose: (index: number, product: PickerOption | null) => void
  onRemove: (index: number) => void
}

type Figure = 'quantity' | 'cancelled' | 'unitPrice' | 'discountPercent' | 'taxPercent'

const LineRow = memo(function LineRow(props: LineRowProps) {
  const { line, isConfirmed, index, amount, errors, onChange, onChoose, onRemove } = props
  const { t } = useText()
  const number = index + 1
  const wrong = JSON.parse(errors) as Record<string, string>
  const label = (field: string) => t('orders.lines.of', { field, number })
  const figure = (key: Figure, name: string, width: number) => (
    <td>
      <DecimalInput
        w={width}
        aria-label={label(name)}
        value={line[key]}
        onChange={(text) => onChange(index, { [key]: text })}
        error={wrong[key]}
      />
    </td>
  )
  return (
    <tr>
      <td>
        <ProductPicker
          miw={124}
          aria-label={label(t('orders.fields.product'))}
          value={line.product}
          onChange={(product) => onChoose(index, product)}
          error={wrong.product}
          dropdownWidth={320}
        />
      </td>
      <td>
        <TextInput
          miw={124}
          aria-label={label(t('orders.fields.description'))}
          placeholder={line.product?.detail}
          value={line.description}
          onChange={(event) => onChange(index, { description: event.currentTarget.value })}
          error={wrong.description}
        />
      </td>
      {figure('quantity', t('orders.fields.quantity'), 84)}
      {isConfirmed ? figure('cancelled', t('orders.fields.cancelled'), 84) : null}
      {figure('unitPrice', t('orders.fields.unitPrice'), 100)}
      {figure('discountPercent', t('orders.fields.discount'), 72)}
      {figure('taxPercent', t('orders.fields.taxPercent'), 64)}
      <td>
        <DayInput
          w={132}
          aria-label={label(t('orders.fields.due'))}
          value={line.promisedOn}
          onChange={(promisedOn) => onChange(index, { promisedOn })}
          error={wrong.promisedOn}
        />
      </td>
      <td data-numeric className={classes.amount}>
        {amount}
      </td>
      <td>
        <ActionIcon aria-label={t('orders.lines.remove', { number })} onClick={() => onRemove(index)}>
          <IconTrash size={15} stroke={1.5} />
        </ActionIcon>
      </td>
    </tr>
  )
}, looksSame)
