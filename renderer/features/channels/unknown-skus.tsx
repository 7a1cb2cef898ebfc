// The work list of SKUs that nobody knows: each with what it may mean. Enter takes the suggestion and goes on to the next.
import { Button } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Language } from '#shared/i18n/translate.ts'
import type { SkuSuggestion, UnknownSku } from '#shared/schemas/channels.ts'
import { ChannelFilter } from './channel-filter.tsx'
import classes from './channels.module.css'

export function UnknownSkus({ channel }: { channel: string | undefined }) {
  const { t, format } = useText()
  const query = useQuery({
    ...trpc.channels.unknown.queryOptions({ channel, limit: 100 }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <ChannelFilter tab="unknown" channel={channel} />
      <QueryState query={query}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <EmptyState title={t('channels.unknown.none')}>{t('channels.unknown.noneText')}</EmptyState>
          ) : (
            <ScrollRegion name={t('channels.tabs.unknown')}>
              <p className="q-quiet">{t('channels.unknown.about')}</p>
              <UnknownList rows={rows} />
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

function UnknownList({ rows }: { rows: readonly UnknownSku[] }) {
  const list = useRef<HTMLUListElement>(null)
  /** The next field of a product, once this row is gone. */
  const goOn = (at: number) => {
    const fields = list.current?.querySelectorAll<HTMLInputElement>('input[role="combobox"]')
    fields?.[at + 1]?.focus()
  }
  return (
    <ul className={classes.work} ref={list}>
      {rows.map((row, at) => (
        <UnknownRow key={`${row.channel}\n${row.externalSku}`} row={row} onDone={() => goOn(at)} />
      ))}
    </ul>
  )
}

function UnknownRow({ row, onDone }: { row: UnknownSku; onDone: () => void }) {
  const { t, format, language } = useText()
  const { product, setProduct, factor, setFactor, match, leave } = useMatching(row, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (product && !match.isPending) match.mutate()
  }
  const others = row.suggestions.filter(({ productId }) => productId !== product?.id)
  return (
    <li className={classes.workRow}>
      <div className={classes.sku}>
        <strong>{row.externalSku}</strong>
        <span className={classes.title}>{row.title}</span>
        <span className="q-quiet">
          {[
            row.channel,
            t('channels.unknown.lines', { count: row.lines, formatted: format.number(row.lines) }),
            t('channels.unknown.last', { day: row.lastOn }),
          ].join(' · ')}
        </span>
      </div>
      <form className={classes.matching} onSubmit={submit} noValidate>
        <ProductPicker
          aria-label={t('channels.unknown.productOf', { sku: row.externalSku })}
          placeholder={t('channels.unknown.product')}
          value={product}
          onChange={setProduct}
          dropdownWidth={420}
        />
        <DecimalInput
          aria-label={t('channels.unknown.factorOf', { sku: row.externalSku })}
          unit="×"
          value={factor}
          onChange={setFactor}
        />
        <WriteGate>
          <Button type="submit" variant={product ? 'filled' : 'default'} disabled={!product} loading={match.isPending}>
            {t('channels.unknown.match')}
          </Button>
        </WriteGate>
        <WriteGate>
          <Button variant="subtle" onClick={() => leave.mutate()} loading={leave.isPending}>
            {t('channels.unknown.leave')}
          </Button>
        </WriteGate>
        {others.length > 0 ? (
          <p className={classes.others}>
            {t('channels.unknown.orElse')}{' '}
            {others.map((one) => (
              <Button
                key={one.productId}
                variant="subtle"
                size="compact-xs"
                onClick={() => setProduct(optionOf(one, language))}
              >
                {one.sku}
              </Button>
            ))}
          </p>
        ) : null}
      </form>
    </li>
  )
}

function optionOf({ productId, sku, name, nameZh }: SkuSuggestion, language: Language): PickerOption {
  return { id: productId, name: sku, detail: nameIn(language, { name, nameZh }) }
}

function useMatching(row: UnknownSku, onDone: () => void) {
  const { t, format, language } = useText()
  const [best] = row.suggestions
  const [product, setProduct] = useState<PickerOption | null>(best ? optionOf(best, language) : null)
  const [factor, setFactor] = useState('1')
  const { channel, externalSku } = row
  const match = useMutation({
    mutationFn: () =>
      client.channels.mapSku.mutate({
        channel,
        externalSku,
        productId: product?.id ?? 0,
        factor: Number(typedDecimal(factor) || '1'),
      }),
    onSuccess: ({ result, operationId }) => {
      const said = {
        sku: externalSku,
        product: product?.name ?? '',
        count: result.lines,
        formatted: format.number(result.lines),
      }
      sayUndoable({ t }, t('channels.unknown.matched', said), operationId)
      onDone()
    },
    onError: (error) => sayError(t, error),
  })
  const leave = useMutation({
    mutationFn: () => client.channels.ignoreSku.mutate({ channel, externalSku }),
    onSuccess: ({ operationId }) => {
      sayUndoable({ t }, t('channels.unknown.left', { sku: externalSku }), operationId)
      onDone()
    },
    onError: (error) => sayError(t, error),
  })
  return { product, setProduct, factor, setFactor, match, leave }
}
