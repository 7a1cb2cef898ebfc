// From an empty list to the files that may fill it.
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'

export function ImportLink() {
  const { t } = useText()
  return (
    <WriteGate>
      <Button component={Link} to="/import">
        {t('lists.empty.importFile')}
      </Button>
    </WriteGate>
  )
}
