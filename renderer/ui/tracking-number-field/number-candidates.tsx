// Whose a number could be: each carrier with its check digit as sign and word, and the way to its page.
import { IconAlertTriangle, IconCircleCheck, IconMinus } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { Candidate } from '#shared/schemas/tracking.ts'
import { OutsideLink, siteOf } from '../outside-link.tsx'
import classes from './tracking-number.module.css'

const icons = { ok: IconCircleCheck, fails: IconAlertTriangle, none: IconMinus } as const
/** More say nothing more: numbers of figures alone fit many. */
const mostShown = 4

export function NumberCandidates({ candidates }: { candidates: readonly Candidate[] }) {
  const { t } = useText()
  const shown = worthTelling(candidates).slice(0, mostShown)
  if (shown.length === 0) return <p className={classes.none}>{t('tracking.number.unknown')}</p>
  return (
    <ul className={classes.list} aria-label={t('tracking.number.candidates')}>
      {shown.map((candidate) => (
        <OneCandidate key={candidate.carrier} candidate={candidate} />
      ))}
    </ul>
  )
}

/** "Some post" is said by the post itself; what fails says nothing where another one is right. */
function worthTelling(candidates: readonly Candidate[]): Candidate[] {
  const told = candidates.filter(({ carrier }) => carrier !== 's10' || candidates.length === 1)
  const isRight = told.some(({ checkDigit }) => checkDigit === 'ok')
  return told.filter(({ checkDigit }) => checkDigit !== 'fails' || !isRight)
}

function OneCandidate({ candidate }: { candidate: Candidate }) {
  const { t, language, format } = useText()
  const { checkDigit, service, country, url } = candidate
  const Icon = icons[checkDigit]
  const name = nameIn(language, candidate)
  return (
    <li className={classes.candidate} data-check={checkDigit}>
      <Icon size={14} stroke={1.5} aria-hidden />
      <span>
        {country ? t('tracking.number.post', { name, country: format.country(country) }) : name}{' '}
        <span className={classes.service}>{service}</span>
      </span>
      <span className={classes.check}>{t(`tracking.number.${checkDigit}`)}</span>
      {url ? <OutsideLink url={url}>{t('tracking.number.open', { site: siteOf(url) })}</OutsideLink> : null}
    </li>
  )
}
