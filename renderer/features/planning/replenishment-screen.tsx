// What to buy next, when, how much and why: by supplier, the most urgent first.

import { type Spoken, useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import type { ReplenishmentResult } from '#shared/schemas/replenishment.ts'
import { ForecastsNotice } from './forecasts-notice.tsx'
import { OrderChosen } from './order-chosen.tsx'
import classes from './replenishment.module.css'
import { ReplenishmentBar } from './replenishment-bar.tsx'
import { ReplenishmentCard } from './replenishment-card.tsx'
import { SupplierLines } from './supplier-lines.tsx'
import { type ReplenishmentState, useReplenishment } from './use-replenishment.ts'

export function ReplenishmentScreen() {
  const text = useText()
  const { t } = text
  const state = useReplenishment()
  const { query, question, address, change } = state
  const result = query.data
  return (
    <Page
      title={t('replenishment.title')}
      subtitle={result ? subtitle(result, text) : t('replenishment.reading')}
      fills
      actions={
        <>
          <LinkButton to="/planning">{t('planning.open')}</LinkButton>
          <ReportExport
            asked={{ list: 'replenishment', replenishment: { ...question, limit: 20_000 } }}
            isEmpty={!result || result.groups.length === 0}
          />
          <OrderChosen state={state} />
        </>
      }
    >
      <ReplenishmentBar state={state} />
      <div className={report.split}>
        <div className={classes.main}>
          <QueryState query={query}>{(data) => <Groups result={data} state={state} />}</QueryState>
        </div>
        {address.id === undefined ? null : (
          <ReplenishmentCard productId={address.id} onClose={() => change({ id: undefined })} />
        )}
      </div>
    </Page>
  )
}

function subtitle({ counts }: ReplenishmentResult, { t, format }: Spoken): string {
  if (counts.products === 0) return t('replenishment.nothing')
  const said = (count: number) => format.number(count)
  return t('replenishment.subtitle', {
    due: said(counts.due),
    late: said(counts.late),
    products: said(counts.products),
  })
}

function Groups({ result, state }: { result: ReplenishmentResult; state: ReplenishmentState }) {
  const { t, format } = useText()
  const { counts, budget, currency } = result
  if (counts.products === 0)
    return (
      <EmptyState title={t('replenishment.empty.products')} actions={<ImportLink />}>
        {t('replenishment.empty.productsText')}
      </EmptyState>
    )
  return (
    <>
      <ForecastsNotice counts={counts} />
      {budget ? (
        <Notice className={classes.notice ?? ''}>
          {t('replenishment.budget.said', {
            spent: format.money(budget.spent, currency),
            left: format.money(budget.left, currency),
            fits: format.number(budget.fits),
            tooMuch: format.number(budget.tooMuch),
          })}
          {budget.unpriced > 0
            ? ` ${t('replenishment.budget.unpriced', { formatted: format.number(budget.unpriced) })}`
            : ''}
        </Notice>
      ) : null}
      {result.groups.length === 0 ? (
        <EmptyState title={t('replenishment.empty.due')}>
          {counts.withoutRule > 0
            ? t('replenishment.empty.withoutRule', { formatted: format.number(counts.withoutRule) })
            : t('replenishment.empty.dueText')}
        </EmptyState>
      ) : (
        result.groups.map((group) => (
          <SupplierLines key={group.supplierId ?? 0} group={group} result={result} state={state} />
        ))
      )}
    </>
  )
}
