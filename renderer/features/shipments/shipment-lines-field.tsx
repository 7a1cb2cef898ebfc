// What is in a shipment, to write: goods of orders as far as they are free, or lines of their own.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { memo, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Picker, type PickerOption } from '#renderer/ui/picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { looksSame, type RowChanges, rowErrors, useRowChanges } from '#renderer/ui/record-form/form-rows.ts'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import type { SectionProps } from './shipment-form.tsx'
import { formToShip, type LineForm, linesToShip, newLine } from './shipment-form-values.ts'
import classes from './shipments.module.css'

type LinesProps = SectionProps & { id: number | null; isFixed: boolean }

export function ShipmentLinesField({ form, id, isFixed }: LinesProps) {
  const { t } = useText()
  const { lines, kind } = form.values
  const changes = useRowChanges(form, 'lines')
  return (
    <FormSection title={t('shipments.sections.lines')} isWide>
      {isFixed || kind === 'transfer' ? null : <AddFromOrder form={form} id={id} />}
      {lines.length === 0 ? <p className="q-quiet">{t('shipments.lines.empty')}</p> : null}
      {lines.length > 0 ? (
        <div className={classes.tableFrame}>
          <table className={`${classes.table} ${classes.edit}`}>
            <thead>
              <tr>
                <th scope="col">{t('shipments.fields.product')}</th>
                <th scope="col">{t('shipments.fields.description')}</th>
                <th scope="col">{t('shipments.fields.quantity')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <LineRow
                  key={line.key}
                  {...{ line, index, isFixed, changes }}
                  errors={rowErrors(form.errors, `lines.${index}`)}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {isFixed ? null : (
        <div>
          <Button
            leftSection={<IconPlus size={14} stroke={1.5} />}
            onClick={() => form.insertListItem('lines', newLine() as never)}
          >
            {t('shipments.lines.add')}
          </Button>
        </div>
      )}
    </FormSection>
  )
}

/** Chooses an order: what is free of it comes in. */
function AddFromOrder({ form, id }: SectionProps & { id: number | null }) {
  const { t, language } = useText()
  const [said, say] = useState('')
  const ofPurchase = form.values.kind === 'purchase'
  const side = ofPurchase ? 'purchase' : 'order'
  const except = id === null ? {} : { exceptId: id }
  const adding = useMutation({
    mutationFn: ({ id: orderId }: PickerOption) =>
      client.shipments.toShip.query({
        ...(ofPurchase ? { purchaseIds: [orderId] } : { orderIds: [orderId] }),
        ...except,
      }),
    onSuccess: (found, { name }) => {
      const before = form.getValues()
      const known = new Set(before.lines.flatMap((line) => line.orderLineId ?? line.purchaseLineId ?? []))
      const lines = linesToShip(found.lines, language).filter(
        (line) => !known.has(line.orderLineId ?? line.purchaseLineId ?? 0),
      )
      say(lines.length === 0 ? t('shipments.lines.nothingFree', { number: name }) : '')
      const isFirst = before.lines.length === 0 && before.partyId === null
      form.setValues({
        lines: [...before.lines, ...lines],
        ...(isFirst && begunWith(found, language)),
      })
    },
  })
  return (
    <>
      <Picker
        label={t(ofPurchase ? 'shipments.lines.addPurchase' : 'shipments.lines.addOrder')}
        suggest={async (text) => {
          const found = await client.shipments.ordersToTake.query({ side, text, ...except })
          return found.map((order) => ({ id: order.id, name: order.number, detail: nameIn(language, order) }))
        }}
        source={['shipments', 'ordersToTake', side, String(id), language]}
        value={null}
        onChange={(order) => order && adding.mutate(order)}
        className={classes.orderPicker ?? ''}
      />
      {said ? <Notice tone="warn">{said}</Notice> : null}
    </>
  )
}

/** The first order says whom it goes to; what was typed already stays. */
function begunWith(found: Parameters<typeof formToShip>[0], language: Parameters<typeof formToShip>[1]) {
  const { partyId, warehouseId, shipTo, carrierId, incoterm, place } = formToShip(found, language)
  return { partyId, warehouseId, shipTo, ...(carrierId && { carrierId }), ...(incoterm && { incoterm, place }) }
}

type RowProps = { line: LineForm; index: number; isFixed: boolean; changes: RowChanges<LineForm>; errors: string }

const LineRow = memo(function LineRow({ line, index, isFixed, changes, errors }: RowProps) {
  const { t, format } = useText()
  const wrong = JSON.parse(errors) as Record<string, string>
  const label = (key: 'product' | 'description' | 'quantity') => `${t(`shipments.fields.${key}`)} ${index + 1}`
  return (
    <tr>
      {line.source ? (
        <td className={classes.what} data-text>
          {line.product?.name} <span className="q-quiet">{line.product?.detail}</span>
          <p className={classes.hint}>{line.source}</p>
        </td>
      ) : (
        <td className={classes.long}>
          <ProductPicker
            aria-label={label('product')}
            disabled={isFixed}
            value={line.product}
            error={wrong.product}
            onChange={(product) => changes.change(index, { product })}
          />
        </td>
      )}
      <td className={classes.long}>
        <TextInput
          aria-label={label('description')}
          disabled={isFixed}
          value={line.description}
          error={wrong.description}
          onChange={(event) => changes.change(index, { description: event.currentTarget.value })}
        />
      </td>
      <td className={classes.quantity}>
        <DecimalInput
          aria-label={label('quantity')}
          disabled={isFixed}
          value={line.quantity}
          error={wrong.quantity}
          onChange={(quantity) => changes.change(index, { quantity })}
          {...(line.unit && { unit: unitText(format, line.unit, line.quantity) })}
        />
        {line.free === null ? null : (
          <p className={classes.hint}>
            {t('shipments.lines.free', { quantity: format.number(line.free) })}
            {line.held > 0 ? ` · ${t('shipments.lines.held', { quantity: format.number(line.held) })}` : ''}
          </p>
        )}
      </td>
      <td>
        {isFixed ? null : (
          <ActionIcon
            variant="subtle"
            aria-label={t('shipments.lines.remove', { line: index + 1 })}
            onClick={() => changes.remove(index)}
          >
            <IconX size={14} stroke={1.5} />
          </ActionIcon>
        )}
      </td>
    </tr>
  )
}, looksSame)
