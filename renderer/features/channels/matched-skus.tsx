// SKUs of channels with the products that they mean, those left without one among them.
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ChannelSku } from '#shared/schemas/channels.ts'
import { ChannelFilter } from './channel-filter.tsx'
import classes from './channels.module.css'

export function MatchedSkus({ channel }: { channel: string | undefined }) {
  const { t, format } = useText()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, 150)
  const query = useQuery({
    ...trpc.channels.skus.queryOptions({ channel, search, limit: 200 }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className={classes.filters}>
        <ChannelFilter tab="matched" channel={channel} />
        <TextInput
          aria-label={t('channels.matched.search')}
          placeholder={t('channels.matched.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <QueryState query={query}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <EmptyState title={t('channels.matched.none')}>{t('channels.matched.noneText')}</EmptyState>
          ) : (
            <ScrollRegion name={t('channels.tabs.matched')}>
              <SkuTable rows={rows} />
              {total > rows.length ? (
                <p className="q-quiet">
                  {t('channels.unknown.more', { formatted: format.number(total - rows.length) })}
                </p>
              ) : null}
            </ScrollRegion>
          )
        }
      </QueryState>
    </>
  )
}

function SkuTable({ rows }: { rows: readonly ChannelSku[] }) {
  const { t } = useText()
  return (
    <table className={tableClasses.table} aria-label={t('channels.tabs.matched')}>
      <TableHead
        heads={[
          t('channels.one'),
          t('channels.matched.sku'),
          t('channels.matched.title'),
          t('channels.matched.product'),
          { numeric: t('channels.matched.factor') },
          '',
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <SkuRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function SkuRow({ row }: { row: ChannelSku }) {
  const { t, format, language } = useText()
  const forget = useMutation({
    mutationFn: () => client.channels.forgetSku.mutate({ id: row.id }),
    onSuccess: ({ operationId }) =>
      sayUndoable({ t }, t('channels.matched.forgotten', { sku: row.externalSku }), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <tr>
      <td>{row.channel}</td>
      <th scope="row" className={classes.name}>
        {row.externalSku}
      </th>
      <td className={classes.name}>{row.title}</td>
      <td>
        {row.productId === null ? (
          <span className="q-quiet">{t('channels.matched.leftAlone')}</span>
        ) : (
          <Link className="q-link" to="/products/$id" params={{ id: String(row.productId) }}>
            {row.sku}{' '}
            <span className="q-quiet">{nameIn(language, { name: row.productName, nameZh: row.productNameZh })}</span>
          </Link>
        )}
      </td>
      <td data-numeric>{row.productId === null ? '' : format.number(row.factor)}</td>
      <td data-numeric>
        <WriteGate>
          <Button
            variant="subtle"
            onClick={() => forget.mutate()}
            loading={forget.isPending}
            aria-label={`${t('channels.matched.forget')}: ${row.externalSku}`}
          >
            {t('channels.matched.forget')}
          </Button>
        </WriteGate>
      </td>
    </tr>
  )
}
