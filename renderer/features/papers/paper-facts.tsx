// What is kept of an issued paper.
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import type { Translate } from '#shared/i18n/translate.ts'
import { pageSizes } from '#shared/schemas/paper-templates.ts'
import type { Paper } from '#shared/schemas/papers.ts'

export function PaperFacts({ paper }: { paper: Paper }) {
  const { t, format } = useText()
  return (
    <Facts
      facts={[
        { label: t('papers.fields.kind'), value: t(`papers.kinds.${paper.kind}`) },
        { label: t('papers.fields.issuedOn'), value: paper.issuedOn },
        { label: t('papers.fields.sentOn'), value: paper.sentOn ?? t('papers.notSent') },
        { label: t('papers.fields.sentTo'), value: paper.sentTo, optional: true },
        {
          label: t('papers.fields.record'),
          value: paper.record ? <RecordLink record={paper.record} /> : null,
          optional: true,
        },
        { label: t('papers.fields.party'), value: paper.party, optional: true },
        {
          label: t('papers.fields.total'),
          value: paper.total === null ? null : format.money(paper.total, paper.currency),
          optional: true,
        },
        { label: t('papers.fields.language'), value: t(`papers.languages.${paper.language}`) },
        { label: t('papers.fields.template'), value: paper.templateName },
        { label: t('papers.fields.pageSize'), value: sizeText(t, paper.pageSize) },
        {
          label: t('papers.fields.version'),
          value: paper.version ? t('versions.version', { version: paper.version.version }) : null,
          optional: true,
        },
        { label: t('papers.fields.issuedBy'), value: paper.issuedBy, optional: true },
        { label: t('papers.fields.note'), value: paper.note, optional: true },
      ]}
    />
  )
}

/** A size that a newer Quayside brought is shown as it is called there. */
function sizeText(t: Translate, size: string): string {
  const known = pageSizes.find((one) => one === size)
  return known ? t(`papers.sizes.${known}`) : size
}
