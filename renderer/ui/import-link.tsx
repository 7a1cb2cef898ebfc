// From an empty list to the files that may fill it.
import { useText } from '#renderer/lib/language.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { LinkButton } from './link-button.tsx'

export function ImportLink() {
  const { t } = useText()
  return (
    <WriteGate>
      <LinkButton to="/import">{t('lists.empty.importFile')}</LinkButton>
    </WriteGate>
  )
}
