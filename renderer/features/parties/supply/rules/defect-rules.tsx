// The defects that receipts and inspections tell apart. A key stays what it is: what was written with it names it.
import { useText } from '#renderer/lib/language.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { type DefectKey, defectKeys } from '#shared/schemas/receiving-settings.ts'
import type { SupplySettings } from '#shared/schemas/supply-settings.ts'
import { RuleAdd, RuleList } from './rule-list.tsx'

type Defects = SupplySettings['defects']

export function DefectRules({ defects, onChange }: { defects: Defects; onChange: (defects: Defects) => void }) {
  const { t } = useText()
  const shipped = (key: string) => defectKeys.find((one) => one === key)
  const wordOf = (key: DefectKey) => t(`receiving.defects.${key}`)
  const titles = defects.map(({ key, title }) => {
    const known = shipped(key)
    return title || (known ? wordOf(known) : key)
  })
  const unused = defectKeys.filter((key) => !defects.some((one) => one.key === key))
  return (
    <section>
      <SectionTitle>{t('suppliers.rules.defects')}</SectionTitle>
      <p className="q-quiet">{t('suppliers.rules.defectsAbout')}</p>
      <RuleList
        label={t('suppliers.rules.defects')}
        items={titles}
        none={t('suppliers.rules.noDefects')}
        onArrange={(places) => onChange(places.flatMap((place) => defects[place] ?? []))}
      />
      <RuleAdd
        known={unused.map((value) => ({ value, label: wordOf(value) }))}
        knownLabel={t('suppliers.rules.addDefect')}
        ownLabel={t('suppliers.rules.ownDefect')}
        taken={[...titles, ...defects.map(({ key }) => key)]}
        mostLong={60}
        onKnown={(key) => onChange([...defects, { key, title: '' }])}
        onOwn={(title) => onChange([...defects, { key: title, title }])}
      />
    </section>
  )
}
