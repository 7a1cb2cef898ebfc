// This copy of the book: its file, and who works in it on this computer.
import { Link } from '@tanstack/react-router'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'

export function CopyFacts() {
  const { t, language } = useText()
  const { fileName, person } = useBook()
  const you = (
    <>
      {person ? nameIn(language, person) : t('people.who.nobody')} ·{' '}
      <Link to="/people" className="q-link">
        {t('company.toPeople')}
      </Link>
    </>
  )
  return (
    <FormSection title={t('company.sections.copy')}>
      <Facts
        facts={[
          { label: t('company.fields.file'), value: fileName },
          { label: t('company.fields.person'), value: you },
        ]}
      />
    </FormSection>
  )
}
