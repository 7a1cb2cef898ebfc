// The formulas behind a product's two classes, with their inputs, as the cards show them.
import type { Spoken } from '#renderer/lib/language.ts'
import type { Formula } from '#renderer/ui/formula-card.tsx'
import type { ClassesQuestion, ClassItem, ClassItemDetail } from '#shared/schemas/classes.ts'
import { classValue, limitInWords, variationInWords } from './class-words.ts'

export function abcClassFormula(text: Spoken, detail: ClassItemDetail, item: ClassItem): Formula {
  const { t, format } = text
  const { question, currency } = detail
  const [a, b] = [limitInWords(text, question.thresholds[0]), limitInWords(text, question.thresholds[1])]
  const what = t(`insights.abc.of.${question.basis}`)
  return {
    title: t('classes.card.abc'),
    formula: t('classes.card.abcFormula', { a, b }),
    inputs: [
      { label: t('classes.card.value', { what }), value: classValue(text, item.value, currency) },
      { label: t('classes.card.before'), value: classValue(text, detail.before, currency) },
      { label: t('classes.card.total'), value: classValue(text, detail.total, currency) },
      {
        label: t('classes.card.shareBefore'),
        value: item.shareBefore === null ? t('common.noData') : format.percent((item.shareBefore * 100).toFixed(2)),
      },
      ...heldFacts(text, { raw: item.rawAbc, held: item.abc, was: item.was?.abc, reason: item.abcReason }),
    ],
    footnote: [
      t(`insights.abc.card.note.${question.basis}`),
      // Stock lies as what it is, whatever is asked of what was sold.
      t(`classes.card.kits.${question.basis === 'stockValue' ? 'stock' : question.kits}`),
      t('classes.card.marginAbc', {
        margin: limitInWords(text, question.abcMargin),
        runs: runsInWords(text, question),
      }),
    ].join(' '),
  }
}

export function xyzClassFormula(text: Spoken, detail: ClassItemDetail, item: ClassItem): Formula {
  const { t, format } = text
  const { question } = detail
  const period = t(`classes.per.${question.period}`)
  const [x, y] = [format.number(question.limits[0]), format.number(question.limits[1])]
  const figure = (value: number | null) =>
    value === null ? t('common.noData') : format.number(Number(value.toFixed(3)))
  const cv = item.periods < 2 ? t('classes.card.fewPeriods') : t('classes.card.noCv')
  return {
    title: t('classes.card.xyz'),
    formula: t('classes.card.xyzFormula', { period, x, y }),
    inputs: [
      { label: t('classes.card.mean', { period }), value: figure(detail.mean) },
      { label: t('classes.card.sd'), value: figure(detail.sd) },
      { label: t('classes.card.cv'), value: variationInWords(text, item.cv) ?? cv },
      { label: t('classes.card.periods'), value: format.number(item.periods) },
      { label: t('classes.card.firstOn'), value: detail.firstOn ?? t('classes.card.notSold') },
      ...heldFacts(text, { raw: item.rawXyz, held: item.xyz, was: item.was?.xyz, reason: item.xyzReason }),
    ],
    footnote: [
      t('classes.card.footnote', {
        demand: t(`classes.demand.${question.demandBasis}`),
        from: question.from,
        to: question.to,
      }),
      t(`classes.card.kits.${question.kits}`),
      question.stockOutShare === null
        ? t('classes.card.noOutRule')
        : t('classes.card.outRule', { share: limitInWords(text, question.stockOutShare) }),
      t('classes.card.marginXyz', { margin: format.number(question.xyzMargin), runs: runsInWords(text, question) }),
    ].join(' '),
  }
}

type Held = { raw: string | null; held: string | null; was: string | null | undefined; reason: ClassItem['abcReason'] }

function heldFacts({ t }: Spoken, { raw, held, was, reason }: Held): Formula['inputs'] {
  const letter = (one: string | null) => one ?? t('classes.class')
  return [
    { label: t('classes.card.figuresSay'), value: letter(raw) },
    ...(was === undefined ? [] : [{ label: t('classes.card.before_run'), value: letter(was) }]),
    { label: t('classes.card.holds'), value: letter(held) },
    { label: t('classes.card.why'), value: t(`classes.reason.${reason}`) },
  ]
}

function runsInWords({ t }: Spoken, { runsInARow }: ClassesQuestion): string {
  return runsInARow === null ? t('classes.card.noRuns') : t('classes.card.runs', { count: runsInARow })
}
