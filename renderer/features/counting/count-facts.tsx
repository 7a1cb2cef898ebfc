// What is known of a count as a whole.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import type { StockCount } from '#shared/schemas/counting.ts'
import { scopeText } from './count-words.tsx'

export function CountFacts({ count }: { count: StockCount }) {
  const text = useText()
  const { t, format } = text
  const { documentId, documentNumber, openedAt, openedBy } = count
  const done = { counted: format.number(count.countedCount), all: format.number(count.lineCount) }
  return (
    <Facts
      facts={[
        { label: t('counting.fields.place'), value: placeName(t, { id: count.warehouseId, name: count.warehouse }) },
        { label: t('counting.fields.on'), value: count.on },
        { label: t('counting.fields.scope'), value: scopeText(text, count) },
        { label: t('counting.fields.progress'), value: t('counting.progress', done) },
        { label: t('counting.fields.isBlind'), value: count.isBlind && t('counting.blind'), optional: true },
        {
          label: t('counting.fields.document'),
          value: documentId !== null && (
            <Link className="q-link" to="/stock/documents/$id" params={{ id: String(documentId) }}>
              {documentNumber}
            </Link>
          ),
          optional: true,
        },
        {
          label: t('counting.fields.opened'),
          value: [openedBy, openedAt === null ? '' : format.instant(openedAt)].filter(Boolean).join(' · '),
          optional: true,
        },
        { label: t('counting.fields.note'), value: count.note, optional: true },
      ]}
    />
  )
}
