// Asks whether what is still to come of a line is let go.
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { Purchase, PurchaseLine } from '#shared/schemas/purchases.ts'

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
    <AskDialog
      title={t('purchases.ask.letGo', { sku: line.sku || line.description })}
      text={t('purchases.ask.letGoText', { quantity: quantityText(format, line.open, line.unit) })}
      yes={t('purchases.lines.letGoAction')}
      no={t('purchases.ask.keep')}
      isPending={letGo.isPending}
      onYes={() => letGo.mutate()}
      onClose={onClose}
    />
  )
}
