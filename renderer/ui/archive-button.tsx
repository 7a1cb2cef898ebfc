// Puts one record away, or brings it back.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'

type ArchiveButtonProps = { archived: boolean; archive: () => Promise<unknown>; unarchive: () => Promise<unknown> }

export function ArchiveButton({ archived, archive, unarchive }: ArchiveButtonProps) {
  const { t } = useText()
  const run = useMutation({
    mutationFn: archived ? unarchive : archive,
    onError: (error) => sayError(t, error),
  })
  return (
    <WriteGate>
      <Button onClick={() => run.mutate()} loading={run.isPending}>
        {t(archived ? 'common.unarchive' : 'common.archive')}
      </Button>
    </WriteGate>
  )
}
