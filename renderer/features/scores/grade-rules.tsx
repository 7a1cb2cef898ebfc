// From which score a grade is given, and what it does to requests and orders.
import { Select } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { consequences, type Grade, type GradesSetting, gradeNames } from '#shared/schemas/score-settings.ts'
import { GradeBadge } from './grade-badge.tsx'

type GradeRulesProps = { draft: GradesSetting; onChange: (grades: GradesSetting) => void }

export function GradeRules({ draft, onChange }: GradeRulesProps) {
  const { t } = useText()
  return (
    <section>
      <SectionTitle>{t('scores.rules.grades')}</SectionTitle>
      <table className={plain.table} aria-label={t('scores.rules.grades')}>
        <thead>
          <tr>
            {(['grade', 'from', 'requests', 'orders'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`scores.rules.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gradeNames.map((grade) => (
            <GradeRow key={grade} grade={grade} draft={draft} onChange={onChange} />
          ))}
        </tbody>
      </table>
      <RuleNumber
        label={t('scores.rules.coverage')}
        unit="%"
        value={Number((draft.leastCoverage * 100).toFixed(6))}
        range={[0, 100]}
        onSave={(value) => value !== null && onChange({ ...draft, leastCoverage: Number((value / 100).toFixed(8)) })}
      />
    </section>
  )
}

function GradeRow({ grade, draft, onChange }: GradeRulesProps & { grade: Grade }) {
  const { t } = useText()
  return (
    <tr>
      <th scope="row">
        <GradeBadge grade={grade} />
      </th>
      <td>
        {grade === 'D' ? (
          t('scores.rules.below')
        ) : (
          <RuleNumber
            isNamedOutside
            label={t('scores.rules.fromOf', { grade })}
            value={draft.from[grade]}
            range={[0, 100]}
            onSave={(from) => from !== null && onChange({ ...draft, from: { ...draft.from, [grade]: from } })}
          />
        )}
      </td>
      {(['requests', 'orders'] as const).map((what) => (
        <td key={what}>
          <WriteGate>
            <Select
              w={120}
              aria-label={t('scores.rules.followOf', { what: t(`scores.rules.${what}`), grade })}
              data={consequences.map((value) => ({ value, label: t(`scores.rules.follow.${value}`) }))}
              allowDeselect={false}
              value={draft.follows[grade][what]}
              onChange={(value) => {
                const next = consequences.find((one) => one === value)
                if (!next) return
                const follows = { ...draft.follows, [grade]: { ...draft.follows[grade], [what]: next } }
                onChange({ ...draft, follows })
              }}
            />
          </WriteGate>
        </td>
      ))}
    </tr>
  )
}
