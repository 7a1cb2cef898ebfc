// Issuing: the paper gets its number and stays as it is; then it is shown.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'

export function useIssue() {
  const { t } = useText()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (wish: PaperWish) => client.papers.issue.mutate(wish),
    onSuccess: ({ id, number }) => {
      notifications.show({ message: t('papers.issued', { number }) })
      // Going back must not show a draft of what is issued.
      navigate({ to: '/papers/$id', params: { id: String(id) }, replace: true })
    },
    onError: (error) => sayError(t, error),
  })
}
