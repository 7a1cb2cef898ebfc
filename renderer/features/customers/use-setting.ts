// The settings of selling that customers have, and how one is changed.
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { customerSettings } from '#shared/schemas/customer-settings.ts'
import type { SalesSettings } from '#shared/schemas/sales-settings.ts'

type Key = keyof typeof customerSettings

export function useSetting<Name extends Key>(key: Name, saved: string) {
  const { t } = useText()
  const { data } = useQuery(trpc.orders.settings.queryOptions())
  const save = useMutation({
    mutationFn: (value: SalesSettings[Name]) => client.orders.setSetting.mutate({ key, value }),
    onSuccess: () => notifications.show({ message: saved }),
    onError: (error) => sayError(t, error),
  })
  return { setting: data?.[key] as SalesSettings[Name] | undefined, save: save.mutate, isSaving: save.isPending }
}
