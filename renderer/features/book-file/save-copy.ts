// Saves a copy of the book under another name, to work on there or to have beside it.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { client, queryClient, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { choosePlace } from '#renderer/ui/places/choose-place.ts'
import { sayError } from '#renderer/ui/say-error.ts'

/** Given whether the copy is gone on with. */
export function useSaveCopy() {
  const { t } = useText()
  const { fileName } = useBook()
  return useMutation({
    mutationFn: async (workThere: boolean) => {
      const name = t('bookFile.copyName', { name: fileName.replace(/\.quay$/i, '') })
      const place = await choosePlace({ what: 'target', kind: 'book', name, title: t('bookFile.saveCopy') })
      if (!place) return
      await client.host.books.saveCopy.mutate({ target: place.token, workThere })
      notifications.show({ message: t(workThere ? 'bookFile.goesOnIn' : 'bookFile.saved', { name: place.name }) })
    },
    onError: (error) => sayError(t, error),
    onSettled: () => queryClient.invalidateQueries(trpc.host.state.queryFilter()),
  })
}
