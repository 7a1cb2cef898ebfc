import { describe, expect, it } from 'vitest'
import { profileColumns } from '#main/domain/import/column-profile.ts'
import { guessMapping } from '#main/domain/import/guess-mapping.ts'
import { guessOptions } from '#main/domain/import/guess-options.ts'
import type { ImportKind } from '#shared/schemas/imports.ts'

function guessed(kind: ImportKind, table: Readonly<Record<string, readonly string[]>>, delimiter = ',') {
  const headers = Object.keys(table)
  const profiling = profileColumns(headers)
  const length = Math.max(...Object.values(table).map((cells) => cells.length))
  for (let row = 0; row < length; row += 1) profiling.add(headers.map((header) => table[header]?.[row] ?? ''))
  const columns = Object.fromEntries(guessMapping(kind, profiling.profiles).map(({ column, field }) => [column, field]))
  return guessOptions({ kind, columns, profiles: profiling.profiles, delimiter })
}

const order = { 'Order no': ['1', '2'], Currency: ['USD', 'USD'] }

describe('the order of dates', () => {
  it.each([
    [['4/5/2011', '4/16/2011 12:00:00 AM'], 'mdy'],
    [['04.05.2011', '16.04.2011'], 'dmy'],
  ])('is settled by a day over 12: %j', (dates, dateOrder) => {
    const { settled, questions } = guessed('orders', { ...order, 'Order date': dates })
    expect(settled).toMatchObject({ dateOrder })
    expect(questions).toEqual([])
  })

  it('is settled by another column of the same file', () => {
    const dates = { 'Order date': ['4/5/2011'], 'Shipped date': ['4/25/2011'] }
    const { settled, questions } = guessed('orders', { ...order, ...dates })
    expect(settled).toMatchObject({ dateOrder: 'mdy' })
    expect(questions).toEqual([])
  })

  it('is asked when no cell settles it', () => {
    const { settled, questions } = guessed('orders', { ...order, 'Order date': ['4/5/2011', '6/7/2011'] })
    expect(settled.dateOrder).toBeUndefined()
    expect(questions).toEqual([
      { key: 'dateOrder', columns: ['Order date'], options: ['dmy', 'mdy', 'ymd'], guess: null },
    ])
  })

  it('is asked with a hint for dots and for AM and PM', () => {
    expect(guessed('orders', { ...order, 'Order date': ['4.5.2011'] }).questions[0]?.guess).toBe('dmy')
    expect(guessed('orders', { ...order, 'Order date': ['4/5/2011 3:00 PM'] }).questions[0]?.guess).toBe('mdy')
  })

  it('is asked when the cells of one column contradict each other', () => {
    const { questions } = guessed('orders', { ...order, 'Order date': ['16/4/2011', '17/4/2011', '4/18/2011'] })
    expect(questions).toEqual([
      { key: 'dateOrder', columns: ['Order date'], options: ['dmy', 'mdy', 'ymd'], guess: 'dmy' },
    ])
  })

  it('is settled column by column where two columns differ', () => {
    const { settled, questions } = guessed('orders', {
      ...order,
      'Order date': ['16/4/2011'],
      'Shipped date': ['4/18/2011'],
    })
    expect(settled.byColumn).toMatchObject({ 'Order date': { dateOrder: 'dmy' }, 'Shipped date': { dateOrder: 'mdy' } })
    expect(questions).toEqual([])
  })

  it('is no question for days that are the same both ways or say it themselves', () => {
    expect(guessed('orders', { ...order, 'Order date': ['5/5/2011', '2011-04-05', 'Apr 5, 2011'] }).questions).toEqual(
      [],
    )
  })
})

describe('the decimal mark', () => {
  const products = { SKU: ['1', '2'], 'Price currency': ['EUR', 'EUR'] }

  it.each([
    [['1.234,56', '2'], ','],
    [['12,5', '1.000'], ','],
    [['1,234.56', '2'], '.'],
    [['18.00', '1,000'], '.'],
  ])('is settled by %j', (prices, decimal) => {
    const { settled, questions } = guessed('products', { ...products, Price: prices })
    expect(settled).toMatchObject({ decimal })
    expect(questions).toEqual([])
  })

  it('is asked for numbers like 1.234 alone, with a hint from the delimiter', () => {
    const question = { key: 'decimal', columns: ['Price'], options: ['.', ','] }
    expect(guessed('products', { ...products, Price: ['1.234', '2.500'] }).questions).toEqual([
      { ...question, guess: '.' },
    ])
    expect(guessed('products', { ...products, Price: ['1.234'] }, ';').questions).toEqual([{ ...question, guess: ',' }])
  })

  it('is no question for whole numbers', () => {
    const { settled, questions } = guessed('products', { ...products, Price: ['18', '1200'] })
    expect(settled.decimal).toBeUndefined()
    expect(questions).toEqual([])
  })
})

