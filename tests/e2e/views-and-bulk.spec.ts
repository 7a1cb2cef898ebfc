// Lists as someone works with them all day: cells changed where they stand, blocks pasted, many changed at once and taken
// back, views saved and found again. By key as far as it goes.
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { ListPage } from './pages/list-page.ts'
import { ShellPage } from './pages/shell-page.ts'
import { WelcomePage } from './pages/welcome-page.ts'
import { expectAccessible } from './support/accessibility.ts'
import { test } from './support/test.ts'

test('cells, a pasted block and a change in bulk', async ({ launch }) => {
  test.slow()
  const program = await launch()
  const { page, t } = program
  const list = new ListPage(program)
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('products')
  await expect(list.rows.first()).toBeVisible()
  const sku = (await list.rows.nth(2).locator('[col-id="sku"]').textContent()) ?? ''
  const other = (await list.rows.nth(3).locator('[col-id="sku"]').textContent()) ?? ''

  await test.step('a cell by key: typed, refused where it stands, mended, and the next one', async () => {
    await list.focus(sku, 'price')
    await page.keyboard.press('F2')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('12;50')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('12;50')
    await expect(page.getByRole('textbox', { name: t('products.fields.price') })).toHaveValue('12;50')
    await expectAccessible(page, 'a refused cell')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('12.5 EUR')
    await page.keyboard.press('Tab')
    await expect(list.cell(sku, 'price')).toHaveText('12.50 EUR')
    await expect(page.getByRole('textbox', { name: t('products.fields.cost') })).toBeFocused()
    await page.keyboard.press('Escape')
    // A figure typed onto a figure replaces it; letters stay the list's own commands.
    await list.focus(sku, 'price')
    await page.keyboard.type('9')
    await expect(page.getByRole('textbox', { name: t('products.fields.price') })).toHaveValue('9')
    await page.keyboard.press('Escape')
    await list.focus(sku, 'sku')
    await page.keyboard.press('F2')
    await page.keyboard.type('new name')
    await page.keyboard.press('Escape')
    await expect(list.cell(sku, 'sku')).toHaveText(sku)
  })

  await test.step('a choice', async () => {
    await list.focus(sku, 'status')
    await page.keyboard.press('F2')
    await page.getByRole('option', { name: t('products.statuses.phasing_out') }).click()
    await expect(list.cell(sku, 'status')).toHaveText(t('products.statuses.phasing_out'))
  })

  await test.step('copied and taken back', async () => {
    await list.focus(sku, 'price')
    expect(await list.copy()).toBe('12.50 EUR')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(list.cell(sku, 'status')).not.toHaveText(t('products.statuses.phasing_out'))
  })

  await test.step('a block finds its records by SKU; what fits is written, what does not says why', async () => {
    await list.focus(sku, 'price')
    await list.paste(`SKU\tPrice\tStatus\n${sku}\t21\tdiscontinued\n${other}\tcheap\t\nLAMP-99\t5\t`)
    const dialog = page.getByRole('dialog', { name: t('lists.paste.title') })
    await expect(dialog).toContainText(t('lists.paste.changed', { count: 1, formatted: '1' }))
    await expect(dialog).toContainText('LAMP-99')
    await expect(dialog.getByRole('cell', { name: /cheap/ })).toBeVisible()
    await expectAccessible(page, 'a pasted block')
    await dialog.getByRole('button', { name: t('lists.paste.run', { count: 1, formatted: '1' }) }).click()
    await expect(list.cell(sku, 'price')).toHaveText('21.00 EUR')
    await page.getByRole('button', { name: t('common.undo') }).click()
    await expect(list.cell(sku, 'price')).toHaveText('12.50 EUR')
  })

  await test.step('all that match in one go, seen before and taken back', async () => {
    await page.getByRole('checkbox', { name: t('lists.selectAll') }).click()
    await page.getByRole('button', { name: t('lists.change') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: t('lists.bulk.field') }).fill(t('products.fields.price'))
    await page.getByRole('option', { name: t('products.fields.price'), exact: true }).click()
    await dialog.getByRole('combobox', { name: t('lists.bulk.what') }).click()
    await page.getByRole('option', { name: t('lists.bulk.ways.percent') }).click()
    await dialog.getByRole('textbox', { name: t('lists.bulk.percent') }).fill('10')
    await expect(dialog.getByRole('table')).toContainText('13.75 EUR')
    await expectAccessible(page, 'a change in bulk')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(list.cell(sku, 'price')).toHaveText('13.75 EUR')
    await page
      .getByRole('button', { name: t('common.undo') })
      .last()
      .click()
    await expect(list.cell(sku, 'price')).toHaveText('12.50 EUR')
  })

  await test.step('ticked rows alone as a file, in the columns shown', async () => {
    await list.rows.filter({ hasText: sku }).getByRole('checkbox').click()
    await page.getByRole('button', { name: t('lists.export') }).click()
    const file = await program.download(() => page.getByRole('menuitem', { name: t('lists.exportCsv') }).click())
    const [head, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\r\n')
    expect(head).toMatch(/^\ufeffSKU,/)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toContain(sku)
  })
})

test('a cell whose row goes out of sight says that it was refused, with the name of its record', async ({ launch }) => {
  const program = await launch()
  const { page, t } = program
  const list = new ListPage(program)
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('products')
  await expect(list.rows.first()).toBeVisible()
  const sku = (await list.rows.nth(2).locator('[col-id="sku"]').textContent()) ?? ''
  const other = (await list.rows.nth(3).locator('[col-id="sku"]').textContent()) ?? ''
  await list.focus(sku, 'price')
  await page.keyboard.press('F2')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('12;50')
  await list.search(other)
  await expect(list.rows).toHaveCount(1)
  await expect(page.getByRole('alert').filter({ hasText: sku })).toContainText('12;50')
  await list.search('')
  await list.focus(sku, 'price')
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: t('products.fields.price') })).toHaveValue('12;50')
  await page.keyboard.press('Escape')
})

