// What if the limits were others: drag them and see how many products each class would hold; let go to class by them.
import { Button, RangeSlider } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { ClassesResult } from '#shared/schemas/classes.ts'
import { limitInWords } from './class-words.ts'
import type { ClassesAddress } from './classes-address.ts'
import type { ClassesState } from './use-classes-question.ts'
import classes from './what-if.module.css'
import { type CellCounts, countOf, type Limits } from './what-if-counts.ts'

type WhatIfProps = {
  state: ClassesState
  result: ClassesResult
  counts: CellCounts
  onTry: (limits: Limits | null) => void
}

/** Variations beyond this all look alike on a slider; larger limits come from the address. */
const mostVariation = 2

export function WhatIf({ state, result, counts, onTry }: WhatIfProps) {
  const { t, format } = useText()
  const { address, change } = state
  const limits = limitsOf(result, address)
  const [abc, setAbc] = useLimits(percent(limits.a), percent(limits.b))
  const [xyz, setXyz] = useLimits(limits.x, limits.y)
  const isOwn = address.a !== undefined || address.x !== undefined
  const variation = (value: number) => format.number(Number(value.toFixed(2)))
  return (
    <section className={classes.whatIf} aria-label={t('classes.whatIf.title')}>
      <h2 className={classes.title}>{t('classes.whatIf.title')}</h2>
      <p className={classes.about}>{t('classes.whatIf.about')}</p>
      <p className={classes.label}>{t('classes.whatIf.abc')}</p>
      <RangeSlider
        min={1}
        max={100}
        step={1}
        minRange={1}
        size="sm"
        color="var(--q-accent)"
        label={(value) => format.percent(Number(value.toFixed(2)))}
        thumbFromLabel={t('classes.whatIf.limitOf', { letter: 'A' })}
        thumbToLabel={t('classes.whatIf.limitOf', { letter: 'B' })}
        value={abc}
        onChange={([a, b]) => {
          setAbc([a, b])
          onTry({ ...limits, a: a / 100, b: b / 100 })
        }}
        onChangeEnd={([a, b]) => {
          change({ a, b })
        }}
      />
      <Counts letters={['A', 'B', 'C']} counts={counts} />
      <p className={classes.label}>{t('classes.whatIf.xyz')}</p>
      <RangeSlider
        min={0.05}
        max={Math.max(mostVariation, limits.y)}
        step={0.05}
        minRange={0.05}
        size="sm"
        color="var(--q-accent)"
        label={variation}
        thumbFromLabel={t('classes.whatIf.limitOf', { letter: 'X' })}
        thumbToLabel={t('classes.whatIf.limitOf', { letter: 'Y' })}
        value={xyz}
        onChange={([x, y]) => {
          setXyz([x, y])
          onTry({ ...limits, x, y })
        }}
        onChangeEnd={([x, y]) => {
          change({ x: rounded(x), y: rounded(y) })
        }}
      />
      <Counts letters={['X', 'Y', 'Z']} counts={counts} />
      <p className={classes.now}>
        {`A ${limitInWords({ t, format }, limits.a)} · B ${limitInWords({ t, format }, limits.b)} · X ${variation(limits.x)} · Y ${variation(limits.y)}`}
      </p>
      {isOwn ? (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.usual}
          onClick={() => change({ a: undefined, b: undefined, x: undefined, y: undefined })}
        >
          {t('classes.whatIf.usual')}
        </Button>
      ) : null}
    </section>
  )
}

function Counts({ letters, counts }: { letters: readonly string[]; counts: CellCounts }) {
  const { t, format } = useText()
  return (
    <p className={classes.counts} data-numeric aria-live="polite">
      {letters.map((letter) => (
        <span key={letter}>{t('classes.whatIf.counts', { letter, n: format.number(countOf(counts, letter)) })}</span>
      ))}
    </p>
  )
}

/** The slider's own state while it is dragged; what the book says else. */
function useLimits(low: number, high: number) {
  const [value, setValue] = useState<[number, number]>([low, high])
  useEffect(() => setValue([low, high]), [low, high])
  return [value, setValue] as const
}

/** Those that are asked for, which the answer on the screen may not have reached yet. */
function limitsOf({ question }: ClassesResult, asked: ClassesAddress): Limits {
  const [a, b] = asked.a !== undefined && asked.b !== undefined ? [asked.a / 100, asked.b / 100] : question.thresholds
  const [x, y] = asked.x !== undefined && asked.y !== undefined ? [asked.x, asked.y] : question.limits
  return { a, b, x, y }
}

/** 0.57 is 57, not 56.99999999999999. */
function percent(share: number): number {
  return Number((share * 100).toFixed(6))
}

/** Steps of a slider drift in binary: 0.15000000000000002. */
function rounded(value: number): number {
  return Number(value.toFixed(2))
}
