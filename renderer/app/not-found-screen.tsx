// An address that leads nowhere.
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'

export function NotFoundScreen() {
  const { t } = useText()
  const home = (
    <Button component={Link} to="/">
      {t('shell.toToday')}
    </Button>
  )
  return (
    <EmptyState title={t('shell.notFound')} actions={home}>
      {t('shell.notFoundText')}
    </EmptyState>
  )
}
