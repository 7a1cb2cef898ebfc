// Phones and e-mails as SQL compares them, the same in the queries as in their indexes (migration 0630): who shares one is found
// however it is written. The keys of duplicates (domain/customers/party-keys.ts) fold them by the same rules.

const signs = [' ', '-', '(', ')', '+', '.', '/']

/** SQL of the last nine digits, which are the same with and without the code of the country. */
export function phoneTailSql(column: string): string {
  const digits = signs.reduce((sql, sign) => `replace(${sql}, '${sign}', '')`, `replace(${column}, '(0)', '')`)
  return `substr(${digits}, -9)`
}

/** SQL of the mailbox, without what follows a plus, and without dots where the mail service takes no notice of them. */
export function mailboxSql(column: string): string {
  const at = `instr(${column}, '@')`
  const plus = `instr(${column}, '+')`
  const local = `substr(${column}, 1, iif(${plus} BETWEEN 1 AND ${at}, ${plus}, ${at}) - 1)`
  const domain = `lower(substr(${column}, ${at}))`
  return `iif(${domain} IN ('@gmail.com', '@googlemail.com'), lower(replace(${local}, '.', '')) || '@gmail.com', lower(${local}) || ${domain})`
}
