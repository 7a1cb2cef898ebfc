// Warehouses as a kind of record. The two that every book has go by a word of the program's until someone names them.
import type { RecordKindRule } from '#main/services/records/record-kind.ts'
import english from '#shared/i18n/en/warehouses.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/warehouses.json' with { type: 'json' }

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** SQL of a warehouse's name in one language; the other language's is asked for where it has a word of its own. */
function nameSql(alias: string, { main, transit }: { main: string; transit: string }): string {
  return `CASE WHEN ${alias}.name <> '' THEN ${alias}.name WHEN ${alias}.id = 1 THEN ${quoted(main)}
    WHEN ${alias}.id = 2 THEN ${quoted(transit)} ELSE ${alias}.code END`
}

export const warehouseName = (alias: string) => nameSql(alias, english)
export const warehouseNameZh = (alias: string) => nameSql(alias, chinese)

export const warehouseKind: RecordKindRule = {
  table: 'warehouses',
  children: [{ table: 'bins', owner: 'warehouse_id' }],
  besideForm: { columns: ['archived'] },
  titleSelect: `SELECT r.id, r.code, ${warehouseName('r')} AS name, ${warehouseNameZh('r')} AS nameZh, r.archived, r.deleted,
    '' AS role FROM warehouses r`,
  search: {
    values: [
      { sql: 'r.code', is: 'code', field: 'code' },
      { sql: warehouseName('r'), is: 'name', field: 'name' },
      { sql: warehouseNameZh('r'), is: 'name', field: 'nameZh' },
    ],
    children: [{ table: 'bins', owner: 'warehouse_id', values: [{ sql: 'c.code', is: 'code', field: 'bin' }] }],
    detail: 'r.country',
  },
}
