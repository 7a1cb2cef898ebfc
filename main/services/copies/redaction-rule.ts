// What a redacted copy holds, column by column: a test holds this list against the schema, so that no column can be forgotten.
//
// plain     stays: what is sold, to which country, for how much, when
// person    tells of a person: goes with personal data
// party     says who someone is: goes with personal data where it is a customer, with suppliers where it is a supplier
// contact   how to reach them: goes with personal data for everyone, with suppliers where it is a supplier
// supplier  tells of buying: goes with suppliers
// cost      what something costs us: goes with costs
// text      running text, which may hold anything: goes whatever was chosen
// gone      points at something that goes whatever was chosen
// salt      drawn anew, so that no hash of the book's own log can be guessed from it
// fresh     made for the copy itself
import type { Redaction } from '#shared/schemas/copies.ts'

export type ColumnClass =
  | 'plain'
  | 'person'
  | 'party'
  | 'contact'
  | 'supplier'
  | 'cost'
  | 'text'
  | 'gone'
  | 'salt'
  | 'fresh'

/** Whose rows: everyone's, customers' (and of those who have no role), suppliers'; those that tell of buying, where selling shares a table. */
export type Whose = 'all' | 'customers' | 'suppliers' | 'buying'

export type TableRedaction = {
  /** All rows go, whatever was chosen; these of their columns hold texts that the proof looks for. */
  out?: readonly string[]
  /** Rows that go with a choice. */
  rowsOut?: Readonly<Partial<Record<Redaction, Whose>>>
  /** The column that says whose row it is. */
  partyColumn?: string
  /** SQL: which rows tell of buying. */
  buyingRows?: string
  /** What stands for a name that went. */
  nameColumn?: string
  columns: Readonly<Record<string, ColumnClass>>
}

/** Columns that stay, by name, blanks between. */
export const plain = (...columns: readonly string[]): Record<string, ColumnClass> =>
  Object.fromEntries(columns.flatMap((names) => names.split(' ')).map((name) => [name, 'plain']))

export const allOut = (...texts: readonly string[]): TableRedaction => ({ out: texts, columns: {} })

/** With which choices a column of a class goes, and in whose rows. */
export const classGoes: Readonly<Record<ColumnClass, Readonly<Partial<Record<Redaction, Whose>>>>> = {
  plain: {},
  fresh: {},
  salt: {},
  person: { personal: 'all' },
  party: { personal: 'customers', suppliers: 'suppliers' },
  contact: { personal: 'all', suppliers: 'suppliers' },
  supplier: { suppliers: 'all' },
  cost: { costs: 'all' },
  text: { personal: 'all', costs: 'all', suppliers: 'all' },
  gone: { personal: 'all', costs: 'all', suppliers: 'all' },
}
