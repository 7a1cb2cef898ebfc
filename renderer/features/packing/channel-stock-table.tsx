// What each SKU of a channel may be sold of, with what is kept back of it.
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WordField } from '#renderer/ui/word-field.tsx'
import type { ChannelStock } from '#shared/schemas/channel-files.ts'
import classes from './packing.module.css'

const shown = 200

export function ChannelStockTable({ channel }: { channel: string | undefined }) {
  const { t, format } = useText()
  const [search, setSearch] = useState('')
  const query = useQuery(trpc.packing.channelStock.queryOptions({ channel, search, limit: shown }))
  return (
    <section className={classes.section}>
      <SectionTitle>{t('packing.stock.title')}</SectionTitle>
      <p className={classes.hint}>{t('packing.stock.hint')}</p>
      <WordField placeholder={t('packing.stock.sku')} value={search} onChange={setSearch} />
      <QueryState query={query}>
        {({ rows, total }) => (
          <>
            <StockTable rows={rows} />
            {total > rows.length ? (
              <p className={classes.hint}>
                {t('packing.files.andMore', { formatted: format.number(total - rows.length) })}
              </p>
            ) : null}
          </>
        )}
      </QueryState>
    </section>
  )
}

function StockTable({ rows }: { rows: readonly ChannelStock[] }) {
  const { t } = useText()
  if (rows.length === 0) return null
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('packing.files.channel')}</th>
            <th scope="col">{t('packing.stock.sku')}</th>
            <th scope="col">{t('packing.stock.product')}</th>
            <th scope="col" data-numeric>
              {t('packing.stock.available')}
            </th>
            <th scope="col">{t('packing.stock.reserve')}</th>
            <th scope="col" data-numeric>
              {t('packing.stock.factor')}
            </th>
            <th scope="col" data-numeric>
              {t('packing.stock.toSell')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <StockRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function StockRow({ row }: { row: ChannelStock }) {
  const text = useText()
  const { t, format, language } = text
  const { id, channel, externalSku, sku, unit, available, reserve, hasOwnReserve, factor, toSell, why } = row
  const save = useMutation({
    mutationFn: (value: number | null) => client.packing.setReserve.mutate({ id, reserve: value }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('packing.stock.saved', { sku: externalSku }), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <tr>
      <td className={classes.code}>{channel}</td>
      <td className={classes.what}>{externalSku}</td>
      <td className={classes.what}>
        {sku} <span className="q-quiet">{nameIn(language, row)}</span>
      </td>
      <td data-numeric>{available === null ? '' : quantityText(format, available, unit)}</td>
      <td>
        <RuleNumber
          isNamedOutside
          mayBeEmpty
          label={t('packing.stock.reserveOf', { sku: externalSku })}
          value={hasOwnReserve ? reserve : null}
          range={[0, 1_000_000]}
          onSave={(value) => save.mutate(value)}
        />
        {hasOwnReserve ? null : (
          <p className={classes.hint}>{t('packing.stock.usual', { formatted: format.number(reserve) })}</p>
        )}
      </td>
      <td data-numeric>{format.number(factor)}</td>
      <td data-numeric>
        {toSell === null ? (
          <span className="q-quiet">{why ? t(`packing.files.why.${why}`) : ''}</span>
        ) : (
          <strong>{format.number(toSell)}</strong>
        )}
      </td>
    </tr>
  )
}
