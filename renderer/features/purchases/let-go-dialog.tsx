// Asks whether what is still to come of a line is let go.
import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { Purchase, PurchaseLine } from '#shared/schemas/purchases.ts'
import classes from './purchases.module.css'

type LetGoProps = { purchase: Purchase; line: PurchaseLine; onClose: () => void }

export function LetGoDialog({ purchase, line, onClose }: LetGoProps) {
  const text = useText()
  const { t, format } = text
  const letGo = useMutation({
    mutationFn: () => client.purchases.letGo.mutate({ id: purchase.id, lines: [{ lineId: line.id }] }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('purchases.done.letGo'), operationId)
      onClose()
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <Modal opened onClose={onClose} title={t('purchases.ask.letGo', { sku: line.sku || line.description })} size="sm">
      <div className={classes.dialog}>
        <p>{t('purchases.ask.letGoText', { quantity: quantityText(format, line.open, line.unit) })}</p>
        <div className={classes.dialogActions}>
          <Button onClick={() => letGo.mutate()} loading={letGo.isPending}>
            {t('purchases.lines.letGoAction')}
          </Button>
          <Button variant="filled" onClick={onClose} data-autofocus>
            {t('purchases.ask.keep')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
