// One row of the report beside it: its figures with how many they are over, the shipments behind one, and the months.
import { useText } from '#renderer/lib/language.ts'
import { FormulaCard } from '#renderer/ui/formula-card.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { LaneRow, Performance, TrendMonth } from '#shared/schemas/lanes.ts'
import { figureFormula } from './figure-formula.ts'
import { LaneShipments } from './lane-shipments.tsx'
import { figureWithUnit, laneName, sampleOf, whyMissing, windowText } from './lane-words.ts'
import classes from './lanes.module.css'
import { shownFigures } from './lanes-address.ts'
import { TrendLine } from './trend-line.tsx'
import type { LanesState } from './use-lanes.ts'

type DrawerProps = { row: LaneRow; found: Performance; state: LanesState; months: readonly TrendMonth[] }

export function LaneDrawer({ row, found, state, months }: DrawerProps) {
  const text = useText()
  const { t } = text
  const { address, change, question } = state
  const name = laneName(text, found.by, row)
  return (
    <RecordDrawer
      name={name}
      title={name}
      subtitle={windowText(text, found)}
      actions={
        found.by === 'carrier' && row.id !== null ? (
          <LinkButton to="/carriers/$id" params={{ id: String(row.id) }}>
            {t('lanes.card.carrier')}
          </LinkButton>
        ) : undefined
      }
      onClose={() => change({ row: undefined, figure: undefined })}
    >
      <div className={classes.card}>
        {address.figure ? (
          <section>
            <FormulaCard {...figureFormula(text, { figures: row, figure: address.figure, found })} footnote="" />
            <LaneShipments
              key={address.figure}
              question={question}
              row={row}
              figure={address.figure}
              currency={found.currency}
              onClose={() => change({ figure: undefined })}
            />
          </section>
        ) : null}
        <FigureTable row={row} found={found} onShow={(figure) => change({ figure })} />
        <Months months={months} />
      </div>
    </RecordDrawer>
  )
}

type TableProps = { row: LaneRow; found: Performance; onShow: (figure: (typeof shownFigures)[number]) => void }

function FigureTable({ row, found, onShow }: TableProps) {
  const text = useText()
  const { t, format } = text
  return (
    <section>
      <SectionTitle>{t('lanes.card.figures')}</SectionTitle>
      <table className={plain.table} aria-label={t('lanes.card.figures')}>
        <thead>
          <tr>
            <th scope="col">{t('lanes.card.figure')}</th>
            <th scope="col" data-numeric>
              {t('lanes.card.value')}
            </th>
            <th scope="col" data-numeric>
              {t('lanes.card.of')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shownFigures.map((figure) => (
            <tr key={figure}>
              <th scope="row">
                <button
                  type="button"
                  className={classes.figure}
                  aria-label={t('lanes.card.show', { figure: t(`lanes.figures.${figure}`) })}
                  onClick={() => onShow(figure)}
                >
                  {t(`lanes.figures.${figure}`)}
                </button>
                {row[figure] === null ? <span className={classes.why}>{whyMissing(text, row, figure)}</span> : null}
              </th>
              <td data-numeric>{figureWithUnit(text, row, figure, found.currency)}</td>
              <td data-numeric>{format.number(sampleOf(row, figure))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Months({ months }: { months: readonly TrendMonth[] }) {
  const { t, format } = useText()
  const shown = months.slice(-12)
  if (shown.every(({ n }) => n === 0)) return null
  return (
    <section>
      <SectionTitle>{t('lanes.card.trend')}</SectionTitle>
      <TrendLine months={shown} isLarge />
      <table className={plain.table} aria-label={t('lanes.card.trend')}>
        <thead>
          <tr>
            <th scope="col">{t('lanes.card.month')}</th>
            <th scope="col" data-numeric>
              {t('lanes.columns.n')}
            </th>
            <th scope="col" data-numeric>
              {t('lanes.columns.onTimeRate')}
            </th>
            <th scope="col" data-numeric>
              {t('lanes.columns.transitP50')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.toReversed().map(({ month, n, onTimeRate, transitP50 }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td data-numeric>{format.number(n)}</td>
              <td data-numeric>{onTimeRate === null ? t('lanes.noData') : format.share(onTimeRate)}</td>
              <td data-numeric>
                {transitP50 === null ? t('lanes.noData') : format.number(Number(transitP50.toFixed(1)))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
