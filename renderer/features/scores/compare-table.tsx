// The comparison as a table: score and grade, points per criterion, then the measured figures.
import { CloseButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { figureNames, type ScoresCompared } from '#shared/schemas/scores.ts'
import { GradeBadge } from './grade-badge.tsx'
import { figureText, noDataText, scoreText, sourceName } from './score-words.ts'
import classes from './scores.module.css'

type CompareTableProps = {
  suppliers: ScoresCompared['suppliers']
  currency: string
  onRemove: (supplierId: number) => void
}

export function CompareTable({ suppliers, currency, onRemove }: CompareTableProps) {
  const text = useText()
  const { t, format, language } = text
  const criteria = suppliers[0]?.criteria ?? []
  return (
    <ScrollRegion name={t('scores.compare.table')} className={classes.scroll}>
      <table className={plain.table} aria-label={t('scores.compare.table')}>
        <thead>
          <tr>
            <td />
            {suppliers.map(({ row }) => (
              <th key={row.key} scope="col">
                <Link className="q-link" to={`/scores/${row.supplierId}` as '/'}>
                  {nameIn(language, row)}
                </Link>
                <CloseButton
                  size="xs"
                  aria-label={t('scores.compare.remove', { name: nameIn(language, row) })}
                  onClick={() => row.supplierId !== null && onRemove(row.supplierId)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('scores.compare.total')}</th>
            {suppliers.map(({ row }) => (
              <td key={row.key}>
                <strong>{scoreText(text, row.score) || t('scores.noData')}</strong> <GradeBadge grade={row.grade} />
              </td>
            ))}
          </tr>
          {criteria.map((criterion) => (
            <tr key={criterion.source}>
              <th scope="row">{`${sourceName(text, criterion)} (${t('scores.card.points')})`}</th>
              {suppliers.map(({ row, criteria: own }) => (
                <td key={row.key}>
                  {scoreText(text, own.find(({ source }) => source === criterion.source)?.score ?? null) ||
                    t('scores.noData')}
                </td>
              ))}
            </tr>
          ))}
          {figureNames.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`scores.figures.${name}`)}</th>
              {suppliers.map(({ row }) => (
                <td key={row.key}>
                  {figureText(text, { name, value: row[name], currency }) || noDataText(text, row, name)}
                  {row.n[name] === undefined ? null : (
                    <span className={classes.n}>{t('scores.n', { n: format.number(row.n[name]) })}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
