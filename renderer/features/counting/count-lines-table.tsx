// The lines of a count: what is counted is typed here, line by line; Enter and the arrows go on to the next.
import { SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText, unitText } from '#renderer/lib/unit-text.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { type CountLine, type LineFilter, lineFilters, type StockCount } from '#shared/schemas/counting.ts'
import { CountedCell } from './counted-cell.tsx'
import classes from './counting.module.css'
import { DifferenceValue } from './difference-value.tsx'
import { LineMenu } from './line-menu.tsx'
import { PageTurner } from './page-turner.tsx'

const pageSize = 100

export function CountLinesTable({ count }: { count: StockCount }) {
  const { t } = useText()
  const isBlind = count.isBlind && count.status === 'open'
  const [show, setShow] = useState<LineFilter>('all')
  const [search, setSearch] = useState('')
  const [offset, setOffset] = useState(0)
  const [asked] = useDebouncedValue(search, 150)
  const query = useQuery(
    trpc.counting.lines.queryOptions(
      { id: count.id, show, search: asked, offset, limit: pageSize },
      { placeholderData: keepPreviousData },
    ),
  )
  const filters = lineFilters.filter((one) => one !== 'differing' || !isBlind)
  return (
    <section aria-label={t('counting.lines.title')}>
      <SectionTitle>{t('counting.lines.title')}</SectionTitle>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('counting.lines.show')}
          data={filters.map((value) => ({ value, label: t(`counting.lines.filters.${value}`) }))}
          value={show}
          onChange={(value) => {
            setShow(value as LineFilter)
            setOffset(0)
          }}
        />
        <TextInput
          w={220}
          aria-label={t('counting.lines.search')}
          placeholder={t('counting.lines.search')}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value)
            setOffset(0)
          }}
        />
      </div>
      <QueryState query={query}>
        {({ rows, total, baseCurrency }) =>
          total === 0 ? (
            <p className={classes.muted}>{t(`counting.lines.none.${show}`)}</p>
          ) : (
            <>
              <Lines rows={rows} count={count} base={baseCurrency} isBlind={isBlind} />
              <PageTurner total={total} offset={offset} limit={pageSize} onTurn={setOffset} />
            </>
          )
        }
      </QueryState>
    </section>
  )
}

type LinesProps = { rows: readonly CountLine[]; count: StockCount; base: string; isBlind: boolean }

function Lines({ rows, count, base, isBlind }: LinesProps) {
  const { t } = useText()
  const { mayWrite } = useMayWrite()
  const canEnter = count.status === 'open' && mayWrite
  const has = {
    bin: rows.some(({ bin }) => bin !== ''),
    batch: rows.some(({ batch }) => batch !== ''),
    books: !isBlind && count.status !== 'cancelled',
    note: rows.some(({ note }) => note !== ''),
    menu: canEnter,
  }
  return (
    <ScrollRegion name={t('counting.lines.title')}>
      <table className={classes.table} onKeyDown={canEnter ? goOn : undefined}>
        <thead>
          <tr>
            {has.bin ? <th scope="col">{t('counting.fields.bin')}</th> : null}
            <th scope="col">{t('counting.fields.product')}</th>
            {has.batch ? <th scope="col">{t('counting.fields.batch')}</th> : null}
            {has.books ? (
              <th scope="col" data-numeric>
                {t('counting.fields.expected')}
              </th>
            ) : null}
            <th scope="col" data-numeric>
              {t('counting.fields.counted')}
            </th>
            {has.books ? (
              <>
                <th scope="col" data-numeric>
                  {t('counting.fields.difference')}
                </th>
                <th scope="col" data-numeric>
                  {t('counting.fields.value', { currency: base })}
                </th>
              </>
            ) : null}
            {has.note ? <th scope="col">{t('counting.fields.note')}</th> : null}
            {has.menu ? <td /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => (
            <Line key={line.id} line={line} has={has} base={base} count={count} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** To the field of the next line, or the one before. */
function goOn(event: KeyboardEvent<HTMLTableElement>): void {
  const by = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const target = event.target as HTMLElement
  if (by === 0 || !target.dataset.counted) return
  event.preventDefault()
  const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>('[data-counted]')]
  const next = fields[fields.indexOf(target as HTMLInputElement) + by]
  // Leaving the field is what saves it; the last one is left, too.
  if (next) next.focus()
  else target.blur()
}

type Shown = Readonly<Record<'bin' | 'batch' | 'books' | 'note' | 'menu', boolean>>
type LineProps = { line: CountLine; has: Shown; base: string; count: StockCount }

function Line({ line, has, base, count }: LineProps) {
  const { t, format, language } = useText()
  const number = (value: number | null) => (value === null ? '' : format.number(value))
  return (
    <tr>
      {has.bin ? (
        <td className={classes.code}>{line.bin || <span className="q-quiet">{t('counting.noBin')}</span>}</td>
      ) : null}
      <td className={classes.wide}>
        <span className={classes.clamp}>
          <Link className="q-link" to="/stock/$id" params={{ id: String(line.productId) }}>
            {line.sku}
          </Link>{' '}
          <span className="q-quiet">{nameIn(language, line)}</span>
        </span>
      </td>
      {has.batch ? (
        <td className={classes.code}>
          {line.batch} {line.expiresOn ? <span className="q-quiet">{line.expiresOn}</span> : null}
        </td>
      ) : null}
      {has.books ? (
        <td data-numeric>
          {number(line.expected)}
          {line.movedSince !== 0 ? (
            <div className={classes.under}>{t('counting.lines.moved', { by: signed(format, line.movedSince) })}</div>
          ) : null}
        </td>
      ) : null}
      <td data-numeric className={classes.counted}>
        {has.menu ? (
          <CountedCell line={line} />
        ) : line.counted === null ? (
          <span className="q-quiet">{t('counting.notCounted')}</span>
        ) : (
          quantityText(format, line.counted, line.unit)
        )}
      </td>
      {has.books ? (
        <>
          <td data-numeric data-differs={line.difference !== null && line.difference !== 0 ? '' : undefined}>
            {line.difference === null ? '' : signed(format, line.difference)}{' '}
            {line.difference ? <span className="q-quiet">{unitText(format, line.unit, line.difference)}</span> : null}
          </td>
          <td data-numeric>
            <DifferenceValue line={line} base={base} isPosted={count.status === 'posted'} />
          </td>
        </>
      ) : null}
      {has.note ? <td className={classes.wide}>{line.note}</td> : null}
      {has.menu ? (
        <td>
          <LineMenu line={line} countId={count.id} />
        </td>
      ) : null}
    </tr>
  )
}

/** `+3`, `−2`, `0`. */
export function signed(format: ReturnType<typeof useText>['format'], value: number): string {
  return value > 0 ? `+${format.number(value)}` : format.number(value)
}
