// Goods that came in without a known cost: told here, later than the goods.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { isDecimal } from '#shared/decimal.ts'
import type { UncostedReceipt } from '#shared/schemas/costing.ts'
import classes from './stock.module.css'

type Told = Record<number, { amount: string; currency: string }>

const pageSize = 50

export function UncostedSection({ baseCurrency }: { baseCurrency: string }) {
  const { t } = useText()
  const query = useQuery(trpc.costing.uncosted.queryOptions({ limit: pageSize }))
  return (
    <section>
      <SectionTitle>{t('stock.uncosted.title')}</SectionTitle>
      <QueryState query={query}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className={classes.muted}>{t('stock.uncosted.none')}</p>
          ) : (
            <UncostedTable rows={rows} total={total} baseCurrency={baseCurrency} />
          )
        }
      </QueryState>
    </section>
  )
}

type TableProps = { rows: readonly UncostedReceipt[]; total: number; baseCurrency: string }

function UncostedTable({ rows, total, baseCurrency }: TableProps) {
  const text = useText()
  const { t, format } = text
  const [told, setTold] = useState<Told>({})
  const costs = rows.flatMap(({ movementId }) => {
    const cost = told[movementId]
    const amount = typedDecimal(cost?.amount ?? '')
    return cost && amount !== '' ? [{ movementId, unitCost: { amount, currency: cost.currency } }] : []
  })
  const isWrong = costs.some(({ unitCost }) => !isDecimal(unitCost.amount))
  const telling = useMutation({
    mutationFn: () => client.costing.tellCosts.mutate({ costs }),
    onSuccess: ({ operationId }) => {
      setTold({})
      sayUndoable(
        text,
        t('stock.uncosted.told', { count: costs.length, formatted: format.number(costs.length) }),
        operationId,
      )
    },
    onError: (error) => sayError(t, error),
  })
  const takePrices = () =>
    setTold((before) => ({
      ...Object.fromEntries(rows.flatMap(({ movementId, costPrice }) => (costPrice ? [[movementId, costPrice]] : []))),
      ...before,
    }))
  return (
    <>
      <p className={classes.dialogText}>{t('stock.uncosted.text')}</p>
      <ScrollRegion name={t('stock.uncosted.title')}>
        <table className={`${classes.table} ${classes.edit}`}>
          <TableHead
            heads={[
              t('stock.fields.on'),
              t('stock.fields.product'),
              t('stock.fields.place'),
              t('stock.fields.document'),
              { numeric: t('stock.fields.quantity') },
              t('stock.fields.unitCost'),
              t('stock.fields.currency'),
            ]}
          />
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.movementId}
                row={row}
                cost={told[row.movementId] ?? { amount: '', currency: row.costPrice?.currency ?? baseCurrency }}
                onChange={(cost) => setTold((before) => ({ ...before, [row.movementId]: cost }))}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className={classes.more}>
        <WriteGate>
          <Button
            variant="filled"
            disabled={costs.length === 0 || isWrong}
            onClick={() => telling.mutate()}
            loading={telling.isPending}
          >
            {t('stock.uncosted.tell')}
          </Button>
        </WriteGate>
        {rows.some(({ costPrice }) => costPrice) ? (
          <Button onClick={takePrices}>{t('stock.uncosted.takePrices')}</Button>
        ) : null}
        {total > rows.length
          ? t('stock.more', { count: total - rows.length, formatted: format.number(total - rows.length) })
          : null}
      </div>
    </>
  )
}

type RowProps = {
  row: UncostedReceipt
  cost: { amount: string; currency: string }
  onChange: (cost: { amount: string; currency: string }) => void
}

function Row({ row, cost, onChange }: RowProps) {
  const { t, format, language } = useText()
  const amount = typedDecimal(cost.amount)
  const problem = amount !== '' && !isDecimal(amount) ? fieldMessage(t, 'decimal') : undefined
  return (
    <tr>
      <td className={classes.amount}>{row.on}</td>
      <td className={classes.wide}>
        {row.sku} <span className="q-quiet">{nameIn(language, row)}</span>
      </td>
      <td className={classes.amount}>{placeName(t, { id: row.warehouseId, name: row.warehouse })}</td>
      <td className={classes.amount}>
        {row.documentId === null ? null : (
          <Link className="q-link" to="/stock/documents/$id" params={{ id: String(row.documentId) }}>
            {row.documentNumber}
          </Link>
        )}
      </td>
      <td data-numeric className={classes.amount}>
        {quantityText(format, row.quantity, row.unit)}
      </td>
      <td>
        <DecimalInput
          w={110}
          aria-label={t('stock.uncosted.costOf', { sku: row.sku })}
          placeholder={row.costPrice?.amount ?? ''}
          value={cost.amount}
          onChange={(typed) => onChange({ ...cost, amount: typed })}
          error={problem}
        />
      </td>
      <td>
        <CurrencySelect
          w={90}
          aria-label={t('stock.uncosted.currencyOf', { sku: row.sku })}
          value={cost.currency}
          onChange={(currency) => onChange({ ...cost, currency })}
        />
      </td>
    </tr>
  )
}
