// How a file names a party so that it is found again: by name, or by code where two of the same role share a name.
import { roleColumns } from '#main/services/parties/party-columns.ts'
import type { PartyRole } from '#shared/schemas/parties.ts'

/** SQL that names the party of `alias`, a row of `parties`; NULL stays NULL. */
export function partyReference(alias: string, role: PartyRole): string {
  const others = `SELECT 1 FROM parties same WHERE same.name = ${alias}.name COLLATE NOCASE
    AND same.${roleColumns[role]} = 1 AND same.deleted = 0 AND same.id <> ${alias}.id`
  return `CASE WHEN ${alias}.code <> '' AND EXISTS (${others}) THEN ${alias}.code ELSE ${alias}.name END`
}
