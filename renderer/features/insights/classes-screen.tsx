// ABC-XYZ: what matters and how steadily it is asked for, as a matrix whose cells open their products; runs that were kept;
// the rules by which classes change and what is done with each cell.

import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import type { ClassesResult } from '#shared/schemas/classes.ts'
import { ClassRules } from './class-rules.tsx'
import { ClassRuns } from './class-runs.tsx'
import { classesSubtitle } from './class-words.ts'
import type { ClassView } from './classes-address.ts'
import { ClassesBar } from './classes-bar.tsx'
import { ClassesExport } from './classes-export.tsx'
import { KeepRun } from './keep-run.tsx'
import { MatrixView } from './matrix-view.tsx'
import { useClassesQuestion } from './use-classes-question.ts'

export function ClassesScreen() {
  const text = useText()
  const { t } = text
  const state = useClassesQuestion()
  const { address, question, change } = state
  const analysis = useQuery(trpc.classes.analysis.queryOptions(question, { placeholderData: keepPreviousData }))
  const result = analysis.data
  const view = address.view ?? 'matrix'
  const views: ClassView[] = ['matrix', 'runs', 'rules']
  return (
    <Page
      title={t('classes.title')}
      subtitle={result ? classesSubtitle(text, result) : t('insights.abc.reading')}
      fills
      actions={
        <>
          <ClassesExport question={question} isEmpty={!result || result.items.length === 0} />
          <KeepRun question={question} isEmpty={!result || result.items.length === 0} />
        </>
      }
    >
      <div className={report.bar}>
        <ClassesBar state={state} result={result} />
        <SegmentedControl
          className={report.view}
          aria-label={t('classes.view.label')}
          data={views.map((value) => ({ value, label: t(`classes.view.${value}`) }))}
          value={view}
          onChange={(value) =>
            change({ view: value === 'runs' || value === 'rules' ? value : undefined, id: undefined })
          }
        />
      </div>
      <QueryState query={analysis}>{(data) => <View view={view} state={state} result={data} />}</QueryState>
    </Page>
  )
}

type ViewProps = { view: ClassView; state: ReturnType<typeof useClassesQuestion>; result: ClassesResult }

function View({ view, state, result }: ViewProps) {
  switch (view) {
    case 'matrix':
      return <MatrixView state={state} result={result} />
    case 'runs':
      return <ClassRuns state={state} />
    case 'rules':
      return <ClassRules question={result.question} />
  }
}
