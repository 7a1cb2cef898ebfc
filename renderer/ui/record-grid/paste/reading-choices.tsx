// How the numbers and days of a block were read, and the other ways to read them.
import { Select } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import type { PasteInput, PasteReport } from '#shared/schemas/cells.ts'

type ReadingChoicesProps = { report: PasteReport; onChange: (part: PasteInput['reading']) => void }

export function ReadingChoices({ report, onChange }: ReadingChoicesProps) {
  const { t } = useText()
  const { reading, readsNumbers, readsDays } = report
  const orders = ['ymd', 'dmy', 'mdy'] as const
  return (
    <>
      {readsNumbers ? (
        <Select
          label={t('lists.paste.numbers')}
          w={150}
          data={[
            { value: '.', label: '1,234.50' },
            { value: ',', label: '1.234,50' },
          ]}
          value={reading.decimal}
          allowDeselect={false}
          onChange={(next) => onChange({ decimal: next === ',' ? ',' : '.' })}
        />
      ) : null}
      {readsDays ? (
        <Select
          label={t('lists.paste.days')}
          w={150}
          data={orders.map((order) => ({ value: order, label: t(`lists.paste.order.${order}`) }))}
          value={reading.dates}
          allowDeselect={false}
          onChange={(next) => onChange({ dates: orders.find((order) => order === next) ?? 'ymd' })}
        />
      ) : null}
    </>
  )
}
