// Said wherever the program then stands: a book could not be opened because its file is damaged, and what can be done.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { RescueButton } from './rescue-button.tsx'

export function DamagedNotice() {
  const { t, format } = useText()
  const { data } = useQuery(trpc.host.health.damaged.queryOptions(undefined, { staleTime: 0 }))
  const bring = useMutation({
    mutationFn: () => client.host.health.bringBack.mutate(),
    onError: (error) => sayError(t, error),
  })
  if (!data) return null
  const { token, fileName, backupAt } = data
  return (
    <Notice
      tone="warn"
      title={fileName}
      actions={
        <>
          {backupAt === null ? null : (
            <Button loading={bring.isPending} onClick={() => bring.mutate()}>
              {t('health.rescue.bringBack', { at: format.instant(backupAt) })}
            </Button>
          )}
          <RescueButton file={token} />
        </>
      }
    >
      {t('health.rescue.offer')}
    </Notice>
  )
}
