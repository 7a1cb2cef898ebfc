// A charge that came later than the goods, with how it would be split before it is posted.
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { ChargePreview, LandedCostInput } from '#shared/schemas/costing.ts'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'
import { ChargeFields, HandParts } from './charge-fields.tsx'
import classes from './stock.module.css'
import { useCharge } from './use-charge.ts'

export function ChargeDialog({ document, onClose }: { document: StockDocument; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const { charge, set, reading, problems, show } = useCharge(document)
  const preview = useQuery({
    ...trpc.costing.previewLandedCost.queryOptions(reading.ok ? reading.value : ({} as LandedCostInput)),
    enabled: reading.ok,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const posting = useMutation({
    mutationFn: (input: LandedCostInput) => client.costing.postLandedCost.mutate(input),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('stock.charges.posted'), operationId)
      onClose()
    },
  })
  const submit = () => {
    show()
    if (reading.ok) posting.mutate(reading.value)
  }
  const failure = posting.error ?? (reading.ok ? preview.error : null)
  return (
    <FormDialog
      title={t('stock.charges.add')}
      action={t('stock.charges.post')}
      size="lg"
      error={failure}
      isPending={posting.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChargeFields charge={charge} set={set} problems={problems} />
      {charge.splitBy === 'by_hand' ? <HandParts document={document} charge={charge} set={set} /> : null}
      {reading.ok && preview.data && !failure ? <Split preview={preview.data} /> : null}
    </FormDialog>
  )
}

function Split({ preview }: { preview: ChargePreview }) {
  const { t, format } = useText()
  const money = (amount: string | null) =>
    amount === null ? t('common.noData') : format.amount(amount, preview.baseCurrency)
  return (
    <table className={classes.table}>
      <caption className={classes.muted}>
        {t('stock.charges.preview', {
          amount: format.money(preview.baseAmount, preview.baseCurrency),
          rate: format.number(preview.rate),
          day: preview.rateOn,
        })}
      </caption>
      <TableHead
        heads={[
          t('stock.fields.product'),
          { numeric: t('stock.fields.quantity') },
          { numeric: t('stock.charges.share') },
          { numeric: t('stock.charges.toStock') },
          { numeric: t('stock.charges.toSold') },
        ]}
      />
      <tbody>
        {preview.shares.map((share) => (
          <tr key={share.movementId}>
            <td>{share.sku}</td>
            <td data-numeric>{quantityText(format, share.quantity, share.unit)}</td>
            <td data-numeric>{money(share.amount)}</td>
            <td data-numeric>{money(share.toStock)}</td>
            <td data-numeric>{money(share.toSold)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
