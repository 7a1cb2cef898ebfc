// The papers that a record can be made into, behind one button.
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { paperChoices, recordText } from '#renderer/lib/paper-links.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

export function PaperMenu({ record, isCredit = false }: { record: RecordRef; isCredit?: boolean }) {
  const { t } = useText()
  return (
    <Menu>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} stroke={1.5} />}>{t('papers.panel.make')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {paperChoices(record.kind, isCredit).map(({ kind, name }) => (
          <Menu.Item
            key={kind}
            component={Link}
            to="/papers/new"
            search={{ kind, record: recordText(record) } as never}
          >
            {t(name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
