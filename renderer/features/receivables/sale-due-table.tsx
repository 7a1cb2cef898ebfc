// What of a sales order is due when, with what of each was paid.
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DueTable } from '#renderer/ui/due-table.tsx'
import type { SaleDues } from '#shared/schemas/payments.ts'

export function SaleDueTable({ dues: { dues, currency } }: { dues: SaleDues }) {
  const { t } = useText()
  const today = useToday()
  const shown = dues.map((due) => ({
    ...due,
    key: `${due.kind}-${due.dueOn}`,
    name: t(`payments.dueKinds.${due.kind === 'expected' ? 'balance' : due.kind}`),
    isOverdue: due.dueOn !== null && due.dueOn < today && !due.isEstimate && Number(due.open) > 0,
  }))
  const words = { what: t('receivables.panel.dues'), overdue: t('receivables.fields.overdue') }
  return <DueTable words={words} currency={currency} dues={shown} />
}
