// The letters that were made, the newest first.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import classes from './receivables.module.css'

const mostLetters = 100

export function LetterList() {
  const { t, format, language } = useText()
  const { data: letters = [] } = useQuery(trpc.receivables.letters.queryOptions({ limit: mostLetters }))
  if (letters.length === 0) return <p className="q-quiet">{t('receivables.dunning.noLetters')}</p>
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('receivables.dunning.number'),
            t('receivables.dunning.asOf'),
            t('receivables.dunning.customer'),
            t('receivables.dunning.which'),
            { numeric: t('receivables.dunning.total') },
            t('receivables.dunning.sentOn'),
          ]}
        />
        <tbody>
          {letters.map((letter) => (
            <tr key={letter.id}>
              <td>
                <Link
                  className="q-link"
                  to="/dunning"
                  search={{ id: letter.id }}
                  aria-label={t('receivables.dunning.openLetter', { number: letter.number })}
                >
                  {letter.number}
                </Link>
              </td>
              <td>{letter.asOf}</td>
              <td className={classes.what}>{nameIn(language, { name: letter.customer, nameZh: letter.customerZh })}</td>
              <td>{t('receivables.dunning.step', { step: letter.step })}</td>
              <td data-numeric>{format.money(letter.total, letter.currency)}</td>
              <td>{letter.sentOn ?? <StatusBadge>{t('receivables.dunning.notSent')}</StatusBadge>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
