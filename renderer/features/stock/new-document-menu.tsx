// What can be written of stock: one button for the usual, the rest behind it.
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { formKinds } from './form-kinds.ts'

type NewDocumentMenuProps = { product?: number; variant?: 'filled' | 'default' }

export function NewDocumentMenu({ product, variant = 'filled' }: NewDocumentMenuProps) {
  const { t } = useText()
  const navigate = useNavigate()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <WriteGate>
          <Button variant={variant} rightSection={<IconChevronDown size={14} stroke={1.5} />}>
            {t('stock.new.any')}
          </Button>
        </WriteGate>
      </Menu.Target>
      <Menu.Dropdown>
        {formKinds.map((kind) => (
          <Menu.Item
            key={kind}
            onClick={() => navigate({ to: '/stock/documents/new', search: { kind, ...(product && { product }) } })}
          >
            {t(`stock.kinds.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
