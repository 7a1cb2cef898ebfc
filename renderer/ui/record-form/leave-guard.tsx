// Asks before a form with unsaved entries is left. They are kept as a draft in any case.
import { Button, Group, Modal, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'

export function LeaveGuard({ isUnsaved }: { isUnsaved: () => boolean }) {
  const { t } = useText()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: false,
    withResolver: true,
  })
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title={t('fields.form.leave')} size="sm">
      <Text>{t('fields.form.leaveText')}</Text>
      <Group justify="flex-end" mt="md" gap="sm">
        <Button onClick={() => proceed?.()}>{t('fields.form.leaveYes')}</Button>
        <Button variant="filled" onClick={() => reset?.()} data-autofocus>
          {t('fields.form.stay')}
        </Button>
      </Group>
    </Modal>
  )
}
