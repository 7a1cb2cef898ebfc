// Rows that cannot be taken: said before anything is changed, mended in a file of their own, dropped again.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ImportPage } from './pages/import-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { writeFiles } from './support/files.ts'
import { expect, test } from './support/test.ts'

const products = `SKU,Name,Price,Cost
05021,Oak mug,4.50,2.00
05022,Oak bowl,"12;50",5.00
05023,Oak tray
05024,Oak lamp,39.00,18.00
`

test('refused rows are said, mended and dropped again', async ({ launch, folder }) => {
  const program = await launch()
  const { page, t } = program
  const [welcome, importing, shell] = [new WelcomePage(program), new ImportPage(program), new ShellPage(program)]
  await welcome.makeBook({ company: 'Pebble & Tide', country: 'China', owner: 'Mei' })
  await importing.choose(writeFiles(folder, { 'products.csv': products, 'letter.pdf': '%PDF-1.4\n' }))

  await test.step('what is no table is said so, and stays out', async () => {
    await expect(importing.file('letter.pdf')).toContainText(t('import.readiness.unreadable'))
    await importing.file('letter.pdf').click()
    await expect(page.getByRole('alert')).toContainText('PDF')
  })

  await test.step('each refused row by line, column, value and what was expected', async () => {
    await importing.file('products.csv').click()
    await importing.answer(/^CNY/)
    await importing.tryOut()
    await expect(page.getByText(t('import.trial.leftBehind', { count: 1, formatted: '1' }))).toBeVisible()
    expect(await importing.counts('products.csv')).toEqual(['2', '0', '0', '2'])
    expect(await importing.refusedRows()).toEqual([
      ['3', 'Price', '12;50', t('import.expected.number-with-point')],
      [
        '4',
        t('import.refused.wholeRow'),
        t('import.refused.nothing'),
        t('import.expected.cells', { wanted: 4, got: 2 }),
      ],
    ])
    await expectAccessible(page, 'refused rows')
  })

  const mended = await test.step('the good rows come in, the others as a file to mend', async () => {
    await importing.run()
    const name = t('import.refused.download', { name: 'products.csv' })
    const file = await program.download(() => page.getByRole('button', { name }).click())
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('05022')
    expect(text).not.toContain('05021')
    writeFileSync(
      file,
      text.replace('12;50', '12.50').replace(/05023,Oak tray,[^,]*,[^,]*/, '05023,Oak tray,8.00,3.00'),
    )
    return file
  })

  await test.step('mended, they come in without a question', async () => {
    await importing.drop([mended])
    await expect(importing.file(path.basename(mended))).toContainText(t('import.readiness.ready'))
    await importing.tryOut()
    expect(await importing.counts(path.basename(mended).slice(0, 8))).toEqual(['2', '0', '0', '0'])
    await importing.run()
    await shell.go('products')
    await expect(page.getByText(t('products.count', { count: 4, formatted: '4' }))).toBeVisible()
    await expect(page.locator('.ag-row').first()).toContainText('05021')
  })
})

test('columns are remembered; what rows refer to is made on request; coming back loses nothing', async ({
  launch,
  folder,
}) => {
  const program = await launch()
  const { page, t } = program
  const [welcome, importing, shell] = [new WelcomePage(program), new ImportPage(program), new ShellPage(program)]
  await welcome.makeBook({ company: 'Pebble & Tide', country: 'China', owner: 'Mei' })
  const rows = [
    'Order ID,Order Date,Customer,SKU,Quantity,Unit Price',
    'W-1,2026-03-01,Café Nord,QS-1,2,4.00',
    'W-2,2026-03-02,Café Nord,QS-2,1,5.00',
  ]
  const orders = writeFiles(folder, { 'orders.csv': `${rows.join('\n')}\n` })
  await importing.choose(orders)
  await importing.answer(/^CNY/)
  await importing.remember('Shop orders')
  await page.getByRole('button', { name: t('import.files.startOver') }).click()
  await importing.drop(orders)
  await expect(page.getByText(t('import.saved.used', { name: 'Shop orders' }))).toBeVisible()
  await importing.tryOut()
  await expect(page.getByText(t('import.trial.nothingGood'))).toBeVisible()
  await expect(page.getByText(/Café Nord/).first()).toBeVisible()

  // Looking something up elsewhere keeps the files.
  await shell.go('products')
  await shell.go('import')
  await expect(page.getByText(t('import.trial.intro'))).toBeVisible()

  await page.getByRole('switch', { name: /Make them first/ }).click()
  await expect(page.getByRole('switch', { name: /1 customer and 2 products/ })).toBeChecked()
  expect(await importing.counts('orders.csv')).toEqual(['2', '0', '0', '0'])
  await importing.run()
  await shell.go('customers')
  await expect(page.locator('.ag-row')).toContainText('Café Nord')
})
