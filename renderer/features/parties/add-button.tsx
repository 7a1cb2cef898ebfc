// Adds a row to a part of the form.
import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'

export function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Group>
      <Button leftSection={<IconPlus size={14} stroke={1.5} />} onClick={onClick}>
        {label}
      </Button>
    </Group>
  )
}
