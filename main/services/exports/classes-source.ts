// The ABC-XYZ analysis as a file: the products with their classes and what they rest on.

import type { ReadDb } from '#main/db/database.ts'
import { cellOf } from '#main/domain/inventory/class-matrix.ts'
import type { ExportRow, ExportSource } from '#main/services/exports/export-source.ts'
import { classAnalysis } from '#main/services/insights/class-analysis.ts'
import { policiesByCell } from '#main/services/planning/cell-policies.ts'
import { Decimal } from '#shared/decimal.ts'
import type { ClassesResult } from '#shared/schemas/classes.ts'

export const classesSource: ExportSource = {
  columns: {
    rank: 'number',
    sku: 'text',
    name: 'text',
    nameZh: 'text',
    abc: 'text',
    xyz: 'text',
    value: 'decimal',
    currency: 'text',
    share: 'decimal',
    variation: 'decimal',
    periods: 'number',
    rawAbc: 'text',
    rawXyz: 'text',
    wasAbc: 'text',
    wasXyz: 'text',
    policy: 'stockPolicy',
    serviceLevel: 'decimal',
  },
  keys: ['sku'],
  companions: { value: 'currency' },
  /** Without a question, the usual one. */
  open(db, { classes }) {
    const result = classAnalysis(db, classes ?? {})
    return { total: result.items.length, groups: [{ rows: rowsOf(db, result), done: result.items.length }] }
  },
}

function rowsOf(db: ReadDb, { items, currency }: ClassesResult): ExportRow[] {
  const policies = policiesByCell(db)
  return items.map((item): ExportRow => {
    const { abc, xyz, was } = item
    const { policy, serviceLevel } = policies[cellOf(abc, xyz)]
    return {
      rank: item.rank,
      sku: item.sku,
      name: item.name,
      nameZh: item.nameZh,
      abc: abc ?? '',
      xyz: xyz ?? '',
      value: item.value === null ? null : String(item.value),
      currency: item.value === null ? '' : (currency ?? ''),
      share: item.rank === null ? null : percent(item.share),
      variation: item.cv === null ? null : new Decimal(item.cv).toFixed(4),
      periods: item.periods,
      rawAbc: item.rawAbc ?? '',
      rawXyz: item.rawXyz ?? '',
      wasAbc: was?.abc ?? '',
      wasXyz: was?.xyz ?? '',
      policy,
      serviceLevel: percent(serviceLevel),
    }
  })
}

/** A share of 0.8271 is 82.71 %. */
function percent(share: number): string {
  return new Decimal(share).times(100).toFixed(2)
}
