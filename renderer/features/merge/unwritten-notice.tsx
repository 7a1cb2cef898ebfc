// Said wherever the program stands: a copy was brought in, and the choices made with it were not written.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, queryClient, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { counted } from './merge-words.ts'

export function UnwrittenNotice() {
  const { t, format } = useText()
  const { mayWrite } = useMayWrite()
  const { data } = useQuery(trpc.merges.unwritten.queryOptions(undefined, { enabled: mayWrite }))
  const see = useMutation({
    mutationFn: (id: number) => client.merges.seeUnwritten.mutate({ id }),
    onSuccess: () => queryClient.invalidateQueries(trpc.merges.unwritten.queryFilter()),
    onError: (error) => sayError(t, error),
  })
  if (!mayWrite || !data) return null
  const { id, fileName, at, choices, records, more } = data
  return (
    <Notice
      tone="warn"
      actions={
        <Button loading={see.isPending} onClick={() => see.mutate(id)}>
          {t('merge.unwritten.seen')}
        </Button>
      }
    >
      {t('merge.unwritten.text', { ...counted(format, choices), fileName, at: format.instant(at) })}{' '}
      {records.map((record, index) => (
        <span key={`${record.kind} ${record.id}`}>
          {index > 0 ? ' · ' : ''}
          <RecordLink record={record} />
        </span>
      ))}
      {more > 0 ? ` · ${t('merge.unwritten.more', counted(format, more))}` : null}
    </Notice>
  )
}
