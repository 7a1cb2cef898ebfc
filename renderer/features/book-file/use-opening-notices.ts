// What is said once: that a killed program lost nothing, and what others brought in over the network.
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { BookState } from '#shared/schemas/host.ts'

export function useOpeningNotices({ uid, wasCutOff, network }: BookState): void {
  const { t, format } = useText()
  useEffect(() => {
    if (wasCutOff) notifications.show({ id: `cut-off-${uid}`, message: t('bookFile.wasCutOff'), autoClose: 12_000 })
  }, [uid, wasCutOff, t])
  const cameIn = network?.cameIn ?? 0
  const at = network?.togetherAt ?? 0
  useEffect(() => {
    if (cameIn === 0) return
    const message = t('bookFile.cameIn', { count: cameIn, formatted: format.number(cameIn) })
    notifications.show({ id: `came-in-${at}`, message })
  }, [cameIn, at, t, format])
}
