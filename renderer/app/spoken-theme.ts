// The theme with what Mantine's own parts are called in the screen's language: a cross alone has no name.
import { Modal, mergeThemeOverrides, Notification } from '@mantine/core'
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { theme } from '#renderer/ui/theme.ts'

export function useSpokenTheme() {
  const { t } = useText()
  const close = t('common.close')
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': close }
    return mergeThemeOverrides(theme, {
      components: {
        Modal: Modal.extend({ defaultProps: { ...theme.components?.Modal?.defaultProps, closeButtonProps } }),
        Notification: Notification.extend({ defaultProps: { closeButtonProps } }),
      },
    })
  }, [close])
}
