// Takes a merge back as a whole, after asking: the backup that was made before it takes the book's place.
import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { forgetPast, startOver } from './run-merge.ts'
import classes from './undo-merge.module.css'

export function UndoMerge({ id }: { id: number }) {
  const { t } = useText()
  const [isAsking, asking] = useDisclosure(false)
  const undo = useMutation({
    mutationFn: () => client.host.merge.undo.mutate({ id }),
    onSuccess: () => {
      asking.close()
      startOver()
      notifications.show({ message: t('merge.undo.done') })
    },
    onSettled: forgetPast,
  })
  return (
    <>
      <Button onClick={asking.open}>{t('merge.undo.button')}</Button>
      <Modal
        opened={isAsking}
        onClose={asking.close}
        title={t('merge.undo.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <p>{t('merge.undo.text')}</p>
        {undo.error ? <Notice tone="bad">{errorMessage(t, undo.error)}</Notice> : null}
        <div className={classes.actions}>
          <Button onClick={asking.close} disabled={undo.isPending}>
            {t('common.cancel')}
          </Button>
          <Button variant="filled" onClick={() => undo.mutate()} loading={undo.isPending} data-autofocus>
            {t('merge.undo.confirm')}
          </Button>
        </div>
      </Modal>
    </>
  )
}
