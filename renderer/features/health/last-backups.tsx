// Whether the book is in a backup, in one line, with the way to all of them.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import classes from './health.module.css'

export function LastBackups() {
  const { t, format } = useText()
  const query = useQuery(trpc.host.backups.state.queryOptions())
  return (
    <QueryState query={query}>
      {({ lastAt, isUpToDate }) => (
        <div className={classes.check}>
          <p>
            {lastAt === null
              ? t('backups.state.never')
              : `${t('backups.state.last', { at: format.instant(lastAt) })}. ${t(isUpToDate ? 'backups.state.upToDate' : 'backups.state.behind')}`}
          </p>
          <LinkButton to="/backups">{t('health.backups.go')}</LinkButton>
        </div>
      )}
    </QueryState>
  )
}
