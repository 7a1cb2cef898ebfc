// One count: scanning, entering line by line, what differs, posting.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import type { StockCount } from '#shared/schemas/counting.ts'
import { CountActions } from './count-actions.tsx'
import { CountFacts } from './count-facts.tsx'
import { CountLinesTable } from './count-lines-table.tsx'
import { CountStatusBadge, scopeText } from './count-words.tsx'
import classes from './counting.module.css'
import { ScanBar } from './scan-bar.tsx'

export function CountScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.counting.get.queryOptions({ id }))
  return <QueryState query={query}>{(count) => <CountPage key={count.id} count={count} />}</QueryState>
}

function CountPage({ count }: { count: StockCount }) {
  const text = useText()
  const { t } = text
  const { mayWrite } = useMayWrite()
  const isOpen = count.status === 'open'
  const place = placeName(t, { id: count.warehouseId, name: count.warehouse })
  return (
    <Page
      name={count.number}
      title={
        <>
          {count.number} <CountStatusBadge status={count.status} />
        </>
      }
      subtitle={[place, scopeText(text, count), count.on].join(' · ')}
      actions={
        <>
          <ReportExport asked={{ list: 'count-lines', countId: count.id }} isEmpty={count.lineCount === 0} />
          <LinkButton to="/papers/new" search={{ kind: 'count_sheet', record: `count:${count.id}` }}>
            {t('counting.sheet')}
          </LinkButton>
          {isOpen ? <CountActions count={count} /> : null}
        </>
      }
    >
      <div className={classes.main}>
        {isOpen ? <CountNotices count={count} /> : null}
        {isOpen && mayWrite ? <ScanBar count={count} /> : null}
        <CountLinesTable count={count} />
        <div className={classes.columns}>
          <RecordPanels kind="count" id={count.id} />
          <CountFacts count={count} />
        </div>
      </div>
    </Page>
  )
}

function CountNotices({ count }: { count: StockCount }) {
  const { t, format } = useText()
  const { movedSince, alsoOpen, on } = count
  return (
    <>
      {movedSince > 0 ? (
        <Notice tone="warn">
          {t('counting.moved', { count: movedSince, formatted: format.number(movedSince), day: on })}
        </Notice>
      ) : null}
      {alsoOpen.length > 0 ? (
        <Notice>
          {t('counting.alsoOpen')}{' '}
          {alsoOpen.map(({ id, number }, index) => (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              <Link className="q-link" to="/stock/counts/$id" params={{ id: String(id) }}>
                {number}
              </Link>
            </span>
          ))}
        </Notice>
      ) : null}
    </>
  )
}
