// No figure to show, and why: it is never shown as zero.
import { Button } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import type { AbcResult } from '#shared/schemas/insights.ts'
import { leftOutInWords } from './abc-words.ts'
import type { AbcQuestionState } from './use-abc-question.ts'

export function AbcEmpty({
  state: { question, address, change },
  result,
}: {
  state: AbcQuestionState
  result: AbcResult
}) {
  const { t, format } = useText()
  const reasons = leftOutInWords(t, format, result)
  const lacksCost = result.leftOut.productsWithoutCost > 0
  const isWindow = question.basis !== 'stockValue' && address.window !== undefined
  return (
    <EmptyState
      icon={<IconChartBar size={28} stroke={1.5} />}
      title={t(`insights.abc.empty.${question.basis}`)}
      actions={
        <>
          {lacksCost ? (
            <LinkButton to="/costs" variant="filled">
              {t('insights.abc.empty.fillCosts')}
            </LinkButton>
          ) : null}
          {result.leftOut.linesWithoutRate > 0 ? (
            <LinkButton to="/rates">{t('insights.abc.empty.giveRates')}</LinkButton>
          ) : null}
          {isWindow ? (
            <Button onClick={() => change({ window: undefined, from: undefined, to: undefined })}>
              {t('insights.abc.empty.allTime')}
            </Button>
          ) : null}
          {!isWindow && reasons.length === 0 ? (
            <LinkButton to="/import">{t('insights.abc.empty.import')}</LinkButton>
          ) : null}
        </>
      }
    >
      {reasons.length > 0 ? reasons.join(' · ') : t('insights.abc.empty.text')}
    </EmptyState>
  )
}
