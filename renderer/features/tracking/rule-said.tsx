// By what a state was read: the words or the code that a rule found, and whether it is a rule of the book's own.
import { useText } from '#renderer/lib/language.ts'
import type { RuleUsed } from '#shared/schemas/tracking.ts'

export function RuleSaid({ rule }: { rule: RuleUsed }) {
  const { t } = useText()
  if (rule.by === '') return null
  const matched = t('tracking.event.matched', { matched: rule.matched })
  return (
    <span className="q-quiet">
      {t(`tracking.event.readBy.${rule.by}`)} {matched}
      {rule.ruleId === null ? null : ` · ${t('tracking.event.own')}`}
    </span>
  )
}
