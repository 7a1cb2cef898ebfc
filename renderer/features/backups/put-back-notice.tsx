// Said before any book is open: one was put back as it was before an upgrade, and what opens it.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'

export function PutBackNotice() {
  const { t } = useText()
  const { data } = useQuery(trpc.host.backups.putBack.queryOptions(undefined, { staleTime: 0 }))
  if (!data) return null
  const { fileName, format, programFormat, program } = data
  return (
    <Notice tone="good" title={t('backups.putBack.title', { name: fileName })}>
      {t('backups.putBack.text', { format, programFormat })}{' '}
      {program === null ? null : t('backups.putBack.program', { program })}
    </Notice>
  )
}
