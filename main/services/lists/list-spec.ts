// What a list of records declares about itself; list-page.ts makes SQL of it.

export type ColumnType =
  | 'text'
  /** Text compared letter for letter, as its index is: SKUs, document numbers. */
  | 'code'
  /** A fixed set of words. */
  | 'choice'
  | 'number'
  /** Integer thousandths, shown as a decimal. */
  | 'quantity'
  /** Integer micros: unit prices. */
  | 'price'
  /** Integer minor units of the book's base currency. */
  | 'baseMoney'
  | 'day'
  | 'flag'

export type ListColumn = {
  /** SQL over the alias `r` and the aliases of `joins`. */
  sql: string
  type: ColumnType
  /** The same in the other language: a filter that compares looks at both. */
  also?: string
  /** Joins that `sql` needs, by name. */
  joins?: readonly string[]
  /**
   * How the search box asks this column, with one `?` for the pattern, where `sql LIKE ?` would look something up for
   * every row: a set of ids found in the other table once.
   */
  isLike?: string
  /**
   * Where a row has several words of the column: a SELECT of the ids of rows, ending before `IN (…)`. A filter for words finds
   * the rows that have any of them.
   */
  among?: string
}

export type ListSpec = {
  /** The view or table of living rows, read as alias `r`. */
  table: string
  /** The table behind the view: read from end to end where no index has the order that is asked for. */
  base?: string
  /** Columns whose order an index has (`<table>_list_by_…`). */
  indexed?: readonly string[]
  /** Columns whose equal values an index finds. */
  keys?: readonly string[]
  /**
   * An index that holds everything these columns need: looked through in place of the table, where no other is asked for. It must
   * stand in the order of what their joins ask by.
   */
  narrow?: { index: string; columns: readonly string[] }
  /** Always true of the rows of this list, e.g. `r.is_customer = 1`. */
  where?: string
  joins?: Readonly<Record<string, string>>
  columns: Readonly<Record<string, ListColumn>>
  /** Columns by key that the search box looks in. */
  search: readonly string[]
  defaultSort: readonly { column: string; direction: 'asc' | 'desc' }[]
}
