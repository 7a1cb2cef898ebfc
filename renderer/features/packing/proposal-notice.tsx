// What a proposal could not pack, and what of it the scale should tell.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import type { PackingLine, PackingProposal } from '#shared/schemas/packing.ts'
import classes from './packing.module.css'

type ProposalNoticeProps = { proposal: PackingProposal; lines: readonly PackingLine[] }

const mostNamed = 20

export function ProposalNotice({ proposal: { byHand, parcels }, lines }: ProposalNoticeProps) {
  const { t, format } = useText()
  const guessed = parcels.filter(({ isWeightGuessed }) => isWeightGuessed).length
  const hasMixed = parcels.some(({ how }) => how === 'mixed')
  return (
    <>
      {byHand.length === 0 ? null : (
        <Notice tone="warn" title={t('packing.byHand.title')}>
          <ul className={classes.list}>
            {byHand.slice(0, mostNamed).map(({ lineId, quantity, why }) => {
              const line = lines.find((one) => one.lineId === lineId)
              const what = [line?.sku || line?.description, quantityText(format, quantity, line?.unit ?? '')]
              return (
                <li key={`${lineId} ${why}`}>
                  {what.filter(Boolean).join(' · ')}: {t(`packing.byHand.${why}`)}
                </li>
              )
            })}
          </ul>
          {byHand.length > mostNamed ? (
            <p>{t('packing.files.andMore', { formatted: format.number(byHand.length - mostNamed) })}</p>
          ) : null}
        </Notice>
      )}
      {guessed === 0 ? null : (
        <Notice>{t('packing.byHand.guessed', { count: guessed, formatted: format.number(guessed) })}</Notice>
      )}
      {hasMixed ? <MixingRule /> : null}
    </>
  )
}

/** The rule by which leftovers were put together. */
function MixingRule() {
  const { t, format } = useText()
  const { data } = useQuery(trpc.packing.settings.queryOptions())
  if (!data) return null
  const { fillPercent, mostGrams } = data.mixing
  return (
    <p className={classes.hint}>
      {t('packing.byHand.rule', { percent: format.number(fillPercent), weight: format.kg(mostGrams) })}
    </p>
  )
}
