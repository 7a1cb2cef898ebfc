// What a check against kept heads came to, in words.
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import type { Proof } from '#shared/schemas/heads.ts'

export function ProofResult({ proof }: { proof: Proof }) {
  const { t, format } = useText()
  const count = (number: number) => ({ count: number, formatted: format.number(number) })
  if (!proof.isSameBook) return <Notice tone="warn" title={t('proof.otherBook')} />
  if (proof.heads.length === 0) return <Notice tone="warn" title={t('proof.noHeads')} />
  const at = format.instant(Date.parse(proof.takenAt))
  const unprovable = proof.unprovable > 0 ? <p>{t('proof.unprovable', count(proof.unprovable))}</p> : null
  if (proof.isUnaltered) {
    return (
      <Notice tone="good" title={t('proof.unaltered', { at })}>
        <p>{t('proof.unalteredText', count(proof.later))}</p>
        {unprovable}
      </Notice>
    )
  }
  const wrong = proof.heads.filter(({ state }) => state !== 'here')
  return (
    <Notice tone="bad" title={t('proof.altered', { at })}>
      <ul>
        {wrong.map(({ copy, letters, sequence, state }) => (
          <li key={`${copy} ${sequence}`}>
            {t(state === 'missing' ? 'proof.missing' : 'proof.differs', {
              copy: letters || t('proof.ownCopy'),
              number: format.number(sequence),
            })}
          </li>
        ))}
        {proof.problems > 0 ? <li>{t('proof.problems', count(proof.problems))}</li> : null}
      </ul>
      {unprovable}
      <p>{t('proof.alteredText')}</p>
    </Notice>
  )
}
