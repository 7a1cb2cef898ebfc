// A grade by letter, word and sign; its colour only repeats them.
import { IconCircleCheck, IconCircleMinus, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { Grade } from '#shared/schemas/score-settings.ts'
import classes from './scores.module.css'

const looks = {
  A: { tone: 'good', Icon: IconCircleCheck },
  B: { tone: 'accent', Icon: IconInfoCircle },
  C: { tone: 'warn', Icon: IconCircleMinus },
  D: { tone: 'bad', Icon: IconCircleX },
} as const satisfies Record<Grade, { tone: Tone; Icon: typeof IconCircleX }>

export function GradeBadge({ grade }: { grade: Grade | null }) {
  const { t } = useText()
  if (grade === null) return <span className="q-quiet">{t('scores.grades.none')}</span>
  const { tone, Icon } = looks[grade]
  return (
    <StatusBadge tone={tone}>
      <Icon size={12} stroke={1.75} aria-hidden className={classes.sign} />
      {`${grade} ${t(`scores.grades.${grade}`)}`}
    </StatusBadge>
  )
}
