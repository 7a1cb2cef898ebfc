// The papers that a record can be made into, behind one button.
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { papersMadeOf, recordText } from '#renderer/lib/paper-links.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

export function PaperMenu({ record }: { record: RecordRef }) {
  const { t } = useText()
  return (
    <Menu>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} stroke={1.5} />}>{t('papers.panel.make')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {papersMadeOf(record.kind).map((kind) => (
          <Menu.Item
            key={kind}
            component={Link}
            to="/papers/new"
            search={{ kind, record: recordText(record) } as never}
          >
            {t(`papers.make.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
