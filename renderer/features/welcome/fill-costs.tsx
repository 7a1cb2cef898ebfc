// Products without a cost, and a box to paste a column of costs into, with what falls where before anything is saved.
import { Button, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ProductRow } from '#shared/schemas/catalog.ts'
import { CostTable } from './cost-table.tsx'
import { costsInWords } from './cost-words.ts'
import classes from './fill-costs.module.css'
import { useLackingCost } from './lacking-cost.ts'
import { type LaidCosts, layCosts } from './pasted-costs.ts'

export function FillCosts() {
  const { t } = useText()
  const products = useLackingCost()
  return (
    <QueryState query={products}>
      {({ rows, total }) =>
        total === 0 ? (
          <EmptyState title={t('welcome.costs.done')}>{t('welcome.costs.doneText')}</EmptyState>
        ) : (
          <PasteCosts rows={rows} total={total} />
        )
      }
    </QueryState>
  )
}

function PasteCosts({ rows, total }: { rows: readonly ProductRow[]; total: number }) {
  const { t, format } = useText()
  const { baseCurrency } = useBook()
  const [text, setText] = useState('')
  const [currency, setCurrency] = useState(baseCurrency)
  const laid = useMemo(() => layCosts(text, rows), [text, rows])
  const good = laid.costs.size - laid.wrongCount
  const save = useSaveCosts(laid, currency, () => setText(''))
  return (
    <div className={classes.split}>
      <div className={classes.paste}>
        <Textarea
          label={t('welcome.costs.paste')}
          description={t('welcome.costs.pasteHint')}
          minRows={8}
          maxRows={16}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <CurrencySelect label={t('welcome.costs.currency')} value={currency} onChange={setCurrency} />
        <div className={classes.notes} role="status">
          {costsInWords(t, format, laid).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <div className={classes.actions}>
          <WriteGate>
            <Button variant="filled" disabled={good === 0} loading={save.isPending} onClick={() => save.mutate()}>
              {good === 0 ? t('common.save') : t('welcome.costs.save', { count: good, formatted: format.number(good) })}
            </Button>
          </WriteGate>
          <CopySkus rows={rows} />
        </div>
      </div>
      <ScrollRegion className={classes.table} name={t('welcome.costs.table')}>
        <CostTable rows={rows} laid={laid} currency={currency} />
        {total > rows.length ? (
          <p className={classes.more}>
            {t('welcome.costs.firstOf', { shown: format.number(rows.length), formatted: format.number(total) })}
          </p>
        ) : null}
      </ScrollRegion>
    </div>
  )
}

function useSaveCosts(laid: LaidCosts, currency: string, onSaved: () => void) {
  const { t, format } = useText()
  return useMutation({
    mutationFn: async () => {
      const good = [...laid.costs].filter(([, { problem }]) => problem === null)
      const rows = good.map(([productId, { text }]) => ({ productId, cost: { amount: text, currency } }))
      await client.products.fillCosts.mutate({ rows })
      return rows.length
    },
    onSuccess: (count) => {
      notifications.show({ message: t('welcome.costs.saved', { count, formatted: format.number(count) }) })
      onSaved()
    },
    onError: (error) => sayError(t, error),
  })
}

/** SKU and name as two columns, to put costs beside them in a spreadsheet. */
function CopySkus({ rows }: { rows: readonly ProductRow[] }) {
  const { t } = useText()
  const copy = () => {
    const text = rows
      .map(({ sku, nameEn, nameZh }) => `${sku}\t${(nameEn || nameZh).replaceAll(/[\t\n]/g, ' ')}`)
      .join('\n')
    navigator.clipboard.writeText(text).then(
      () => notifications.show({ message: t('welcome.costs.copied') }),
      () => notifications.show({ color: 'red', message: t('welcome.costs.copyFailed') }),
    )
  }
  return <Button onClick={copy}>{t('welcome.costs.copy')}</Button>
}
