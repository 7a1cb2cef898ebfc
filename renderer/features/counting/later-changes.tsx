// What posting changes of figures that were told since: stock of later days, costs of later issues, what stock is worth now.
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import type { CountPreview } from '#shared/schemas/counting.ts'
import classes from './counting.module.css'

const shown = 5

export function LaterChanges({ preview }: { preview: CountPreview }) {
  const { t, format } = useText()
  const { stockValue, baseCurrency, balances, balanceCount, costCount, warnings } = preview
  const value = (amount: string | null) => (amount === null ? t('common.noData') : format.money(amount, baseCurrency))
  return (
    <>
      {warnings.map((warning) => (
        <Notice key={JSON.stringify(warning)} tone="warn">
          {errorMessage(t, warning)}
        </Notice>
      ))}
      {preview.isBackdated ? (
        <Notice tone="warn" title={t('counting.later.title')}>
          <ul className={classes.later}>
            {balances.slice(0, shown).map((row) => (
              <li key={`${row.productId} ${row.warehouseId} ${row.on}`}>
                {t('counting.later.balance', {
                  day: row.on,
                  product: row.sku,
                  place: placeName(t, { id: row.warehouseId, name: row.warehouse }),
                  before: format.number(row.before),
                  after: quantityText(format, row.after, row.unit),
                })}
              </li>
            ))}
            {balanceCount > shown ? (
              <li>
                {t('counting.later.more', {
                  count: balanceCount - shown,
                  formatted: format.number(balanceCount - shown),
                })}
              </li>
            ) : null}
            {costCount > 0 ? (
              <li>{t('counting.later.costs', { count: costCount, formatted: format.number(costCount) })}</li>
            ) : null}
          </ul>
        </Notice>
      ) : null}
      <Facts
        title={t('counting.later.value')}
        facts={[
          { label: t('counting.later.before'), value: value(stockValue.before) },
          { label: t('counting.later.after'), value: value(stockValue.after) },
        ]}
      />
    </>
  )
}
