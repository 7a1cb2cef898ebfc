// Everything about one person as a file to hand over: JSON for machines, a page for people.
import type { ReadDb } from '#main/db/database.ts'
import { privacyHtml } from '#main/domain/customers/privacy-page.ts'
import { nameOfTitle } from '#main/domain/files/file-name.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { privacyReport } from '#main/services/customers/privacy-report.ts'
import type { FileShelf } from '#main/services/files/file-shelf.ts'
import type { PrivacyFileInput, PrivacyReport, PrivacyRow } from '#shared/schemas/customers.ts'

/** The file on the shelf: read it by its token. */
export function privacyFile(db: ReadDb, files: FileShelf, input: PrivacyFileInput): { token: string; name: string } {
  const report = privacyReport(db, input.id)
  const text = input.format === 'json' ? asJson(report) : asPage(db, report, input)
  const name = `${nameOfTitle(report.party.name) || String(report.party.id)} - ${report.asOf}.${input.format}`
  const file = files.keep(name, new TextEncoder().encode(text))
  return { token: file.token, name: file.name }
}

function asJson({ party, asOf, sections }: PrivacyReport): string {
  const tables = sections.map(({ table, rows }) => [table, rows.map(({ values }) => values)])
  return `${JSON.stringify({ name: party.name, asOf, tables: Object.fromEntries(tables) }, null, 2)}\n`
}

function asPage(db: ReadDb, { party, asOf, sections }: PrivacyReport, { language, words }: PrivacyFileInput): string {
  const word = (key: string, otherwise: string) => (Object.hasOwn(words, key) ? (words[key] ?? otherwise) : otherwise)
  const said = (value: PrivacyRow['values'][string]) => (value === true ? word('yes', '✓') : String(value))
  const { companyName } = bookFacts(db)
  return privacyHtml({
    language,
    title: [party.name, party.nameZh].filter(Boolean).join(' '),
    about: [companyName, asOf].filter(Boolean).join(' · '),
    sections: sections.map(({ table, rows }) => ({
      heading: word(table, table.replaceAll('_', ' ')),
      rows: rows.map(({ record, values }) => ({
        title: [record?.code, record?.name].filter(Boolean).join(' · '),
        lines: Object.entries(values).map(([column, value]) => [
          word(`${table}.${column}`, column.replaceAll('_', ' ')),
          said(value),
        ]),
      })),
    })),
  })
}
