// What an order comes to while it is typed, below its lines.
import type { UseFormReturnType } from '@mantine/form'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { minorToDecimal } from '#shared/money.ts'
import { formMoney } from './order-form-money.ts'
import type { OrderForm } from './order-form-values.ts'

/** What the order comes to while it is typed; a discount on the whole order is written here, and spread over the lines. */
export function OrderFormTotals({ form }: { form: UseFormReturnType<OrderForm> }) {
  const { t, format } = useText()
  const { currency, taxIncluded } = form.values
  const { goodsMinor, taxMinor, grossMinor } = formMoney(form.values)
  const text = (minor: number) => format.money(minorToDecimal(minor, currency), currency)
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={7}>
          {t('orders.fields.orderDiscount')}
        </th>
        <td data-numeric>
          <DecimalInput
            w={132}
            aria-label={t('orders.fields.orderDiscount')}
            placeholder={t('orders.hints.discount')}
            {...form.getInputProps('orderDiscount')}
          />
        </td>
        <td />
      </tr>
      <tr>
        <th scope="row" colSpan={7}>
          {t('orders.lines.total')}
        </th>
        <td data-numeric>{text(goodsMinor)}</td>
        <td />
      </tr>
      {taxMinor === 0 ? null : (
        <tr data-quiet>
          <th scope="row" colSpan={7}>
            {t(taxIncluded ? 'orders.money.taxIn' : 'orders.money.taxOn')}
          </th>
          <td data-numeric>{text(taxMinor)}</td>
          <td />
        </tr>
      )}
      {grossMinor === goodsMinor ? null : (
        <tr>
          <th scope="row" colSpan={7}>
            {t('orders.money.gross')}
          </th>
          <td data-numeric>{text(grossMinor)}</td>
          <td />
        </tr>
      )}
    </tfoot>
  )
}
