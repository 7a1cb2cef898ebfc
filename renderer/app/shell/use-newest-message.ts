// The newest message is always seen: at the limit Mantine lets it wait until an older one goes, and by then it is old news.
import { notifications, useNotifications } from '@mantine/notifications'
import { useEffect } from 'react'

/** Takes the oldest message that would go by itself off the screen as soon as another one waits. */
export function useNewestMessage(): void {
  const { notifications: shown, queue } = useNotifications()
  useEffect(() => {
    if (queue.length === 0) return
    const oldest = shown.find(({ autoClose }) => autoClose !== false)
    if (oldest?.id) notifications.hide(oldest.id)
  }, [shown, queue])
}
