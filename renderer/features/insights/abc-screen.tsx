// ABC: which products make most of the revenue (or profit, quantity, stock), as a chart or a table, each figure explained.

import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import type { AbcResult } from '#shared/schemas/insights.ts'
import { AbcEmpty } from './abc-empty.tsx'
import { AbcExport } from './abc-export.tsx'
import { AbcGrid } from './abc-grid.tsx'
import { AbcItemDrawer } from './abc-item-drawer.tsx'
import { AbcSummary } from './abc-summary.tsx'
import { abcSubtitle } from './abc-words.ts'
import { BasisSwitch } from './basis-switch.tsx'
import { filterForBasis } from './filter-address.ts'
import { FilterPickers } from './filter-pickers.tsx'
import { LimitInputs } from './limit-inputs.tsx'
import { ParetoChart } from './pareto-chart.tsx'
import { type AbcQuestionState, useAbcQuestion } from './use-abc-question.ts'
import { WindowPicker } from './window-picker.tsx'

export function AbcScreen() {
  const text = useText()
  const { t } = text
  const state = useAbcQuestion()
  const { address, question, change } = state
  const analysis = useQuery(trpc.insights.abc.queryOptions(question, { placeholderData: keepPreviousData }))
  const result = analysis.data
  return (
    <Page
      title={t('insights.abc.title')}
      subtitle={result ? abcSubtitle(text, question, result) : t('insights.abc.reading')}
      fills
      actions={<AbcExport question={question} isEmpty={!result || result.items.length === 0} />}
    >
      <div className={report.bar}>
        <BasisSwitch
          basis={question.basis}
          onChange={(basis) => change({ basis, id: undefined, ...filterForBasis(basis) })}
        />
        {question.basis === 'stockValue' ? null : <WindowPicker state={state} />}
        <LimitInputs state={state} />
        <FilterPickers
          filter={address}
          isOfStock={question.basis === 'stockValue'}
          onChange={(part) => change({ ...part, id: undefined })}
        />
        <SegmentedControl
          className={report.view}
          aria-label={t('insights.abc.view.label')}
          data={[
            { value: 'chart', label: t('insights.abc.view.chart') },
            { value: 'table', label: t('insights.abc.view.table') },
          ]}
          value={address.view ?? 'chart'}
          onChange={(view) => change({ view: view === 'table' ? 'table' : undefined })}
        />
      </div>
      <QueryState query={analysis}>{(data) => <AbcBody state={state} result={data} />}</QueryState>
    </Page>
  )
}

function AbcBody({ state, result }: { state: AbcQuestionState; result: AbcResult }) {
  const { address, question, change } = state
  if (result.items.length === 0) return <AbcEmpty state={state} result={result} />
  return (
    <div className={report.split}>
      <div className={report.main}>
        <AbcSummary basis={question.basis} result={result} />
        {address.view === 'table' ? null : <ParetoChart state={state} result={result} />}
        <AbcGrid basis={question.basis} result={result} openId={address.id ?? null} onOpen={(id) => change({ id })} />
      </div>
      {address.id === undefined ? null : (
        <AbcItemDrawer productId={address.id} question={question} onClose={() => change({ id: undefined })} />
      )}
    </div>
  )
}
