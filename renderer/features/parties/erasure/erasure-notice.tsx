// Says on the page of an erased party that its fields are empty for good.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import classes from './erasure.module.css'

export function ErasureNotice({ partyId }: { partyId: number }) {
  const { t, format } = useText()
  const { data } = useQuery(trpc.parties.erasure.queryOptions({ id: partyId }))
  if (!data) return null
  const at = format.instant(data.at)
  return (
    <Notice className={classes.notice}>
      {data.person ? t('erasure.noticeBy', { at, person: data.person }) : t('erasure.notice', { at })}
    </Notice>
  )
}
