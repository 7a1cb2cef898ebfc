// Second versions of the book that a sync program left beside it: offered for bringing in.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { carryCopy } from '#renderer/lib/carried-copy.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'

export function ConflictCopies() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const [isLater, setLater] = useState(false)
  const { data = [] } = useQuery(trpc.host.books.conflictCopies.queryOptions(undefined, { staleTime: 60_000 }))
  const [first] = data
  if (!first || isLater) return null
  return (
    <Notice
      tone="info"
      actions={
        <>
          <Button
            onClick={() => {
              carryCopy(first)
              void navigate({ to: '/merge' as '/' })
            }}
          >
            {t('bookFile.conflicts.look')}
          </Button>
          <Button variant="subtle" onClick={() => setLater(true)}>
            {t('bookFile.conflicts.later')}
          </Button>
        </>
      }
    >
      {t('bookFile.conflicts.text', {
        count: data.length,
        formatted: format.number(data.length),
        name: first.name,
        at: format.instant(first.changedAt),
      })}
    </Notice>
  )
}
