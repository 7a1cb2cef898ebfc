// An address that leads nowhere.
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'

export function NotFoundScreen() {
  const { t } = useText()
  const home = <LinkButton to="/">{t('shell.toToday')}</LinkButton>
  return (
    <Page title={t('shell.notFound')}>
      <EmptyState title={t('shell.notFoundText')} actions={home} />
    </Page>
  )
}
