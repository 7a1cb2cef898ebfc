// Who delivers as promised: by carrier, mode, country, lane or service; a row opens its card.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { HelpButton } from '#renderer/ui/help-button.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import { RowGrid } from '#renderer/ui/row-grid/row-grid.tsx'
import type { Performance } from '#shared/schemas/lanes.ts'
import { useLaneColumns } from './lane-columns.tsx'
import { LaneDrawer } from './lane-drawer.tsx'
import { LaneRules } from './lane-rules.tsx'
import { LaneSums } from './lane-sums.tsx'
import { windowText } from './lane-words.ts'
import { rowName } from './lanes-address.ts'
import { LanesBar } from './lanes-bar.tsx'
import { type LanesState, useLanes } from './use-lanes.ts'

export function LanesScreen() {
  const text = useText()
  const { t } = text
  const state = useLanes()
  const query = useQuery(trpc.shipments.performance.queryOptions(state.question, { placeholderData: keepPreviousData }))
  const found = query.data
  return (
    <Page
      title={t('lanes.title')}
      subtitle={found ? windowText(text, found) : t('lanes.subtitle')}
      actions={<LaneRules />}
      fills
    >
      <LanesBar
        state={state}
        actions={<ReportExport asked={{ list: 'lanes', lanes: state.question }} isEmpty={!found?.rows.length} />}
      />
      <QueryState query={query}>
        {(data) => (data.rows.length === 0 ? <Empty /> : <Report found={data} state={state} />)}
      </QueryState>
    </Page>
  )
}

function Empty() {
  const { t } = useText()
  return (
    <EmptyState
      title={t('lanes.empty.title')}
      actions={
        <>
          <LinkButton to="/shipments">{t('lanes.empty.button')}</LinkButton>
          <HelpButton />
        </>
      }
    >
      {t('lanes.empty.text')}
    </EmptyState>
  )
}

function Report({ found, state }: { found: Performance; state: LanesState }) {
  const { t } = useText()
  const { address, change, question } = state
  const trend = useQuery(trpc.lanes.trend.queryOptions(question, { placeholderData: keepPreviousData }))
  const columns = useLaneColumns(found, trend.data?.by === found.by ? trend.data : undefined)
  const open = found.rows.find((row) => rowName(row) === address.row)
  return (
    <div className={report.split}>
      <div className={report.main}>
        <LaneSums found={found} />
        {found.total.basis === 'left' || found.total.basis === 'mixed' ? (
          <div className={report.hint}>
            <Notice>{t('lanes.basisHint')}</Notice>
          </div>
        ) : null}
        <div className={report.grid}>
          <RowGrid
            label={t('lanes.table')}
            rows={found.rows}
            columns={columns}
            idOf={rowName}
            openId={open ? rowName(open) : null}
            onOpen={(row) => change({ row: rowName(row), figure: undefined })}
          />
        </div>
      </div>
      {open ? (
        <LaneDrawer
          row={open}
          found={found}
          state={state}
          months={trend.data?.rows.find((row) => rowName(row) === rowName(open))?.months ?? []}
        />
      ) : null}
    </div>
  )
}
