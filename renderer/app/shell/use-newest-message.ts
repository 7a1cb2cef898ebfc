// The newest messages are seen at once, and no more than two: what lies over the screen hides what it is about.
import { notifications, useNotifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { spareMessages } from './spare-messages.ts'

/** Takes what newer messages overtook off the screen, those that wait for room among them. */
export function useNewestMessage(): void {
  const { notifications: shown, queue } = useNotifications()
  useEffect(() => {
    for (const id of spareMessages([...shown, ...queue])) notifications.hide(id)
  }, [shown, queue])
}
