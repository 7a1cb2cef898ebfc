// The ways to look at scores; the days and tolerances that were asked for go along.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import classes from './scores.module.css'
import type { ScoresAddress } from './scores-address.ts'

const views = [
  ['board', '/scores'],
  ['quadrant', '/scores/quadrant'],
  ['compare', '/scores/compare'],
  ['criteria', '/scores/criteria'],
  ['improvements', '/improvements'],
] as const

export type ScoreView = (typeof views)[number][0]

export function ScoresNav({ view, address = {} }: { view: ScoreView | null; address?: ScoresAddress }) {
  const { t } = useText()
  const { from, to, asOf, grace, tolerance } = address
  const search = { from, to, asOf, grace, tolerance }
  return (
    <nav className={classes.nav} aria-label={t('scores.nav.label')}>
      {views.map(([key, path]) => (
        <Link
          key={key}
          to={path as '/'}
          search={key === 'improvements' || key === 'criteria' ? {} : search}
          className={classes.navLink}
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={key === view ? 'page' : undefined}
        >
          {t(`scores.nav.${key}`)}
        </Link>
      ))}
    </nav>
  )
}
