// The events of a shipment as a file for another program.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { downloadFile } from '#renderer/lib/files.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { EventFileForm } from '#shared/schemas/tracking.ts'

export function useExportEvents(shipmentId: number) {
  const { t } = useText()
  return useMutation({
    mutationFn: async (form: EventFileForm) => {
      const file = await client.tracking.eventsFile.query({ form, shipmentIds: [shipmentId] })
      await downloadFile(file.token, file.name)
      return file.name
    },
    onSuccess: (name) => notifications.show({ message: t('tracking.panel.exported', { name }) }),
    onError: (error) => sayError(t, error),
  })
}
