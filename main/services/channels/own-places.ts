// Places whose goods we send out ourselves: not what lies with a marketplace, which sends it, nor what is on its way.

/** SQL: whether the warehouse of that alias is one. */
export function warehouseIsOurs(alias: string): string {
  return `(${alias}.deleted = 0 AND ${alias}.kind NOT IN ('marketplace', 'transit'))`
}
