// A book of 200,000 customers: people and companies of many countries, with mail, phone and address; some of them twice.
import { createBook } from '#main/db/book.ts'
import type { WriteTx } from '#main/db/database.ts'
import { type Random, seededRandom } from '#main/domain/stats/random.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { bookSettings } from '#tests/bench/make-book.ts'

export const customersMade = 200_000

const firstNames = [
  ...['Anna', 'Björn', 'Chloé', 'Đorđe', 'Émile', 'Fatima', 'Günter', 'Hana', 'Igor', 'João', 'Kaito', 'Łukasz'],
  ...['María', 'Nils', 'Oğuz', 'Petra', 'Rosa', 'Søren', 'Tomáš', 'Uwe', 'Věra', 'Wei', 'Yuki', 'Zoë'],
]
const lastNames = [
  ...['Müller', 'García', 'Smith', 'Nguyen', 'Kowalski', 'Svensson', 'Rossi', 'Ivanov', 'Tanaka', 'Kim', 'Silva'],
  ...['Novák', 'Öztürk', 'Dubois', 'Fernández', 'Schmidt', 'Jensen', 'Popescu', 'O’Brien', 'van Dijk', 'Horvat'],
]
const trades = ['Trading', 'Handel', 'Living', 'Home', 'Design', 'Atelier', 'Supply', 'Casa', 'Maison', 'Deco', 'Gifts']
const forms = ['GmbH', 'Ltd', 'SARL', 'AB', 'Inc.', '']
const countries = ['DE', 'FR', 'US', 'GB', 'JP', 'SE', 'IT', 'ES', 'NL', 'PL']
const characters = '胡桃木砧板亚麻桌布黄铜挂钩陶瓷杯架子棉质毯花盆藤编篮玻璃瓶羊毛靠垫托盘重庆长沙银行广州深圳厦门乐器'

export function makeCustomers(file: string): void {
  const book = createBook(file, { companyName: 'Bench', country: 'CN', baseCurrency: 'USD' }, bookSettings)
  const random = seededRandom(7, 'customers')
  book.writer.write('people.add', null, (tx) => addPerson(tx, { name: 'Bench' }))
  book.writer.write('bench.fill', null, (tx) => {
    for (let count = 0; count < customersMade; count += 1) fillCustomer(tx, random, count)
  })
  book.close()
}

/** One in a hundred has the mail of the one before. */
function fillCustomer(tx: WriteTx, random: Random, count: number): void {
  const isPerson = count % 2 === 0
  const mail = count % 100 === 3 ? count - 1 : count
  const id = tx.insert('parties', {
    code: `C${count}`,
    name: isPerson ? personName(random) : companyName(random, count),
    name_zh: random.chance(0.2) ? chinese(random, 4) : '',
    is_customer: 1,
    customer_kind: isPerson ? 'person' : 'company',
    country: random.pick(countries),
    email: `box${mail}@mail${mail % 997}.example`,
    phone: `+49 30 ${String((count * 104_729) % 10_000_000).padStart(7, '0')}`,
  })
  tx.insert('addresses', {
    party_id: id,
    street: `${random.pick(lastNames)}str. ${count % 300}`,
    city: `City ${count % 2000}`,
    postal_code: String(10_000 + ((count * 31) % 90_000)),
    country: 'DE',
    position: 1,
  })
}

export function personName(random: Random): string {
  return `${random.pick(firstNames)} ${random.pick(lastNames)}`
}

function companyName(random: Random, count: number): string {
  const number = random.chance(0.8) ? ` ${(count * 7919) % 100_000}` : ''
  return `${random.pick(lastNames)} ${random.pick(trades)}${number} ${random.pick(forms)}`.trim()
}

function chinese(random: Random, length: number): string {
  return Array.from({ length }, () => characters[random.below(characters.length)]).join('')
}
