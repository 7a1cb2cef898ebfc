// Exchange rates: the table, what is missing in it, and the ways to fill it.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import type { GridColumn } from '#renderer/ui/record-grid/grid-column.ts'
import { dayColumn, numberColumn, textColumn } from '#renderer/ui/record-grid/list-columns.ts'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { currencyCodes } from '#shared/reference/currencies.ts'
import type { RateRow } from '#shared/schemas/rates.ts'
import { PasteRatesDialog } from './paste-rates-dialog.tsx'
import { EditRateDialog, NewRateDialog } from './rate-dialog.tsx'
import classes from './rates.module.css'

export function RatesScreen() {
  const { t, format } = useText()
  const { baseCurrency } = useBook()
  const columns = useRateColumns()
  const [adding, setAdding] = useState<string | null>(null)
  const [editing, setEditing] = useState<RateRow | null>(null)
  const [isPasting, setPasting] = useState(false)
  const actions = (
    <>
      <WriteGate>
        <Button onClick={() => setPasting(true)}>{t('rates.paste')}</Button>
      </WriteGate>
      <WriteGate>
        <Button variant="filled" onClick={() => setAdding('')}>
          {t('rates.new')}
        </Button>
      </WriteGate>
    </>
  )
  return (
    <Page title={t('rates.title')} subtitle={t('rates.subtitle')} actions={actions} fills>
      <MissingRates onAdd={setAdding} />
      <RecordList
        list="rates"
        feature="rates"
        label={t('rates.title')}
        columns={columns}
        load={(query) => client.rates.list.query(query)}
        nameOf={(row) => `${row.from} ${row.to} ${row.on}`}
        countText={(total) => t('rates.count', { count: total, formatted: format.number(total) })}
        hasArchive={false}
        empty={{ title: t('rates.empty.title'), text: t('rates.empty.text', { currency: baseCurrency }), actions }}
        onNew={() => setAdding('')}
        onOpen={setEditing}
      />
      {adding === null ? null : <NewRateDialog from={adding} onClose={() => setAdding(null)} />}
      {editing === null ? null : <EditRateDialog row={editing} onClose={() => setEditing(null)} />}
      {isPasting ? <PasteRatesDialog onClose={() => setPasting(false)} /> : null}
    </Page>
  )
}

/** Orders wait in currencies that the table does not know: said above it, with the way out. */
function MissingRates({ onAdd }: { onAdd: (currency: string) => void }) {
  const { t, format } = useText()
  const { data } = useQuery(trpc.rates.currenciesInUse.queryOptions())
  const missing = data?.currencies.filter((one) => one.ordersWithoutRate > 0) ?? []
  if (!data || missing.length === 0) return null
  const list = format.list(missing.map((one) => `${one.currency} (${format.number(one.ordersWithoutRate)})`))
  return (
    <Notice
      tone="warn"
      className={classes.missing}
      title={t('rates.missing.title')}
      actions={missing.map(({ currency }) => (
        <WriteGate key={currency}>
          <Button onClick={() => onAdd(currency)}>{t('rates.missing.add', { currency })}</Button>
        </WriteGate>
      ))}
    >
      {t('rates.missing.text', { currency: data.baseCurrency, list })}
    </Notice>
  )
}

function useRateColumns(): readonly GridColumn<RateRow>[] {
  const { t, format } = useText()
  return useMemo(() => {
    const choices = currencyCodes.map((code) => ({ value: code, label: code }))
    return [
      dayColumn<RateRow>('on', t('rates.fields.on')),
      textColumn<RateRow>('from', t('rates.fields.from'), { kind: 'choice', choices, isQuick: true, width: 90 }),
      textColumn<RateRow>('to', t('rates.fields.to'), { kind: 'choice', choices, isQuick: true, width: 90 }),
      numberColumn<RateRow>('rate', t('rates.fields.rate'), format, { width: 130 }),
      textColumn<RateRow>('source', t('rates.fields.source'), { width: 240, grows: true, isQuiet: true }),
    ]
  }, [t, format])
}
