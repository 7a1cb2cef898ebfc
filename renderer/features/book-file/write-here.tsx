// Another program has the book: wait for it, or write here instead, after a word on what that means.
import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import classes from './book-file.module.css'
import { useBookAct } from './use-book-act.ts'

export function WriteHere({ isFree }: { isFree: boolean }) {
  const { t } = useText()
  const [isAsking, question] = useDisclosure(false)
  const write = useBookAct(async () => {
    question.close()
    await client.host.books.writeHere.mutate({ takeOver: !isFree })
  })
  return (
    <Notice
      tone={isFree ? 'good' : 'warn'}
      actions={
        <Button
          variant={isFree ? 'filled' : 'default'}
          loading={write.isPending}
          onClick={isFree ? () => write.mutate() : question.open}
        >
          {t(isFree ? 'bookFile.writeHere' : 'bookFile.writeInstead')}
        </Button>
      }
    >
      {t(isFree ? 'bookFile.free' : 'bookFile.inUse')}
      <Modal
        opened={isAsking}
        onClose={question.close}
        title={t('bookFile.takeOver.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <p>{t('bookFile.takeOver.text')}</p>
        <div className={classes.actions}>
          <Button onClick={question.close}>{t('common.cancel')}</Button>
          <Button variant="filled" onClick={() => write.mutate()}>
            {t('bookFile.takeOver.do')}
          </Button>
        </div>
      </Modal>
    </Notice>
  )
}
