// Says in a notice of its own what went wrong or is doubtful, where no place beside what was done can.
import { notifications } from '@mantine/notifications'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import type { Translate } from '#shared/i18n/translate.ts'

export function sayError(t: Translate, error: unknown): void {
  notifications.show({ color: 'red', message: wholeMessage(t, error) })
}

/** Several in one notice, a line each: one for each would cover the screen. */
export function sayAll(color: 'red' | 'yellow', messages: readonly string[]): void {
  if (messages.length === 0) return
  notifications.show({ color, message: messages.join('\n'), style: { whiteSpace: 'pre-line' } })
}