test('views are saved, changed and found again, in Chinese', async ({ launch }) => {
  test.slow()
  const program = await launch({ language: 'zh-CN' })
  const { page, t } = program
  const list = new ListPage(program)
  await new WelcomePage(program).lookRound()
  await new ShellPage(program).go('orders')
  await expect(list.rows.first()).toBeVisible()

  await test.step('a span of days, seen from today', async () => {
    await page.getByRole('button', { name: t('lists.addFilter'), exact: true }).click()
    await page.getByRole('menuitem', { name: t('orders.fields.orderedOn') }).click()
    await page.getByRole('combobox', { name: t('orders.fields.orderedOn') }).click()
    await page.getByRole('option', { name: t('lists.spans.thisYear') }).click()
    await page.getByRole('button', { name: t('common.apply') }).click()
    await expect(page).toHaveURL(/orderedOn\.within\.thisYear/)
  })

  await test.step('saved, left and opened again by key', async () => {
    await list.saveView('今年的订单')
    await expect(page).toHaveURL(/v=\d+/)
    await expectAccessible(page, 'a view')
    await list.tab(t('views.all')).click()
    await expect(page).not.toHaveURL(/within/)
    await page.keyboard.press('Alt+2')
    await expect(page).toHaveURL(/orderedOn\.within\.thisYear/)
  })

  await test.step('changed and kept', async () => {
    await list.search('SO')
    await expect(list.tab('今年的订单')).toContainText(t('views.modified'))
    await list.viewMenu('今年的订单', t('views.update'))
    await expect(list.tab('今年的订单')).not.toContainText(t('views.modified'))
  })

  await test.step('the list opens with it on this machine', async () => {
    await list.viewMenu('今年的订单', t('views.makeDefault'))
    await new ShellPage(program).go('customers')
    await new ShellPage(program).go('orders')
    await expect(list.tab('今年的订单')).toHaveAttribute('aria-current', 'true')
    await expect(page).toHaveURL(/q=SO/)
  })

  await test.step('deleted, and back', async () => {
    await list.viewMenu('今年的订单', t('views.remove'))
    await expect(list.tab('今年的订单')).toBeHidden()
    await page.getByRole('button', { name: t('common.undo') }).click()
    await expect(list.tab('今年的订单')).toBeVisible()
  })
})
