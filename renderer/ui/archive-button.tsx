// Puts one record away, or brings it back.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'

type ArchiveButtonProps = { archived: boolean; archive: () => Promise<unknown>; unarchive: () => Promise<unknown> }

export function ArchiveButton({ archived, archive, unarchive }: ArchiveButtonProps) {
  const { t } = useText()
  const run = useMutation({
    mutationFn: archived ? unarchive : archive,
    onError: (error) => notifications.show({ color: 'red', message: errorMessage(t, error) }),
  })
  return (
    <Button onClick={() => run.mutate()} loading={run.isPending}>
      {t(archived ? 'common.unarchive' : 'common.archive')}
    </Button>
  )
}
