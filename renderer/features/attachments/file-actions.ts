// What is done with what a file holds: shown by the system where there is one, else saved.
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { downloadFile } from '#renderer/lib/files.ts'
import { useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'

export function useFileActions() {
  const { t } = useText()
  const { canOpenFiles } = useHostState()
  const onError = (error: unknown) => sayError(t, error)
  const save = useMutation({
    mutationFn: async (id: number) => {
      const { token, name } = await client.attachments.content.query({ id })
      await downloadFile(token, name)
    },
    onError,
  })
  const open = useMutation({
    mutationFn: async (id: number) => {
      const { token } = await client.attachments.content.query({ id })
      await client.host.openFile.mutate({ file: token })
    },
    onError,
  })
  return {
    save: (id: number) => save.mutate(id),
    /** In a browser there is no program to hand it to: it is saved, as browsers do with files. */
    open: (id: number) => (canOpenFiles ? open.mutate(id) : save.mutate(id)),
    canOpen: canOpenFiles,
  }
}
