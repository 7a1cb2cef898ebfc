// Two kept runs beside each other: only the products whose class differs.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import table from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { ClassRun, RunsCompared as Compared } from '#shared/schemas/classes.ts'
import { classLetters, variationInWords } from './class-words.ts'
import classes from './classes-screen.module.css'

export function RunsCompared({ first, second }: { first: ClassRun; second: ClassRun }) {
  const { t } = useText()
  const query = useQuery(
    trpc.classes.compare.queryOptions({ first: first.id, second: second.id }, { enabled: first.id !== second.id }),
  )
  if (first.id === second.id) return <p className="q-quiet">{t('classes.runs.sameRun')}</p>
  const title = t('classes.runs.compared', { first: first.question.to, second: second.question.to })
  return (
    <section className={classes.compared}>
      <SectionTitle>{title}</SectionTitle>
      <QueryState query={query}>
        {({ moves }) => (moves.length === 0 ? <p>{t('classes.runs.same')}</p> : <Moves label={title} moves={moves} />)}
      </QueryState>
    </section>
  )
}

type Move = Compared['moves'][number]

function Moves({ label, moves }: { label: string; moves: readonly Move[] }) {
  const { t } = useText()
  return (
    <table className={table.table} aria-label={label}>
      <TableHead
        heads={[
          t('insights.abc.columns.sku'),
          t('classes.runs.product'),
          t('classes.runs.from'),
          t('classes.runs.to'),
          { numeric: t('classes.runs.share') },
          { numeric: t('classes.runs.variation') },
          t('classes.runs.why'),
        ]}
      />
      <tbody>
        {moves.map((move) => (
          <MoveRow key={move.productId} move={move} />
        ))}
      </tbody>
    </table>
  )
}

function MoveRow({ move }: { move: Move }) {
  const text = useText()
  const { t, format, language } = text
  const { from, to, abcReason, xyzReason } = move
  const letters = (one: Move['from']) => (one === null ? t('classes.runs.gone') : classLetters(text, one))
  const both = (show: (one: NonNullable<Move['from']>) => string | null) =>
    [from, to].map((one) => (one && show(one)) ?? '–').join(' → ')
  const reasons = [...new Set([abcReason, xyzReason])].filter((reason) => reason !== null && reason !== 'same')
  return (
    <tr>
      <td>
        <Link to="/products/$id" params={{ id: String(move.productId) }} className="q-link">
          {move.sku}
        </Link>
      </td>
      <td>{nameIn(language, move)}</td>
      <td>{letters(from)}</td>
      <td>{letters(to)}</td>
      <td data-numeric>{both(({ share }) => (share === null ? null : format.share(share)))}</td>
      <td data-numeric>{both(({ cv }) => variationInWords(text, cv))}</td>
      <td className="q-quiet">{reasons.map((reason) => (reason ? t(`classes.reason.${reason}`) : '')).join(' ')}</td>
    </tr>
  )
}
