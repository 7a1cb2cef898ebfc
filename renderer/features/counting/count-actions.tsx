// What can be done with an open count as a whole: change its head, say what is not there, cancel it, look at it and post it.
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { StockCount } from '#shared/schemas/counting.ts'
import { EditDialog } from './edit-dialog.tsx'
import { ReviewDialog } from './review-dialog.tsx'

type Open = 'edit' | 'zero' | 'cancel' | 'review' | null

export function CountActions({ count }: { count: StockCount }) {
  const { t } = useText()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <WriteGate>
            <Button rightSection={<IconChevronDown size={14} stroke={1.5} />}>{t('counting.more')}</Button>
          </WriteGate>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('edit')}>{t('counting.edit.open')}</Menu.Item>
          <Menu.Item disabled={count.countedCount === count.lineCount} onClick={() => setOpen('zero')}>
            {t('counting.zero.open')}
          </Menu.Item>
          <Menu.Item onClick={() => setOpen('cancel')}>{t('counting.cancel.open')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <WriteGate>
        <Button variant="filled" disabled={count.countedCount === 0} onClick={() => setOpen('review')}>
          {t('counting.review.open')}
        </Button>
      </WriteGate>
      {open === 'edit' ? <EditDialog count={count} onClose={close} /> : null}
      {open === 'zero' || open === 'cancel' ? <SureDialog count={count} what={open} onClose={close} /> : null}
      {open === 'review' ? <ReviewDialog count={count} onClose={close} /> : null}
    </>
  )
}

type SureDialogProps = { count: StockCount; what: 'zero' | 'cancel'; onClose: () => void }

function SureDialog({ count, what, onClose }: SureDialogProps) {
  const text = useText()
  const { t, format } = text
  const left = count.lineCount - count.countedCount
  const named = { number: count.number, count: left, formatted: format.number(left) }
  const { id } = count
  const doing = useMutation({
    mutationFn: (): Promise<{ operationId: number | null }> =>
      what === 'zero' ? client.counting.zeroRest.mutate({ id }) : client.counting.cancel.mutate({ id }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t(`counting.${what}.done`, named), operationId)
      onClose()
    },
  })
  return (
    <AskDialog
      title={t(`counting.${what}.title`, named)}
      text={t(`counting.${what}.text`, named)}
      yes={t(`counting.${what}.yes`)}
      no={t(`counting.${what}.no`)}
      size="md"
      error={doing.error}
      isPending={doing.isPending}
      onYes={() => doing.mutate()}
      onClose={onClose}
    />
  )
}
