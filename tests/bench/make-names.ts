// A book of 200,000 named records: products with names in two languages and a barcode, companies with people and places.
import { createBook } from '#main/db/book.ts'
import type { WriteTx } from '#main/db/database.ts'
import { type Random, seededRandom } from '#main/domain/stats/random.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { bookSettings } from '#tests/bench/make-book.ts'

const ofEach = 100_000

const adjectives = ['Walnut', 'Linen', 'Brass', 'Oak', 'Cotton', 'Ceramic', 'Rattan', 'Glass', 'Łódź', 'Weiß', 'Café']
const nouns = ['board', 'runner', 'hook', 'mug', 'shelf', 'throw', 'planter', 'basket', 'carafe', 'cushion', 'tray']
const colours = ['natural', 'sea blue', 'rust', 'sage', 'charcoal', 'cream', 'black', 'moss']
const characters = '胡桃木砧板亚麻桌布黄铜挂钩陶瓷杯架子棉质毯花盆藤编篮玻璃瓶羊毛靠垫托盘重庆长沙银行广州深圳厦门乐器'

export function makeNames(file: string): void {
  const book = createBook(file, { companyName: 'Bench', country: 'CN', baseCurrency: 'USD' }, bookSettings)
  const random = seededRandom(3, 'names')
  book.writer.write('people.add', null, (tx) => addPerson(tx, { name: 'Bench' }))
  book.writer.write('bench.fill', null, (tx) => {
    for (let count = 0; count < ofEach; count += 1) fillProduct(tx, random, count)
    for (let count = 0; count < ofEach; count += 1) fillParty(tx, random, count)
  })
  book.close()
}

function fillProduct(tx: WriteTx, random: Random, count: number): void {
  const number = String((count * 7919) % 1_000_000).padStart(6, '0')
  const id = tx.insert('products', {
    sku: `${random.pick(['HP', 'KT', 'LX', 'GD'])}-${number}`,
    name_en: `${random.pick(adjectives)} ${random.pick(nouns)}, ${random.pick(colours)} ${count}`,
    name_zh: chinese(random, random.between(4, 10)),
    hs_code: String(random.between(100_000, 999_999)),
  })
  const barcode = `69${String((count * 31_337) % 100_000_000_000).padStart(11, '0')}`
  tx.insert('product_barcodes', { product_id: id, code: barcode })
}

function fillParty(tx: WriteTx, random: Random, count: number): void {
  const id = tx.insert('parties', {
    code: `C${count}`,
    name: `${random.pick(colours)} ${random.pick(nouns)} trading ${count}`,
    name_zh: random.chance(0.4) ? chinese(random, 6) : '',
    [random.pick(['is_customer', 'is_customer', 'is_supplier'])]: 1,
    country: random.pick(['DE', 'US', 'FR']),
    email: `buyer${count}@shop${random.below(999)}.example`,
    phone: `+49 30 ${random.between(1_000_000, 9_999_999)}`,
  })
  const [first, family] = [
    ['Ana', 'Jürgen', 'Søren', 'Mei', 'Zoë'],
    ['Müller', 'Hansen', 'Wang', 'García'],
  ] as const
  tx.insert('contacts', {
    party_id: id,
    name: `${random.pick(first)} ${random.pick(family)}`,
    phone: `+86 1${random.between(300_000_000, 999_999_999)}`,
  })
  tx.insert('addresses', { party_id: id, city: `City ${random.below(2000)}`, country: 'DE' })
}

function chinese(random: Random, length: number): string {
  return Array.from({ length }, () => characters[random.below(characters.length)]).join('')
}
