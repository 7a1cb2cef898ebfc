// Products in rank order with their class; the value opens its card.
import { useText } from '#renderer/lib/language.ts'
import report from '#renderer/ui/report.module.css'
import { RowGrid } from '#renderer/ui/row-grid/row-grid.tsx'
import type { AbcBasis, AbcItem, AbcResult } from '#shared/schemas/insights.ts'
import { useAbcColumns } from './abc-columns.tsx'

type AbcGridProps = { basis: AbcBasis; result: AbcResult; openId: number | null; onOpen: (productId: number) => void }

export function AbcGrid({ basis, result, openId, onOpen }: AbcGridProps) {
  const { t } = useText()
  const columns = useAbcColumns(basis, result.currency)
  return (
    <div className={report.grid}>
      <RowGrid
        label={t('insights.abc.table')}
        rows={result.items}
        columns={columns}
        idOf={idOf}
        openId={openId === null ? null : String(openId)}
        onOpen={({ productId }) => onOpen(productId)}
      />
    </div>
  )
}

function idOf({ productId }: AbcItem): string {
  return String(productId)
}
