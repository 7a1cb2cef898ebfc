// The cells of the lists of customers, suppliers and carriers that can be changed where they stand; and parties by the name
// that a cell gives them.
import type { CellValue } from '#main/domain/import/cells/cell-value.ts'
import {
  choiceCell,
  countryCell,
  currencyCell,
  type NamedRecord,
  textCell,
  wholeCell,
} from '#main/services/lists/cell-columns.ts'
import { type CellContext, type CellList, remember, rowsOf } from '#main/services/lists/cell-list.ts'
import { roleColumns } from '#main/services/parties/party-columns.ts'
import { partiesWithCode } from '#main/services/parties/party-queries.ts'
import english from '#shared/i18n/en/exports.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/exports.json' with { type: 'json' }
import type { Id } from '#shared/ids.ts'
import { type PartyRole, partyInput, partyStatuses, supplyInput } from '#shared/schemas/parties.ts'

const { shape } = partyInput

/** The cells of the list of one role. */
export function partyCells(role: PartyRole): CellList {
  return {
    table: 'parties',
    columns: {
      code: {
        ...textCell('code', shape.code),
        unique: {
          values: (row) => [String(row.code).toLowerCase()],
          holders: partiesWithCode,
          refusal: (value) => ({ code: 'parties/code-taken', details: { code: value } }),
        },
      },
      name: textCell('name', shape.name),
      nameZh: textCell('name_zh', shape.nameZh),
      country: countryCell('country'),
      status: choiceCell('status', readStatus),
      email: textCell('email', shape.email),
      phone: textCell('phone', shape.phone),
      currency: currencyCell('currency'),
      website: textCell('website', shape.website),
      taxNumber: textCell('tax_number', shape.taxNumber),
      note: textCell('note', shape.note),
      ...(role === 'supplier' ? supplyCells : {}),
    },
    keys: [['code'], ['name']],
    rows: rowsOf({ table: 'parties', own: ['name'], where: `r.${roleColumns[role]} = 1` }),
    nameOf: (row) => String(row.name),
    allKeys: (db, [key]) =>
      db.raw(`SELECT id, ${key === 'code' ? 'code' : 'name'} FROM live_parties WHERE ${roleColumns[role]} = 1`) as [
        Id,
        string,
      ][],
    foldKey: (_column, text) => text.trim().toLowerCase(),
  }
}

const { shape: supplyShape } = supplyInput

/** What suppliers have beside every party; where they stand is changed with a reason. */
const supplyCells: CellList['columns'] = {
  supplyKind: choiceCell('supply_kind', readKind),
  leadTimeDays: wholeCell('supply_lead_time_days', { max: 3650 }),
  incoterm: textCell('supply_incoterm', supplyShape.incoterm),
  place: textCell('supply_place', supplyShape.place),
  capacity: textCell('supply_capacity', supplyShape.capacity),
}

function readKind(text: string): CellValue<string> {
  const wanted = text.trim().toLowerCase()
  const { supplyKind } = english.words
  const kind = (Object.keys(supplyKind) as (keyof typeof supplyKind)[]).find((key) =>
    [key, supplyKind[key], chinese.words.supplyKind[key]].includes(wanted),
  )
  return kind ? { value: kind } : { expected: 'supply-kind' }
}

const statusWords = new Map(
  partyStatuses.flatMap((status) =>
    [status, english.words.partyStatus[status], chinese.words.partyStatus[status]].map(
      (word) => [word.toLowerCase(), status] as const,
    ),
  ),
)

function readStatus(text: string): CellValue<string> {
  const status = statusWords.get(text.trim().toLowerCase())
  return status ? { value: status } : { expected: 'party-status' }
}

/** Living parties of a role by code or name in either language, in whatever letter case; a code comes before names. */
export function findParties(context: CellContext, role: PartyRole, text: string): readonly NamedRecord[] {
  const byWord = remember(context, `parties ${role}`, () => partiesByWord(context, role))
  const wanted = text.toLowerCase()
  return byWord.codes.get(wanted) ?? byWord.names.get(wanted) ?? []
}

type Words = Map<string, NamedRecord[]>

function partiesByWord({ db }: CellContext, role: PartyRole): { codes: Words; names: Words } {
  const rows = db.all<NamedRecord & { code: string; nameZh: string }>(
    `SELECT id, name, code, name_zh AS nameZh FROM live_parties WHERE ${roleColumns[role]} = 1 AND archived = 0`,
  )
  const found = { codes: new Map() as Words, names: new Map() as Words }
  const keep = (words: Words, word: string, one: NamedRecord) => {
    const key = word.trim().toLowerCase()
    if (key !== '') words.set(key, [...(words.get(key) ?? []).filter(({ id }) => id !== one.id), one])
  }
  for (const row of rows) {
    keep(found.codes, row.code, row)
    keep(found.names, row.name, row)
    keep(found.names, row.nameZh, row)
  }
  return found
}
