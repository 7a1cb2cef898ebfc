// How a carrier does, on its own page: all of it, and lane by lane.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { LaneRow, Performance } from '#shared/schemas/lanes.ts'
import { LaneSums } from './lane-sums.tsx'
import { figureText, laneName, whyMissing } from './lane-words.ts'
import classes from './lanes.module.css'
import { rowName, type ShownFigure } from './lanes-address.ts'

/** More lanes than these are in the report. */
const mostLanes = 20

export function CarrierLanesPanel({ record }: PanelProps) {
  const { t } = useText()
  const query = useQuery(trpc.shipments.performance.queryOptions({ by: 'lane', carrierId: record.id }))
  return (
    <QueryState query={query}>
      {(found) =>
        found.rows.length === 0 ? (
          <p className="q-quiet">{t('lanes.panel.empty')}</p>
        ) : (
          <div className={classes.panel}>
            <p className="q-quiet">{t('lanes.panel.text')}</p>
            <LaneSums found={found} isPlain />
            <LaneTable found={found} />
            <div>
              <LinkButton to="/lanes" search={{ row: `i${record.id}` }}>
                {t('lanes.panel.toReport')}
              </LinkButton>
            </div>
          </div>
        )
      }
    </QueryState>
  )
}

const shown: readonly ShownFigure[] = ['onTimeRate', 'transitP50', 'transitP80', 'damageRate', 'lossRate', 'costPerKg']

function LaneTable({ found }: { found: Performance }) {
  const text = useText()
  const { t, format } = text
  return (
    <div className={classes.panelTable}>
      <table className={plain.table} aria-label={t('lanes.panel.title')}>
        <thead>
          <tr>
            <th scope="col">{t('lanes.groups.lane')}</th>
            <th scope="col" data-numeric>
              {t('lanes.columns.n')}
            </th>
            {shown.map((figure) => (
              <th key={figure} scope="col" data-numeric>
                {t(`lanes.columns.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.rows.slice(0, mostLanes).map((row: LaneRow) => (
            <tr key={rowName(row)}>
              <th scope="row">{laneName(text, 'lane', row)}</th>
              <td data-numeric>{format.number(row.n)}</td>
              {shown.map((figure) => (
                <td key={figure} data-numeric title={whyMissing(text, row, figure) || undefined}>
                  {figureText(text, row, figure, found.currency) || t('lanes.noData')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
