// The score board as a file: each supplier's figures, empty where there are none, with the reasons beside them in words.
import type { ExportRow, ExportSource } from '#main/services/exports/export-source.ts'
import { scoreboard } from '#main/services/scores/scoreboard.ts'
import { Decimal } from '#shared/decimal.ts'
import english from '#shared/i18n/en/scores.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/scores.json' with { type: 'json' }
import type { ExportInput } from '#shared/schemas/exports.ts'
import { type BoardRow, figureNames, scoreboardInput } from '#shared/schemas/scores.ts'

export const scoreSource: ExportSource = {
  columns: {
    rank: 'number',
    code: 'text',
    name: 'text',
    nameZh: 'text',
    country: 'text',
    grade: 'text',
    heldGrade: 'text',
    score: 'decimal',
    ownScore: 'decimal',
    coverage: 'decimal',
    cases: 'number',
    lines: 'number',
    linesDue: 'number',
    onTimeRate: 'decimal',
    inFullRate: 'decimal',
    otifRate: 'decimal',
    onTimeQtyRate: 'decimal',
    ppm: 'decimal',
    rejectRate: 'decimal',
    fillRate: 'decimal',
    acceptRate: 'decimal',
    leadTimeMean: 'decimal',
    leadTimeSd: 'decimal',
    leadTimeCv: 'decimal',
    spend: 'decimal',
    currency: 'text',
    spendShare: 'decimal',
    priceVariance: 'decimal',
    marketVariance: 'decimal',
    answerHours: 'decimal',
    unansweredRate: 'decimal',
    paperErrorRate: 'decimal',
    claimRate: 'decimal',
    cancelledRate: 'decimal',
    withoutData: 'text',
  },
  keys: ['name'],
  companions: { spend: 'currency' },
  shownWith: { name: 'nameZh' },
  /** Without a question, of all that was ever bought. */
  open(db, { scores, language }) {
    const { rows, currency } = scoreboard(db, scores ?? scoreboardInput.parse({}))
    return {
      total: rows.length,
      groups: [{ rows: rows.map((row) => rowOf(row, { currency, language })), done: rows.length }],
    }
  },
}

type Shown = { currency: string; language: ExportInput['language'] }

function rowOf(row: BoardRow, { currency, language }: Shown): ExportRow {
  return {
    rank: row.rank,
    code: row.code,
    name: row.name || row.mode,
    nameZh: row.nameZh,
    country: row.country,
    grade: row.grade ?? '',
    heldGrade: row.heldGrade ?? '',
    score: fixed(row.score, 2),
    ownScore: fixed(row.ownScore, 2),
    coverage: percent(row.coverage),
    cases: row.cases,
    lines: row.lines,
    linesDue: row.linesDue,
    onTimeRate: percent(row.onTimeRate),
    inFullRate: percent(row.inFullRate),
    otifRate: percent(row.otifRate),
    onTimeQtyRate: percent(row.onTimeQtyRate),
    ppm: fixed(row.ppm, 0),
    rejectRate: percent(row.rejectRate),
    fillRate: percent(row.fillRate),
    acceptRate: percent(row.acceptRate),
    leadTimeMean: fixed(row.leadTimeMean, 1),
    leadTimeSd: fixed(row.leadTimeSd, 1),
    leadTimeCv: fixed(row.leadTimeCv, 3),
    spend: row.spend,
    currency: row.spend === null ? '' : currency,
    spendShare: percent(row.spendShare),
    priceVariance: percent(row.priceVariance),
    marketVariance: percent(row.marketVariance),
    answerHours: fixed(row.answerHours, 1),
    unansweredRate: percent(row.unansweredRate),
    paperErrorRate: fixed(row.paperErrorRate, 3),
    claimRate: fixed(row.claimRate, 3),
    cancelledRate: percent(row.cancelledRate),
    withoutData: withoutData(row, language),
  }
}

const texts = { en: english, 'zh-CN': chinese }

function withoutData({ reasons }: BoardRow, language: ExportInput['language']): string {
  const words = texts[language]
  const [colon, comma] = language === 'zh-CN' ? ['：', '；'] : [': ', '; ']
  return figureNames
    .flatMap((figure) => {
      const reason = reasons[figure]
      return reason ? [`${words.figures[figure]}${colon}${words.reasons[reason]}`] : []
    })
    .join(comma)
}

function fixed(value: number | null, places: number): string | null {
  return value === null ? null : new Decimal(value).toFixed(places)
}

/** A share of 0.8271 is 82.71 %. */
function percent(share: number | null): string | null {
  return share === null ? null : new Decimal(share).times(100).toFixed(2)
}
