// One line of a stock document that is being written.
import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { quantityText, unitText } from '#renderer/lib/unit-text.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { looksSame } from '#renderer/ui/record-form/form-rows.ts'
import { returnConditions } from '#shared/schemas/stock-documents.ts'
import { BatchField } from './batch-field.tsx'
import type { LineColumns } from './line-columns.ts'
import classes from './stock.module.css'
import { lineCost, type StockLineForm } from './stock-form-values.ts'

export type LineRowProps = {
  line: StockLineForm
  index: number
  columns: LineColumns
  /** By field, as text that can be compared. */
  errors: string
  onChange: (index: number, part: Partial<StockLineForm>) => void
  onChoose: (index: number, product: PickerOption | null) => void
  onRemove: (index: number) => void
}

export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { t, format } = useText()
  const { line, index, columns, onChange } = props
  const wrong = JSON.parse(props.errors) as Record<string, string>
  const label = (field: string) => t('stock.form.of', { field, number: index + 1 })
  return (
    <tr>
      <td>
        <ProductPicker
          miw={150}
          aria-label={label(t('stock.fields.product'))}
          value={line.product}
          onChange={(product) => props.onChoose(index, product)}
          error={wrong.product}
          dropdownWidth={360}
        />
        {line.product?.detail ? <p className={classes.under}>{line.product.detail}</p> : null}
      </td>
      <td className={classes.fit}>
        <DecimalInput
          w={110}
          aria-label={label(t('stock.fields.quantity'))}
          value={line.quantity}
          unit={unitText(format, line.unit, 2)}
          onChange={(quantity) => onChange(index, { quantity })}
          error={wrong.quantity}
        />
        {columns.showsStock ? <StockThere line={line} warehouseId={columns.from} /> : null}
      </td>
      <GoodsCells {...props} wrong={wrong} label={label} />
      <MoneyCells {...props} wrong={wrong} label={label} />
      <td>
        <TextInput
          miw={100}
          aria-label={label(t('stock.fields.note'))}
          value={line.note}
          onChange={(event) => onChange(index, { note: event.currentTarget.value })}
          error={wrong.note}
        />
      </td>
      <td>
        <ActionIcon aria-label={t('stock.form.remove', { number: index + 1 })} onClick={() => props.onRemove(index)}>
          <IconTrash size={15} stroke={1.5} />
        </ActionIcon>
      </td>
    </tr>
  )
}, looksSame)

type CellsProps = LineRowProps & { wrong: Record<string, string>; label: (field: string) => string }

/** Which goods they are, and where in the place. */
function GoodsCells({ line, index, columns, onChange, wrong, label }: CellsProps) {
  const { t } = useText()
  return (
    <>
      {columns.hasBatch ? (
        <td className={classes.fit}>
          {line.tracking === 'none' ? null : (
            <BatchField
              line={line}
              warehouseId={columns.from}
              label={label(t(`stock.trackings.${line.tracking}`))}
              error={wrong.batch}
              onChange={(part) => onChange(index, part)}
            />
          )}
        </td>
      ) : null}
      {columns.hasExpiry ? (
        <td className={classes.fit}>
          {line.tracking === 'none' || line.batchId !== null ? null : (
            <DayInput
              w={120}
              aria-label={label(t('stock.fields.expiresOn'))}
              value={line.expiresOn}
              onChange={(expiresOn) => onChange(index, { expiresOn })}
              error={wrong.expiresOn}
            />
          )}
        </td>
      ) : null}
      {columns.bins.length > 0 ? (
        <td className={classes.fit}>
          <Select
            w={100}
            clearable
            searchable
            aria-label={label(t('stock.fields.bin'))}
            data={columns.bins}
            value={line.binId}
            onChange={(binId) => onChange(index, { binId })}
          />
        </td>
      ) : null}
      {columns.toBins.length > 0 ? (
        <td className={classes.fit}>
          <Select
            w={100}
            clearable
            searchable
            aria-label={label(t('stock.fields.toBin'))}
            data={columns.toBins}
            value={line.toBinId}
            onChange={(toBinId) => onChange(index, { toBinId })}
          />
        </td>
      ) : null}
    </>
  )
}

/** What they cost, or where they come back from. */
function MoneyCells({ line, index, columns, onChange, wrong, label }: CellsProps) {
  const { t, format } = useText()
  const cost = columns.currency === null ? null : lineCost(line, columns.currency)
  return (
    <>
      {columns.currency === null ? null : (
        <>
          <td className={classes.fit}>
            <DecimalInput
              w={100}
              aria-label={label(t('stock.fields.unitCost'))}
              value={line.unitCost}
              onChange={(unitCost) => onChange(index, { unitCost })}
              error={wrong.unitCost}
            />
          </td>
          <td data-numeric className={classes.amount}>
            {cost === null ? '' : format.amount(cost, columns.currency)}
          </td>
        </>
      )}
      {columns.origin ? (
        <td className={classes.fit}>
          <OriginField line={line} index={index} columns={columns} onChange={onChange} error={wrong.originId} />
        </td>
      ) : null}
      {columns.hasCondition ? (
        <td className={classes.fit}>
          <Select
            w={130}
            aria-label={label(t('stock.fields.condition'))}
            data={returnConditions.map((value) => ({ value, label: t(`stock.conditions.${value}`) }))}
            value={line.condition}
            allowDeselect={false}
            onChange={(condition) => condition && onChange(index, { condition: condition as typeof line.condition })}
          />
        </td>
      ) : null}
    </>
  )
}

type OriginFieldProps = Pick<LineRowProps, 'line' | 'index' | 'columns' | 'onChange'> & { error: string | undefined }

/** The issue that comes back, or the receipt that goes back: it decides the cost. */
function OriginField({ line, index, columns, onChange, error }: OriginFieldProps) {
  const { t, format } = useText()
  const productId = line.product?.id ?? 0
  const kind = columns.origin ?? 'issue'
  const options = trpc.stock.returnables.queryOptions({ productId, kind, partyId: columns.partyId })
  const { data = [] } = useQuery({ ...options, enabled: productId > 0 })
  const words = (one: (typeof data)[number]) =>
    [one.documentNumber, one.on, quantityText(format, one.open, line.unit), one.batch].filter(Boolean).join(' · ')
  return (
    <Select
      w={170}
      clearable
      aria-label={t('stock.form.of', { field: t(`stock.fields.origin_${kind}`), number: index + 1 })}
      placeholder={t('stock.form.originUnknown')}
      data={data.map((one) => ({ value: String(one.movementId), label: words(one) }))}
      value={line.originId}
      comboboxProps={{ width: 300, position: 'bottom-end' }}
      onChange={(originId) => {
        const found = data.find((one) => String(one.movementId) === originId)
        onChange(index, { originId, ...(found?.batch && { batch: found.batch, batchId: found.batchId }) })
      }}
      error={error}
    />
  )
}

/** What lies there now, so that nobody has to look it up elsewhere. */
function StockThere({ line, warehouseId }: { line: StockLineForm; warehouseId: string | null }) {
  const { t, format } = useText()
  const productId = line.product?.id ?? 0
  const { data } = useQuery({ ...trpc.stock.levels.queryOptions({ productId }), enabled: productId > 0 })
  if (!data || productId === 0 || warehouseId === null) return null
  const lying = data.warehouses.find(({ id }) => String(id) === warehouseId)?.onHand ?? 0
  const said = { quantity: `${format.number(lying)} ${unitText(format, line.unit, lying)}` }
  return <p className={classes.under}>{t('stock.form.there', said)}</p>
}
