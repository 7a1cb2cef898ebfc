// Pairwise comparison as an aid to weights: how much more one criterion matters than another, and whether that holds together.
import { Button, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { CriteriaSetting } from '#shared/schemas/score-settings.ts'
import { sourceName } from './score-words.ts'
import classes from './scores.module.css'

type AhpPairsProps = { criteria: CriteriaSetting; onTake: (criteria: CriteriaSetting) => void }

export function AhpPairs(props: AhpPairsProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <section>
      <SectionTitle>{t('scores.rules.ahp')}</SectionTitle>
      {isOpen ? <Pairs {...props} /> : <Button onClick={() => setOpen(true)}>{t('scores.rules.ahpOpen')}</Button>}
    </section>
  )
}

/** From nine times less to nine times more, as `1/9` … `1` … `9`. */
const steps = [...[9, 8, 7, 6, 5, 4, 3, 2].map((by) => `1/${by}`), ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(String)]

function Pairs({ criteria, onTake }: AhpPairsProps) {
  const text = useText()
  const { t, format } = text
  const { list } = criteria
  const [matrix, setMatrix] = useState(() => criteria.pairwise ?? list.map(() => list.map(() => 1)))
  const { data: answer } = useQuery(trpc.suppliers.ahp.queryOptions({ matrix }, { placeholderData: keepPreviousData }))
  const names = useMemo(() => list.map((one) => sourceName(text, one)), [list, text])
  const set = (row: number, column: number, step: string) => setMatrix(compared(matrix, [row, column], stepValue(step)))
  return (
    <div className={classes.sections}>
      <p className="q-quiet">{t('scores.rules.ahpAbout')}</p>
      <ScrollRegion name={t('scores.rules.ahp')} className={classes.scroll}>
        <table className={plain.table} aria-label={t('scores.rules.ahp')}>
          <thead>
            <tr>
              <td />
              {names.slice(1).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.slice(0, -1).map((name, row) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {names.slice(1).map((other, index) => (
                  <td key={other}>
                    {index < row ? null : (
                      <Select
                        w={72}
                        aria-label={t('scores.rules.pair', { row: name, column: other })}
                        data={steps}
                        allowDeselect={false}
                        value={stepOf(matrix[row]?.[index + 1] ?? 1)}
                        onChange={(step) => step && set(row, index + 1, step)}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {answer?.status === 'ok' ? (
        <Notice
          tone={answer.verdict === 'bad' ? 'warn' : 'info'}
          title={
            answer.cr === null
              ? t('scores.rules.crUnknown')
              : t('scores.rules.cr', { cr: format.number(answer.cr.toFixed(3)) })
          }
          actions={
            <WriteGate>
              <Button
                onClick={() =>
                  onTake({
                    pairwise: matrix,
                    list: list.map((one, index) => ({ ...one, weight: percentOf(answer.weights[index] ?? 0) })),
                  })
                }
              >
                {t('scores.rules.take')}
              </Button>
            </WriteGate>
          }
        >
          {t(`scores.rules.verdict.${answer.verdict}`)}{' '}
          {names.map((name, index) => `${name} ${format.share(answer.weights[index] ?? 0)}`).join(' · ')}
        </Notice>
      ) : null}
    </div>
  )
}

function compared(matrix: number[][], [row, column]: readonly [number, number], value: number): number[][] {
  return matrix.map((line, at) =>
    line.map((old, to) => {
      if (at === row && to === column) return value
      return at === column && to === row ? 1 / value : old
    }),
  )
}

function stepValue(step: string): number {
  return step.startsWith('1/') ? 1 / Number(step.slice(2)) : Number(step)
}

function stepOf(value: number): string {
  return steps.reduce((near, step) =>
    Math.abs(Math.log(stepValue(step) / value)) < Math.abs(Math.log(stepValue(near) / value)) ? step : near,
  )
}

function percentOf(weight: number): number {
  return Number((weight * 100).toFixed(2))
}
