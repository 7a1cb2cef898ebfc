// The shipments behind a figure of a row, the newest first, page by page; each leads to its own page.
import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import type { LaneRow, LaneShipment, LaneShipmentsInput } from '#shared/schemas/lanes.ts'
import type { Page } from '#shared/schemas/paging.ts'
import type { Text } from './lane-words.ts'
import classes from './lanes.module.css'
import type { ShownFigure } from './lanes-address.ts'
import type { LanesQuestion } from './use-lanes.ts'

const pageSize = 50

/** Which shipments a figure is made of: those that count, not those that count against it. */
const behind: Readonly<Record<ShownFigure, LaneShipmentsInput['figure']>> = {
  onTimeRate: 'completed',
  transitP50: 'transit',
  transitP80: 'transit',
  transitP90: 'transit',
  avgTransit: 'transit',
  spread: 'transit',
  avgDelay: 'late',
  damageRate: 'damaged',
  lossRate: 'lost',
  costPerKg: 'cost',
  costPerOrder: 'cost',
  nSilent: 'silent',
}

type BehindProps = {
  question: LanesQuestion
  row: LaneRow
  figure: ShownFigure
  currency: string
  onClose: () => void
}

export function LaneShipments({ question, row: { key, id }, figure, currency, onClose }: BehindProps) {
  const { t, format } = useText()
  const asked = { ...question, key, id, figure: behind[figure], limit: pageSize }
  const query = useInfiniteQuery({
    queryKey: [...trpc.lanes.shipments.queryKey(asked), 'pages'],
    queryFn: ({ pageParam }) => client.lanes.shipments.query({ ...asked, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page: Page<LaneShipment>, pages: Page<LaneShipment>[]) => {
      const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0)
      return shown < page.total && page.rows.length > 0 ? shown : undefined
    },
    placeholderData: keepPreviousData,
  })
  return (
    <QueryState query={query}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        const total = pages.at(-1)?.total ?? 0
        return (
          <>
            {total === 0 ? <p>{t('lanes.card.none')}</p> : <Rows rows={rows} figure={figure} currency={currency} />}
            <div className={classes.more}>
              {query.hasNextPage ? (
                <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                  {t('lanes.card.more')}
                </Button>
              ) : null}
              {total > 0 ? (
                <span className="q-quiet">
                  {t('lanes.card.shown', { shown: format.number(rows.length), total: format.number(total) })}
                </span>
              ) : null}
              <Button variant="subtle" onClick={onClose}>
                {t('lanes.card.close')}
              </Button>
            </div>
          </>
        )
      }}
    </QueryState>
  )
}

/** What it took, or what it cost, by what is asked. */
function Rows({ rows, figure, currency }: { rows: readonly LaneShipment[]; figure: ShownFigure; currency: string }) {
  const text = useText()
  const { t } = text
  const heads = costFigures.includes(figure) ? costHeads : dayHeads
  return (
    <ScrollRegion name={t('lanes.card.behind')} className={classes.behind}>
      <table className={plain.table} aria-label={t('lanes.card.behind')}>
        <thead>
          <tr>
            <th scope="col">{t('lanes.rows.number')}</th>
            {heads.map((head, index) => (
              <th key={head} scope="col" data-numeric={index > 1 || undefined}>
                {t(`lanes.rows.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link className="q-link" to={`/shipments/${row.id}` as '/'}>
                  {row.number}
                </Link>
                <span className={classes.why}>{stateOf(text, row)}</span>
              </th>
              <td className={classes.day}>
                {row.leftOn ?? ''}
                <span className={classes.why}>{row.toCountry}</span>
              </td>
              <td className={classes.day}>
                {row.deliveredOn ?? ''}
                {row.plannedOn ? (
                  <span className={classes.why}>{t('lanes.rows.plannedOn', { day: row.plannedOn })}</span>
                ) : null}
              </td>
              {cellsOf(text, row, { figure, currency }).map((cell, index) => (
                <td key={heads[index + 2]} data-numeric>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

const costFigures: readonly ShownFigure[] = ['costPerKg', 'costPerOrder']
const dayHeads = ['left', 'delivered', 'days'] as const
const costHeads = ['left', 'delivered', 'weight', 'cost'] as const

/** In words, so that nothing is told by colour alone. */
function stateOf({ t }: Text, row: LaneShipment): string {
  const said = [
    row.isOnTime === null ? t('lanes.rows.open') : t(row.isOnTime ? 'lanes.rows.inTime' : 'lanes.rows.late'),
    row.wasLost ? t('lanes.rows.lost') : '',
    row.wasDamaged ? t('lanes.rows.damaged') : '',
  ]
  return said.filter(Boolean).join(t('common.comma'))
}

type Shown = { figure: ShownFigure; currency: string }

function cellsOf({ format }: Text, row: LaneShipment, { figure, currency }: Shown): string[] {
  if (costFigures.includes(figure))
    return [format.number(row.weightKg), row.cost === null ? '' : format.amount(row.cost, currency)]
  return [format.number(row.transitDays)]
}
