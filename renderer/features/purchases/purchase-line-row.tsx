// One line of the form of a purchase order, with what its supplier says of price and quantity.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { numberToText } from '#renderer/lib/typed-number.ts'
import { typedTotal } from '#renderer/lib/typed-pricing.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { looksSame } from '#renderer/ui/record-form/form-rows.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { LinePrice } from '#shared/schemas/purchases.ts'
import { lineQuantity, type PurchaseLineForm } from './purchase-form-values.ts'
import classes from './purchases.module.css'

type LineRowProps = {
  line: PurchaseLineForm
  index: number
  currency: string
  price: LinePrice | null
  errors: string
  onChange: (index: number, part: Partial<PurchaseLineForm>) => void
  onRemove: (index: number) => void
}

export const PurchaseLineRow = memo(function PurchaseLineRow(props: LineRowProps) {
  const { line, index, currency, price, errors, onChange, onRemove } = props
  const { t, format } = useText()
  const number = index + 1
  const wrong = JSON.parse(errors) as Record<string, string>
  const label = (field: string) => t('purchases.lines.of', { field, number })
  const total = typedTotal(line, currency)
  return (
    <tr>
      <td>
        <ProductPicker
          miw={130}
          aria-label={label(t('purchases.fields.product'))}
          value={line.product}
          onChange={(product) => onChange(index, { product, supplierCode: '', filledPrice: line.unitPrice })}
          error={wrong.product}
          dropdownWidth={320}
        />
      </td>
      <td>
        <TextInput
          w={96}
          aria-label={label(t('purchases.fields.supplierCode'))}
          value={line.supplierCode}
          onChange={(event) => onChange(index, { supplierCode: event.currentTarget.value })}
          error={wrong.supplierCode}
        />
      </td>
      <td>
        <TextInput
          miw={120}
          aria-label={label(t('purchases.fields.description'))}
          placeholder={line.product?.detail}
          value={line.description}
          onChange={(event) => onChange(index, { description: event.currentTarget.value })}
          error={wrong.description}
        />
      </td>
      <td>
        <DecimalInput
          w={90}
          aria-label={label(t('purchases.fields.quantity'))}
          value={line.quantity}
          onChange={(quantity) => onChange(index, { quantity })}
          error={wrong.quantity}
        />
        <QuantityHint line={line} price={price} onTake={(quantity) => onChange(index, { quantity })} />
      </td>
      <td>
        <DecimalInput
          w={104}
          aria-label={label(t('purchases.fields.unitPrice'))}
          value={line.unitPrice}
          onChange={(unitPrice) => onChange(index, { unitPrice, filledPrice: '' })}
          error={wrong.unitPrice}
        />
        <PriceHint
          line={line}
          price={price}
          currency={currency}
          onTake={(unitPrice) => onChange(index, { unitPrice, filledPrice: unitPrice })}
        />
      </td>
      <td>
        <DecimalInput
          w={70}
          aria-label={label(t('purchases.fields.discount'))}
          value={line.discountPercent}
          onChange={(discountPercent) => onChange(index, { discountPercent })}
          error={wrong.discountPercent}
        />
      </td>
      <td className={classes.day}>
        <DayInput
          aria-label={label(t('purchases.fields.promisedOn'))}
          value={line.promisedOn}
          onChange={(promisedOn) => onChange(index, { promisedOn })}
          error={wrong.promisedOn}
        />
      </td>
      <td data-numeric className={classes.amount}>
        {total === null ? '' : format.amount(minorToDecimal(total, currency), currency)}
      </td>
      <td>
        <ActionIcon aria-label={t('purchases.lines.remove', { number })} onClick={() => onRemove(index)}>
          <IconTrash size={15} stroke={1.5} />
        </ActionIcon>
      </td>
    </tr>
  )
}, looksSame)

type HintProps = { line: PurchaseLineForm; price: LinePrice | null; onTake: (value: string) => void }

/** Less than the minimum order, or no whole cartons: said, with the quantity that would do. */
function QuantityHint({ line, price, onTake }: HintProps) {
  const { t, format } = useText()
  const quantity = lineQuantity(line)
  if (!price || quantity === null || price.quantity === quantity) return null
  const minimum = price.minimum !== null && quantity < price.minimum
  const said = minimum
    ? t('purchases.price.minimum', { quantity: format.number(price.minimum) })
    : t('purchases.price.carton', { quantity: format.number(price.carton) })
  return (
    <p className={classes.hint} data-warn>
      {said}{' '}
      <Button variant="subtle" size="compact-xs" onClick={() => onTake(numberToText(price.quantity, 'quantity'))}>
        {t('purchases.price.lift', { quantity: format.number(price.quantity) })}
      </Button>
    </p>
  )
}

/** Where the price comes from; where it is another one than the offer's, that one to take. */
function PriceHint({ line, price, currency, onTake }: HintProps & { currency: string }) {
  const { t, format } = useText()
  if (!price) return null
  const { unitPrice, source } = price
  if (unitPrice === null || price.currency !== currency) {
    return <p className={classes.hint}>{t('purchases.price.none')}</p>
  }
  if (line.unitPrice.trim() === unitPrice) return <p className={classes.hint}>{t(`purchases.price.${source}`)}</p>
  if (line.unitPrice.trim() === '') return null
  return (
    <p className={classes.hint}>
      {t(`purchases.price.${source}`)}{' '}
      <Button variant="subtle" size="compact-xs" onClick={() => onTake(unitPrice)}>
        {t('purchases.price.take', { price: format.number(unitPrice) })}
      </Button>
    </p>
  )
}
