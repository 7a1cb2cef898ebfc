// How scores and grades would change under rules that are tried out.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { GradePreview } from '#shared/schemas/scores.ts'
import type { RulesDraft } from './criteria-screen.tsx'
import { GradeBadge } from './grade-badge.tsx'
import { scoreText } from './score-words.ts'

export function GradePreviewTable({ trial }: { trial: Partial<RulesDraft> }) {
  const { t } = useText()
  const query = useQuery(trpc.suppliers.previewGrades.queryOptions({ trial }, { placeholderData: keepPreviousData }))
  return (
    <section>
      <SectionTitle>{t('scores.rules.preview')}</SectionTitle>
      <QueryState query={query}>{(preview) => <Changes preview={preview} />}</QueryState>
    </section>
  )
}

function Changes({ preview }: { preview: GradePreview }) {
  const text = useText()
  const { t, language } = text
  const changed = preview.filter(
    ({ before, after }) =>
      before.grade !== after.grade || scoreText(text, before.score) !== scoreText(text, after.score),
  )
  if (changed.length === 0) return <p className="q-quiet">{t('scores.rules.same')}</p>
  return (
    <table className={plain.table} aria-label={t('scores.rules.preview')}>
      <thead>
        <tr>
          {(['supplier', 'before', 'after'] as const).map((key) => (
            <th key={key} scope="col">
              {t(`scores.rules.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changed.map(({ supplierId, before, after, ...names }) => (
          <tr key={supplierId}>
            <th scope="row">{nameIn(language, names)}</th>
            {[before, after].map(({ grade, score }, index) => (
              <td key={index === 0 ? 'before' : 'after'}>
                <GradeBadge grade={grade} /> {scoreText(text, score)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
