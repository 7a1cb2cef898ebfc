// The rules for a choice, as SQL: which rows go, which cells are emptied and in whose rows.
import { type ColumnClass, classGoes, type TableRedaction, type Whose } from '#main/services/copies/redaction-rule.ts'
import { redactionRules } from '#main/services/copies/redaction-rules.ts'
import type { Redaction } from '#shared/schemas/copies.ts'

/** Cells that are emptied: of the rows for which `where` is true. */
export type CellsOut = { table: string; column: string; class: ColumnClass; where: string }
export type RowsOut = { table: string; where: string }
export type RedactionPlan = { rows: RowsOut[]; cells: CellsOut[]; salts: string[] }

export function redactionPlan(redact: readonly Redaction[]): RedactionPlan {
  const tables = Object.entries(redactionRules)
  return {
    rows: tables.flatMap(([table, rule]) => {
      const where = rule.out ? 'true' : whereOf(rule.rowsOut ?? {}, rule, redact)
      return where === null ? [] : [{ table, where }]
    }),
    cells: tables.flatMap(([table, rule]) =>
      Object.entries(rule.columns).flatMap(([column, kind]): CellsOut[] => {
        const where = whereOf(classGoes[kind], rule, redact)
        return where === null ? [] : [{ table, column, class: kind, where }]
      }),
    ),
    salts: tables.filter(([, rule]) => Object.values(rule.columns).includes('salt')).map(([table]) => table),
  }
}

/** Null where nothing goes. */
function whereOf(
  goes: Readonly<Partial<Record<Redaction, Whose>>>,
  rule: TableRedaction,
  redact: readonly Redaction[],
): string | null {
  const whose = redact.flatMap((choice) => goes[choice] ?? [])
  if (whose.length === 0) return null
  return whose.map((one) => rowsOf(one, rule)).join(' OR ')
}

/** Who has no role at all may well be a customer of a marketplace. */
const parties: Readonly<Record<Exclude<Whose, 'all' | 'buying'>, string>> = {
  customers: 'is_customer = 1 OR is_supplier + is_carrier + is_forwarder + is_service = 0',
  suppliers: 'is_supplier = 1',
}

function rowsOf(whose: Whose, { partyColumn, buyingRows }: TableRedaction): string {
  if (whose === 'buying') return `(${buyingRows ?? 'true'})`
  if (whose === 'all' || partyColumn === undefined) return 'true'
  if (partyColumn === 'id') return `(${parties[whose]})`
  return `${partyColumn} IN (SELECT id FROM parties WHERE ${parties[whose]})`
}
