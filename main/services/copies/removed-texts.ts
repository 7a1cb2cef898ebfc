// The texts that a redaction takes out, collected before they go: what the finished copy is then searched for.
import type { ReadDb } from '#main/db/database.ts'
import { columnsOfTable } from '#main/services/copies/copy-tables.ts'
import type { RedactionPlan } from '#main/services/copies/redaction-plan.ts'
import { redactionRules } from '#main/services/copies/redaction-rules.ts'

/** Shorter than this, bytes stand anywhere by chance; two Chinese characters have six. */
const fewestBytes = 4
/** Of a long text, pieces: from its beginning, its middle and its end. */
const pieceLength = 48

/** Every text once. Those of the log count as well: what someone was called before is as personal as what they are now. */
export function removedTexts(db: ReadDb, plan: RedactionPlan): Set<string> {
  const texts = new Set<string>()
  for (const { table, column, where } of goingTexts(db, plan)) {
    // Rows one by one: a column of long texts would not fit at once.
    for (const [text] of db.raw(`SELECT DISTINCT ${column} FROM ${table} WHERE (${where}) AND ${column} <> ''`)) {
      addPieces(texts, String(text))
    }
  }
  for (const [table, columns] of byTable(goingTexts(db, plan))) addLogged(db, texts, table, columns)
  return texts
}

type GoingText = { table: string; column: string; where: string }

function goingTexts(db: ReadDb, { rows, cells }: RedactionPlan): GoingText[] {
  const ofRows = rows.flatMap(({ table, where }) => textsOfRow(table).map((column) => ({ table, column, where })))
  return [...ofRows, ...cells].filter(
    ({ table, column }) =>
      !isDay(column) && columnsOfTable(db, table).find(({ name }) => name === column)?.type === 'TEXT',
  )
}

/** A birthday is a day like any other: found elsewhere, it tells of nobody. */
const isDay = (column: string) => column.endsWith('_on')

function textsOfRow(table: string): readonly string[] {
  const rule = redactionRules[table]
  if (!rule) return []
  if (rule.out) return rule.out
  return Object.keys(rule.columns).filter((column) =>
    ['person', 'party', 'contact', 'text'].includes(rule.columns[column] ?? ''),
  )
}

function byTable(going: readonly GoingText[]): Map<string, string[]> {
  const columns = new Map<string, string[]>()
  for (const { table, column } of going) columns.set(table, [...(columns.get(table) ?? []), column])
  return columns
}

/** What the columns held before, of whatever row: a customer may have been none then. */
function addLogged(db: ReadDb, texts: Set<string>, table: string, columns: readonly string[]): void {
  for (const side of ['before', 'after']) {
    const rows = db.raw(
      `SELECT DISTINCT j.value FROM changes c, json_each(c.${side}) j
       WHERE c.table_name = ? AND j.type = 'text' AND j.key IN (SELECT value FROM json_each(?)) AND j.value <> ''`,
      table,
      JSON.stringify(columns),
    )
    for (const [text] of rows) addPieces(texts, String(text))
  }
}

function addPieces(texts: Set<string>, text: string): void {
  const trimmed = text.trim()
  if (trimmed.length <= 2 * pieceLength) {
    addLongEnough(texts, trimmed)
    return
  }
  const middle = Math.floor((trimmed.length - pieceLength) / 2)
  for (const at of [0, middle, trimmed.length - pieceLength]) addLongEnough(texts, trimmed.slice(at, at + pieceLength))
}

function addLongEnough(texts: Set<string>, text: string): void {
  // A pair of surrogates cut in two is no text any more.
  const whole = text.replaceAll(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
  if (Buffer.byteLength(whole) >= fewestBytes) texts.add(whole)
}
