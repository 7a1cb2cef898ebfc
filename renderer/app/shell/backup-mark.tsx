// Quietly in the top bar: when the book was last backed up, or in a colour and a word that it was not.
import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import classes from './top-bar.module.css'

const lookEveryMs = 60_000

export function BackupMark() {
  const { t, format } = useText()
  // Asked again, since `12 minutes ago` grows old by itself.
  const query = useQuery(trpc.host.backups.notices.queryOptions(undefined, { refetchInterval: lookEveryMs }))
  const { data, dataUpdatedAt } = query
  if (!data?.last) return null
  const { at, isOverdue } = data.last
  const isWrong = data.failures.length > 0 || isOverdue
  const ago = at === null ? null : t('backups.mark.ago', { ago: format.ago(dataUpdatedAt - at) })
  const label =
    data.failures.length > 0
      ? t('backups.mark.failed')
      : isOverdue
        ? t('backups.mark.overdue')
        : (ago ?? t('backups.mark.none'))
  const Icon = isWrong ? IconAlertTriangle : IconShieldCheck
  return (
    <Tooltip label={[label, isWrong ? ago : null].filter(Boolean).join(' · ')} openDelay={300}>
      <Link to="/backups" className={classes.backup} data-wrong={isWrong || undefined}>
        <Icon size={15} stroke={1.6} aria-hidden />
        <span>{label}</span>
      </Link>
    </Tooltip>
  )
}
