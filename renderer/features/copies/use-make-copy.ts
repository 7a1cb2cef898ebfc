// Asks where the copy goes, has it made, and hands it over. The passphrase lives in this call alone.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { downloadFile } from '#renderer/lib/files.ts'
import { newJobId } from '#renderer/lib/jobs.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { choosePlace } from '#renderer/ui/places/choose-place.ts'
import type { CopyWish } from './copy-wish.ts'

type Asked = { wish: CopyWish; to: 'place' | 'download' }

export function useMakeCopy(companyName: string) {
  const { t, format, language } = useText()
  const today = useToday()
  const [running, setRunning] = useState<string | null>(null)
  const run = useMutation({
    mutationFn: async ({ wish, to }: Asked) => {
      const isRedacted = wish.kind === 'redacted'
      // Names of files have an end, names of companies may have none.
      const named = { company: [...companyName].slice(0, 60).join('').trim(), day: today }
      const stem = t(isRedacted ? 'copies.make.nameRedacted' : 'copies.make.name', named)
      const name = `${stem}${wish.isEncrypted ? '.quay.age' : '.quay'}`
      const kind = wish.isEncrypted ? 'encrypted' : 'book'
      const place =
        to === 'download' ? null : await choosePlace({ what: 'target', kind, name, title: t('copies.make.choose') })
      if (to === 'place' && place === null) return null
      const jobId = newJobId()
      setRunning(jobId)
      const made = await client.host.copies.make.mutate({
        target: place?.token ?? null,
        name,
        // The chooser asked before it took a file that is there.
        replace: true,
        withAttachments: isRedacted || wish.withFiles,
        passphrase: wish.isEncrypted ? wish.passphrase : null,
        redact: isRedacted ? [...wish.redact] : [],
        language,
        jobId,
      })
      if (made.file !== null) await downloadFile(made.file, made.name)
      return made
    },
    onSuccess(made) {
      // Whoever went on to another screen hears of it there.
      if (made)
        notifications.show({ message: t('copies.done.file', { name: made.name, size: format.fileSize(made.size) }) })
    },
    onSettled: () => setRunning(null),
  })
  const isStopped = run.error !== null && failureOf(run.error).code === 'job/cancelled'
  return {
    running,
    made: run.data ?? null,
    error: isStopped ? null : run.error,
    make: (wish: CopyWish, to: Asked['to']) => run.mutate({ wish, to }),
    reset: run.reset,
  }
}
