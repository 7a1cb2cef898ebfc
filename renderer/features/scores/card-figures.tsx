// Every measured figure with how many cases it is of, or why there is none; each opens its formula and its lines.
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { type BoardRow, type FigureName, figureNames } from '#shared/schemas/scores.ts'
import { figureText, noDataText } from './score-words.ts'

type CardFiguresProps = { row: BoardRow; currency: string; onOpen: (figure: FigureName) => void }

export function CardFigures({ row, currency, onOpen }: CardFiguresProps) {
  const text = useText()
  const { t, format } = text
  return (
    <section>
      <SectionTitle>{t('scores.card.figures')}</SectionTitle>
      <table className={plain.table} aria-label={t('scores.card.figures')}>
        <TableHead
          heads={[t('scores.card.figure'), { numeric: t('scores.card.value') }, { numeric: t('scores.columns.cases') }]}
        />
        <tbody>
          {figureNames.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`scores.figures.${name}`)}</th>
              <td data-numeric>
                <button type="button" className="q-explains" onClick={() => onOpen(name)}>
                  {figureText(text, { name, value: row[name], currency }) || noDataText(text, row, name)}
                </button>
              </td>
              <td data-numeric>{format.number(row.n[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