describe('the currency', () => {
  it('is no question where a column, the header or the cells name it', () => {
    expect(guessed('products', { SKU: ['1'], Price: ['5.00'], 'Price currency': ['USD'] }).questions).toEqual([])
    expect(guessed('products', { SKU: ['1'], Price: ['€5.00'] }).questions).toEqual([])
    const { settled, questions } = guessed('products', { SKU: ['1'], 'Price (USD)': ['5.00'], '成本（元）': ['20'] })
    expect(settled.byColumn).toMatchObject({ 'Price (USD)': { currency: 'USD' }, '成本（元）': { currency: 'CNY' } })
    expect(questions).toEqual([])
  })

  it('is asked otherwise, out of those that a sign may mean', () => {
    expect(guessed('products', { SKU: ['1'], Price: ['5.00'] }).questions).toEqual([
      { key: 'currency', columns: ['Price'], options: [], guess: null },
    ])
    const [question] = guessed('products', { SKU: ['1', '2'], Price: ['¥5.00', '¥6.50'] }).questions
    expect(question).toEqual({ key: 'currency', columns: ['Price'], options: ['CNY', 'JPY'], guess: null })
  })

  it('of orders is asked even without an amount, that of lines never', () => {
    expect(
      guessed('orders', { 'Order no': ['1'], 'Order date': ['2024-01-02'] }).questions.map(({ key }) => key),
    ).toEqual(['currency'])
    expect(guessed('order-lines', { 'Order no': ['1'], SKU: ['A'], Qty: ['1'], Price: ['5.00'] }).questions).toEqual([])
  })
})

describe('the rest', () => {
  it('asks about words for nothing once, with how often they were found', () => {
    const { questions } = guessed('customers', {
      Customer: ['A', 'B', 'C'],
      Region: ['NULL', '-', 'NULL'],
      Fax: ['N/A', '1', '2'],
    })
    expect(questions).toEqual([
      {
        key: 'nullWords',
        columns: ['Region', 'Fax'],
        options: ['empty', 'text'],
        guess: 'empty',
        words: { NULL: 2, '-': 1, 'N/A': 1 },
      },
    ])
  })

  it('tells fractions from percents', () => {
    const lines = { 'Order no': ['1', '2'], SKU: ['A', 'B'], Qty: ['1', '2'] }
    expect(guessed('order-lines', { ...lines, Discount: ['0', '0.05'] }).settled.byColumn).toEqual({
      Discount: { percentForm: 'fraction' },
    })
    expect(guessed('order-lines', { ...lines, Discount: ['0', '15'] }).settled.byColumn).toEqual({
      Discount: { percentForm: 'percent' },
    })
    expect(guessed('order-lines', { ...lines, 'Discount %': ['0', '0.5'] }).settled.byColumn).toEqual({
      'Discount %': { percentForm: 'percent' },
    })
    expect(guessed('order-lines', { ...lines, Discount: ['5', '0.5'] }).questions[0]).toMatchObject({
      key: 'percentForm',
      guess: 'percent',
    })
    expect(guessed('order-lines', { ...lines, Discount: ['5%', '15%'] }).questions).toEqual([])
  })

  it('takes units from headers and asks for those that are missing', () => {
    const { settled, questions } = guessed('products', {
      SKU: ['1'],
      'Net weight (g)': ['500'],
      'Gross weight': ['0.6'],
      'Length (cm)': ['10'],
    })
    expect(settled.byColumn).toEqual({ 'Net weight (g)': { weightUnit: 'g' }, 'Length (cm)': { lengthUnit: 'cm' } })
    expect(questions).toEqual([
      { key: 'weightUnit', columns: ['Gross weight'], options: ['kg', 'g', 'lb', 'oz', 't'], guess: 'kg' },
    ])
  })

  it('recognises keys written as numbers with a point', () => {
    const keys = { 'Order no': ['1', '2'], 'Order date': ['2024-01-02', '2024-01-03'], Currency: ['USD', 'USD'] }
    expect(guessed('orders', { ...keys, 'Customer ID': ['17850.0', '13047.0'] }).settled.byColumn).toEqual({
      'Customer ID': { dropPointZero: true },
    })
    expect(guessed('orders', { ...keys, 'Customer ID': ['17850.0', 'X1'] }).settled.byColumn).toEqual({})
  })
})
