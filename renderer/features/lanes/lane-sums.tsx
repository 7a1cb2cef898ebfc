// All rows of the report as one, each figure with its card.
import { useText } from '#renderer/lib/language.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import report from '#renderer/ui/report.module.css'
import { ReportSum } from '#renderer/ui/report-sum.tsx'
import type { LaneFigures, Performance } from '#shared/schemas/lanes.ts'
import { figureFormula } from './figure-formula.ts'
import { figureWithUnit } from './lane-words.ts'
import classes from './lanes.module.css'
import type { ShownFigure } from './lanes-address.ts'

const shown: readonly ShownFigure[] = [
  ...(['onTimeRate', 'transitP50', 'transitP80', 'damageRate', 'lossRate', 'costPerKg', 'nSilent'] as const),
]

/** `isPlain`: within a panel that has its own margins. */
export function LaneSums({ found, isPlain }: { found: Performance; isPlain?: boolean }) {
  const { t, format } = useText()
  return (
    <div className={isPlain ? classes.plainSums : report.sums}>
      <ReportSum label={t('lanes.columns.n')}>{format.number(found.total.n)}</ReportSum>
      {shown.map((figure) => (
        <ReportSum key={figure} label={t(`lanes.columns.${figure}`)}>
          <FigureInWords figures={found.total} figure={figure} found={found} />
        </ReportSum>
      ))}
    </div>
  )
}

type FigureProps = { figures: LaneFigures; figure: ShownFigure; found: Performance }

function FigureInWords({ figures, figure, found }: FigureProps) {
  const text = useText()
  const said = figureWithUnit(text, figures, figure, found.currency)
  return (
    <ExplainedFigure
      {...figureFormula(text, { figures, figure, found })}
      label={`${text.t(`lanes.columns.${figure}`)} ${said}`}
    >
      {said}
    </ExplainedFigure>
  )
}
