// What came in, with ways to it; what was refused can be mended and dropped here again.
import { Link, type LinkProps } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { StepBar } from '#renderer/ui/steps/step-bar.tsx'
import type { ImportKind, ImportReport } from '#shared/schemas/imports.ts'
import { ChannelResults } from './channel-results.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { CountsTable } from './counts-table.tsx'
import { whatInWords } from './missing-words.ts'
import { NotedRows } from './noted-rows.tsx'
import { RefusedRows } from './refused-rows.tsx'
import { countsOf } from './report-counts.ts'
import classes from './report-step.module.css'
import trial from './trial-step.module.css'
import { reportInWords } from './trial-words.ts'

type ReportStepProps = { report: ImportReport; isOver: boolean; onFiles: (files: File[]) => void }

export function ReportStep({ report, isOver, onFiles }: ReportStepProps) {
  const { t, format } = useText()
  const made = report.made.filter(({ count }) => count > 0)
  return (
    <>
      <ScrollRegion takesFocus className={trial.body} isOver={isOver} name={t('import.steps.done')}>
        <div role="status">
          <p className={trial.summary}>{t('import.report.title')}</p>
          <p>{reportInWords(t, format, countsOf(report))}</p>
        </div>
        <CountsTable report={report} />
        {made.length > 0 ? (
          <p className={classes.made}>
            {t('import.counts.made')}: {format.list(made.map((one) => whatInWords(t, format, one)))}
          </p>
        ) : null}
        <nav className={classes.links} aria-label={t('import.report.see')}>
          {linksOf(report).map(([kind, to]) => (
            <Link key={to} to={to} className={classes.link}>
              {t(`import.report.open.${kind}`)}
            </Link>
          ))}
        </nav>
        <ChannelResults report={report} isDone />
        <NotedRows report={report} />
        <RefusedRows report={report} />
      </ScrollRegion>
      <StepBar>
        <ChooseFiles onFiles={onFiles}>{t('import.report.more')}</ChooseFiles>
        <LinkButton to="/saw" variant="filled">
          {t('import.report.saw')}
        </LinkButton>
      </StepBar>
    </>
  )
}

type Place = NonNullable<LinkProps['to']>

const places: Readonly<Record<ImportKind, Place>> = {
  categories: '/categories',
  suppliers: '/suppliers',
  customers: '/customers',
  carriers: '/carriers',
  products: '/products',
  stock: '/products',
  rates: '/rates',
  orders: '/orders',
  'order-lines': '/orders',
  'order-rows': '/orders',
  expected: '/expected',
  'purchase-orders': '/purchases',
  'purchase-lines': '/purchases',
  'purchase-rows': '/purchases',
  offers: '/offers',
  'sales-costs': '/sales-costs',
  'carrier-rates': '/carrier-services',
  settlements: '/settlements',
  shipments: '/shipments',
  trackings: '/shipments',
  'tracking-events': '/tracking',
}

/** One way for each list that something came into. */
function linksOf({ files }: ImportReport): [ImportKind, Place][] {
  const byPlace = new Map<Place, ImportKind>()
  for (const { kind, ...counts } of files) {
    if (counts.new + counts.changed + counts.unchanged > 0 && !byPlace.has(places[kind]))
      byPlace.set(places[kind], kind)
  }
  return [...byPlace].map(([place, kind]) => [kind, place])
}
