// Rescue, where the open book is damaged but opens.
import { useText } from '#renderer/lib/language.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import classes from './health.module.css'
import { RescueButton } from './rescue-button.tsx'

export function RescueSection() {
  const { t } = useText()
  return (
    <section aria-label={t('health.rescue.title')}>
      <SectionTitle>{t('health.rescue.title')}</SectionTitle>
      <p className={classes.text}>{t('health.rescue.text')}</p>
      <RescueButton file={null} />
    </section>
  )
}
