// How cases count: grace and tolerance, the pull towards the peers, how recent ones count more, how far back.
import { useText } from '#renderer/lib/language.ts'
import { RuleNumber } from '#renderer/ui/rule-number.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { ScoringSetting } from '#shared/schemas/score-settings.ts'
import classes from './scores.module.css'

type ScoringRulesProps = { draft: ScoringSetting; onChange: (scoring: ScoringSetting) => void }

export function ScoringRules({ draft, onChange }: ScoringRulesProps) {
  const { t } = useText()
  const set = (part: Partial<ScoringSetting>) => onChange({ ...draft, ...part })
  return (
    <section>
      <SectionTitle>{t('scores.rules.scoring')}</SectionTitle>
      <div className={classes.form}>
        <RuleNumber
          label={t('scores.rules.grace')}
          value={draft.graceDays}
          range={[0, 365]}
          isWhole
          onSave={(graceDays) => graceDays !== null && set({ graceDays })}
        />
        <RuleNumber
          label={t('scores.rules.tolerance')}
          unit="%"
          value={Number((draft.underTolerance * 100).toFixed(6))}
          range={[0, 99.9]}
          onSave={(value) => value !== null && set({ underTolerance: Number((value / 100).toFixed(8)) })}
        />
        <RuleNumber
          label={t('scores.rules.k')}
          about={t('scores.rules.kAbout')}
          value={draft.shrinkage}
          range={[0, 1000]}
          onSave={(shrinkage) => shrinkage !== null && set({ shrinkage })}
        />
        <RuleNumber
          label={t('scores.rules.halfLife')}
          about={t('scores.rules.halfLifeAbout')}
          value={draft.halfLifeDays}
          range={[1, 3650]}
          mayBeEmpty
          onSave={(halfLifeDays) => set({ halfLifeDays })}
        />
        <RuleNumber
          label={t('scores.rules.months')}
          value={draft.windowMonths}
          range={[1, 120]}
          isWhole
          onSave={(windowMonths) => windowMonths !== null && set({ windowMonths })}
        />
        <RuleNumber
          label={t('scores.rules.single')}
          unit="%"
          value={Number((draft.singleSourceShare * 100).toFixed(6))}
          range={[1, 100]}
          onSave={(value) => value !== null && set({ singleSourceShare: Number((value / 100).toFixed(8)) })}
        />
      </div>
    </section>
  )
}
