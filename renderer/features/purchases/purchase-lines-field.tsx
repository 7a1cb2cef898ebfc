// The lines of a purchase order to write: product, the supplier's code, quantity, price, day, and the money that results.
import { Button } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { focusRow, moveDown } from '#renderer/ui/move-in-table.ts'
import { rowErrors, useRowChanges } from '#renderer/ui/record-form/form-rows.ts'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { minorToDecimal } from '#shared/money.ts'
import type { LinePrice } from '#shared/schemas/purchases.ts'
import { formMoney, newPurchaseLine, type PurchaseForm, type PurchaseLineForm } from './purchase-form-values.ts'
import { PurchaseLineRow } from './purchase-line-row.tsx'
import classes from './purchases.module.css'
import { useLinePrices } from './use-line-prices.ts'

export function PurchaseLinesField({ form }: { form: UseFormReturnType<PurchaseForm> }) {
  const { t } = useText()
  const { lines, currency } = form.values
  const body = useRef<HTMLTableSectionElement>(null)
  const prices = useLinePrices(form.values)
  const { change, remove } = useLineChanges(form, prices)
  const add = () => {
    form.insertListItem('lines', newPurchaseLine(crypto.randomUUID()))
    requestAnimationFrame(() => focusRow(body.current, lines.length, 0))
  }
  const onEnter = (event: KeyboardEvent) => {
    const isButton = event.target instanceof HTMLButtonElement
    if (event.key !== 'Enter' || isButton || event.defaultPrevented || event.ctrlKey || event.metaKey) return
    // Enter goes on to the next line; it must not save half an order.
    event.preventDefault()
    if (!moveDown(body.current, event.target)) add()
  }
  return (
    <FormSection title={t('purchases.sections.lines')} isWide>
      <div className={classes.tableFrame}>
        <table className={`${classes.table} ${classes.edit}`}>
          <LineHeads />
          <tbody ref={body} onKeyDown={onEnter}>
            {lines.map((line, index) => (
              <PurchaseLineRow
                key={line.key}
                line={line}
                index={index}
                currency={currency}
                price={prices.get(line.key) ?? null}
                errors={rowErrors(form.errors, `lines.${index}`)}
                onChange={change}
                onRemove={remove}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.underLines}>
        <Button leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
          {t('purchases.lines.add')}
        </Button>
        <Sums form={form.values} />
      </div>
    </FormSection>
  )
}

function LineHeads() {
  const { t } = useText()
  return (
    <thead>
      <tr>
        <th scope="col">{t('purchases.fields.product')}</th>
        <th scope="col">{t('purchases.fields.supplierCode')}</th>
        <th scope="col">{t('purchases.fields.description')}</th>
        <th scope="col" data-numeric>
          {t('purchases.fields.quantity')}
        </th>
        <th scope="col" data-numeric>
          {t('purchases.fields.unitPrice')}
        </th>
        <th scope="col" data-numeric>
          {t('purchases.fields.discount')} %
        </th>
        <th scope="col">{t('purchases.fields.promisedOn')}</th>
        <th scope="col" data-numeric>
          {t('purchases.fields.amount')}
        </th>
        <td />
      </tr>
    </thead>
  )
}

/** What the order comes to, exactly as it will be fixed on saving. */
function Sums({ form }: { form: PurchaseForm }) {
  const { t, format } = useText()
  const { goodsMinor, freightMinor, netMinor, vatMinor, grossMinor } = formMoney(form)
  const rows = [
    ['goods', goodsMinor, true],
    ['freight', freightMinor, freightMinor !== 0],
    ['net', netMinor, vatMinor !== 0],
    ['vat', vatMinor, vatMinor !== 0],
    ['gross', grossMinor, true],
  ] as const
  return (
    <dl className={classes.sums}>
      {rows.map(([key, minor, isShown]) =>
        isShown ? (
          <div key={key}>
            <dt>{t(`purchases.money.${key}`)}</dt>
            <dd>{format.money(minorToDecimal(minor, form.currency), form.currency)}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

/** With what the supplier says of prices filled in where nobody typed. */
function useLineChanges(form: UseFormReturnType<PurchaseForm>, prices: ReadonlyMap<string, LinePrice>) {
  const latest = useRef(form)
  latest.current = form
  const { change, remove } = useRowChanges(form, 'lines')
  const told = JSON.stringify([...prices])
  useEffect(() => {
    const { lines, currency } = latest.current.getValues()
    const known = new Map(JSON.parse(told) as [string, LinePrice][])
    lines.forEach((line, index) => {
      const part = filledFrom(line, known.get(line.key), currency)
      if (part) change(index, part)
    })
  }, [told, change])
  return { change, remove }
}

/** Only what nobody typed is filled in, and only a price in the order's own currency. */
function filledFrom(line: PurchaseLineForm, price: LinePrice | undefined, currency: string) {
  if (!price) return null
  const isFree = line.unitPrice.trim() === '' || (line.filledPrice !== '' && line.unitPrice === line.filledPrice)
  const takes = isFree && price.unitPrice !== null && price.currency === currency && price.unitPrice !== line.unitPrice
  const code = line.supplierCode === '' && price.supplierCode !== ''
  if (!takes && !code) return null
  return {
    ...(takes && price.unitPrice !== null && { unitPrice: price.unitPrice, filledPrice: price.unitPrice }),
    ...(code && { supplierCode: price.supplierCode }),
  }
}
