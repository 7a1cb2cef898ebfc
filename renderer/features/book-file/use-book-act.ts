// Something done with the book's file: its failure is said, and what the host says of the book is asked again.
import { useMutation } from '@tanstack/react-query'
import { queryClient, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'

export function useBookAct(act: () => Promise<unknown>) {
  const { t } = useText()
  return useMutation({
    mutationFn: act,
    onError: (error) => sayError(t, error),
    onSettled: () => queryClient.invalidateQueries(trpc.host.state.queryFilter()),
  })
}
