// What an order comes to while it is typed, below its lines.
import type { UseFormReturnType } from '@mantine/form'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { minorToDecimal } from '#shared/money.ts'
import { formMoney } from './order-form-money.ts'
import type { OrderForm } from './order-form-values.ts'
import classes from './orders.module.css'

/**
 * What the order comes to while it is typed; a discount on the whole order is written here, and spread over the lines. `span`: the
 * columns before the amounts.
 */
export function OrderFormTotals({ form, span }: { form: UseFormReturnType<OrderForm>; span: number }) {
  const { t, format } = useText()
  const { currency, taxIncluded, taxBy } = form.values
  const { goodsMinor, freightMinor, otherMinor, taxMinor, grossMinor } = formMoney(form.values)
  const text = (minor: number) => format.money(minorToDecimal(minor, currency), currency)
  const between = [
    { label: t('orders.fields.freight'), minor: freightMinor },
    { label: t('orders.fields.other'), minor: otherMinor },
    { label: t(taxIncluded ? 'orders.money.taxIn' : 'orders.money.taxOn'), minor: taxMinor },
  ].filter(({ minor }) => minor !== 0)
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={span}>
          <span className={classes.footLabel}>{t('orders.fields.orderDiscount')}</span>
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
        <th scope="row" colSpan={span}>
          <span className={classes.footLabel}>{t('orders.lines.total')}</span>
        </th>
        <td data-numeric>{text(goodsMinor)}</td>
        <td />
      </tr>
      {between.map(({ label, minor }) => (
        <tr key={label} data-quiet>
          <th scope="row" colSpan={span}>
            <span className={classes.footLabel}>{label}</span>
          </th>
          <td data-numeric>{text(minor)}</td>
          <td />
        </tr>
      ))}
      {grossMinor === goodsMinor ? null : (
        <tr>
          <th scope="row" colSpan={span}>
            <span className={classes.footLabel}>
              {t('orders.money.gross')}
              {taxBy === 'channel' && taxMinor !== 0 ? ` · ${t('orders.money.taxByChannel')}` : ''}
            </span>
          </th>
          <td data-numeric>{text(grossMinor)}</td>
          <td />
        </tr>
      )}
    </tfoot>
  )
}
