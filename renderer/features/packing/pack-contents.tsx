// What lies in a row of cartons, all its pieces together, and what may still go in.
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { PackRow } from './pack-form-values.ts'
import classes from './packing.module.css'
import type { PackRowChanges } from './use-pack-rows.ts'

type PackContentsProps = {
  row: PackRow
  index: number
  wrong: Readonly<Record<string, string>>
  skus: ReadonlyMap<number, string>
  changes: PackRowChanges
}

export function PackContents({ row, index, wrong, skus, changes }: PackContentsProps) {
  const { t } = useText()
  const number = index + 1
  const set = (contents: PackRow['contents']) => changes.change(index, { contents })
  return (
    <div className={classes.contents}>
      {row.contents.map(({ lineId, quantity }, at) => {
        const sku = skus.get(lineId) ?? ''
        return (
          <div key={lineId} className={classes.content}>
            <span className={classes.sku} title={sku}>
              {sku}
            </span>
            <DecimalInput
              aria-label={t('packing.fields.quantityOf', { sku, number })}
              value={quantity}
              onChange={(text) =>
                set(row.contents.map((one, other) => (other === at ? { ...one, quantity: text } : one)))
              }
              error={wrong[`contents.${at}.quantity`]}
            />
            <ActionIcon
              aria-label={t('packing.rows.takeOut', { sku, number })}
              onClick={() => set(row.contents.filter((_, other) => other !== at))}
            >
              <IconX size={14} stroke={1.5} />
            </ActionIcon>
          </div>
        )
      })}
      <PutIn index={index} changes={changes} />
    </div>
  )
}

/** What is left of the lines, looked up when it is asked for. */
function PutIn({ index, changes }: Pick<PackContentsProps, 'index' | 'changes'>) {
  const { t } = useText()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={12} stroke={1.5} />}
          style={{ justifySelf: 'start' }}
          aria-label={t('packing.fields.of', { field: t('packing.rows.put'), number: index + 1 })}
        >
          {t('packing.rows.put')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        <LeftItems index={index} changes={changes} />
      </Menu.Dropdown>
    </Menu>
  )
}

function LeftItems({ index, changes }: Pick<PackContentsProps, 'index' | 'changes'>) {
  const { t, format } = useText()
  const left = changes.left().filter(({ leftMilli }) => leftMilli > 0)
  if (left.length === 0) return <Menu.Item disabled>{t('packing.rows.nothingLeft')}</Menu.Item>
  return left.map(({ lineId, sku, description, unit, leftMilli }) => (
    <Menu.Item
      key={lineId}
      onClick={() => changes.put(index, lineId, leftMilli)}
      rightSection={<span className="q-quiet">{quantityText(format, leftMilli / 1000, unit)}</span>}
    >
      {sku || description}
    </Menu.Item>
  ))
}
