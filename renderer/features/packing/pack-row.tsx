// One row of cartons to write: how many alike ones, how large and heavy each is, what lies in them.
import { ActionIcon, Menu, NativeSelect, TextInput } from '@mantine/core'
import { IconArrowMerge, IconArrowsSplit, IconDots, IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { looksSame } from '#renderer/ui/record-form/form-rows.ts'
import { packagings } from '#shared/schemas/shipment-words.ts'
import { PackContents } from './pack-contents.tsx'
import type { PackRow as Row } from './pack-form-values.ts'
import classes from './packing.module.css'
import type { PackRowChanges } from './use-pack-rows.ts'

type PackRowProps = {
  row: Row
  index: number
  range: string
  /** JSON of the problems by field: equal text redraws nothing. */
  errors: string
  /** SKU by line. */
  skus: ReadonlyMap<number, string>
  withNumbers: boolean
  changes: PackRowChanges
}

const sides = ['length', 'width', 'height'] as const
const weights = ['net', 'gross'] as const

export const PackRow = memo(function PackRow(props: PackRowProps) {
  const { row, index, range, errors, withNumbers, changes } = props
  const { t } = useText()
  const wrong = JSON.parse(errors) as Record<string, string>
  const label = (field: string) => t('packing.fields.of', { field, number: index + 1 })
  return (
    <tr>
      <td data-text>{range}</td>
      <td>
        <NativeSelect
          w={100}
          aria-label={label(t('packing.fields.packaging'))}
          data={packagings.map((kind) => ({ value: kind, label: t(`shipments.packagings.${kind}`) }))}
          value={row.packaging}
          onChange={(event) => changes.change(index, { packaging: event.currentTarget.value as Row['packaging'] })}
        />
      </td>
      <td>
        <DecimalInput
          w={60}
          aria-label={label(t('packing.fields.pieces'))}
          value={row.pieces}
          onChange={(pieces) => changes.change(index, { pieces })}
          error={wrong.pieces}
        />
      </td>
      <td>
        <div className={classes.sizes}>
          {sides.map((side) => (
            <DecimalInput
              key={side}
              w={58}
              aria-label={label(t(`packing.fields.${side}`))}
              value={row[side]}
              onChange={(text) => changes.change(index, { [side]: text })}
              error={wrong[side]}
            />
          ))}
        </div>
      </td>
      {weights.map((weight) => (
        <td key={weight}>
          <DecimalInput
            w={74}
            aria-label={label(t(`packing.fields.${weight}`))}
            value={row[weight]}
            onChange={(text) => changes.change(index, { [weight]: text })}
            error={wrong[weight]}
          />
        </td>
      ))}
      <td>
        <PackContents row={row} index={index} wrong={wrong} skus={props.skus} changes={changes} />
      </td>
      {withNumbers ? <Numbers row={row} index={index} changes={changes} /> : null}
      <td>
        <RowMenu row={row} index={index} changes={changes} />
      </td>
    </tr>
  )
}, looksSame)

function Numbers({ row, index, changes }: Pick<PackRowProps, 'row' | 'index' | 'changes'>) {
  const { t } = useText()
  const label = (field: string) => t('packing.fields.of', { field, number: index + 1 })
  return (
    <>
      <td>
        <TextInput
          w={130}
          aria-label={label(t('packing.fields.marks'))}
          value={row.marks}
          onChange={(event) => changes.change(index, { marks: event.currentTarget.value })}
        />
      </td>
      <td>
        <TextInput
          w={150}
          aria-label={label(t('packing.fields.trackingNumber'))}
          value={row.trackingNumber}
          onChange={(event) => changes.change(index, { trackingNumber: event.currentTarget.value })}
        />
      </td>
    </>
  )
}

function RowMenu({ row, index, changes }: Pick<PackRowProps, 'row' | 'index' | 'changes'>) {
  const { t } = useText()
  const isSeveral = Number(row.pieces) > 1
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('packing.rows.actions', { number: index + 1 })}>
          <IconDots size={15} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowsSplit size={14} stroke={1.5} />} onClick={() => changes.split(index)}>
          {t(isSeveral ? 'packing.rows.split' : 'packing.rows.splitEmpty')}
        </Menu.Item>
        {index > 0 ? (
          <Menu.Item leftSection={<IconArrowMerge size={14} stroke={1.5} />} onClick={() => changes.merge(index)}>
            {t('packing.rows.merge')}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconTrash size={14} stroke={1.5} />} onClick={() => changes.remove(index)}>
          {t('packing.rows.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
