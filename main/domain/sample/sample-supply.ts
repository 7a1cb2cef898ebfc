// What the suppliers of the sample company are like: their kind and terms, and how they keep their word. One delivers late, one
// sends goods with faults, the others are as suppliers are.
import type { SupplyInput } from '#shared/schemas/parties.ts'
import type { SupplierWords } from './sample-words.ts'

/** Lead time and how far from the promised day goods come, in days; rejected goods in thousandths of what came. */
export type SupplierWays = { leadDays: number; early: number; late: number; rejects: number }

const lateSupplier = 'F06'
const faultySupplier = 'F09'

export function waysOf(code: string): SupplierWays {
  const number = Number(code.slice(1)) || 0
  const leadDays = 18 + ((number * 7) % 21)
  if (code === lateSupplier) return { leadDays, early: 5, late: 19, rejects: 0 }
  if (code === faultySupplier) return { leadDays, early: 4, late: 2, rejects: 46 }
  return { leadDays, early: 2 + (number % 4), late: number % 5 === 0 ? 2 : 0, rejects: number % 3 === 0 ? 2 : 0 }
}

const deposits = [30, 30, 20, 0, 50]
const credits = [0, 30, 45, 60, 15]

export function sampleSupply(words: SupplierWords, index: number): SupplyInput {
  const number = index + 1
  return {
    kind: words.isTrader ? 'trader' : 'factory',
    status: words.isCandidate ? 'candidate' : 'approved',
    incoterm: index % 3 === 0 ? 'FOB' : index % 3 === 1 ? 'FCA' : 'EXW',
    place: index % 3 === 0 ? 'Ningbo' : words.city,
    leadTimeDays: waysOf(words.code).leadDays,
    capacity: `${(5 + ((number * 3) % 18)) * 1000} pcs / month`,
    terms: {
      depositPercent: deposits[index % deposits.length] ?? 30,
      dueFrom: index % 4 === 3 ? 'month_end' : 'receipt',
      dueDays: credits[index % credits.length] ?? 30,
    },
    vatIncluded: false,
    vatPercent: 13,
    vatRecoverable: true,
  }
}
