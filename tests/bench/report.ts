// The figures as a table for people, or as JSON.
import { cpuRatioOf, type Figure, isReached, ratioOf } from '#tests/bench/figure.ts'

export type SizeReport = { size: string; figures: Figure[]; details: readonly object[] }

export function asText({ size, figures }: SizeReport): string {
  const rows = figures.map((item) => [
    item.name,
    ms(item.ms),
    ms(item.bareMs),
    times(ratioOf(item)),
    ms(item.cpuMs),
    times(cpuRatioOf(item)),
    goal(item),
    verdict(item),
    item.note ?? '',
  ])
  const head = ['figure', 'ms', 'bare ms', 'ratio', 'cpu ms', 'cpu ratio', 'goal', '', 'of which']
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column >= 1 && column <= 5 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  const missed = figures.filter((item) => isReached(item) === false)
  const set = figures.filter((item) => item.goal)
  const closing = `size ${size}: ${set.length - missed.length} of ${set.length} goals reached`
  return [`\nsize ${size}`, line(head), ...rows.map(line), closing].join('\n')
}

export function asJson(reports: readonly SizeReport[]): string {
  const full = reports.map((report) => ({
    ...report,
    figures: report.figures.map((item) => ({
      ...item,
      ratio: ratioOf(item),
      cpuRatio: cpuRatioOf(item),
      reached: isReached(item),
    })),
  }))
  return JSON.stringify(full, null, 2)
}

function ms(value: number | undefined): string {
  if (value === undefined) return ''
  return value < 10 ? value.toFixed(2) : value.toFixed(0)
}

function times(value: number | null): string {
  return value === null ? '' : `${value.toFixed(2)}x`
}

function goal({ goal }: Figure): string {
  if (!goal) return ''
  return 'ms' in goal ? `< ${goal.ms} ms` : `<= ${goal.ratio}x`
}

function verdict(item: Figure): string {
  const reached = isReached(item)
  return reached === null ? '' : reached ? 'reached' : 'MISSED'
}
