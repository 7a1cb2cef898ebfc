// An address that leads nowhere.
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'

export function NotFoundScreen() {
  const { t } = useText()
  const home = (
    <Button component={Link} to="/">
      {t('shell.toToday')}
    </Button>
  )
  return (
    <Page title={t('shell.notFound')}>
      <EmptyState title={t('shell.notFoundText')} actions={home} />
    </Page>
  )
}
