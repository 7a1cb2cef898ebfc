// Says in a notice of its own what went wrong, where no place beside what was done can.
import { notifications } from '@mantine/notifications'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import type { Translate } from '#shared/i18n/translate.ts'

export function sayError(t: Translate, error: unknown): void {
  notifications.show({ color: 'red', message: wholeMessage(t, error) })
}
