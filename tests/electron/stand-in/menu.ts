// The application menu: kept as its template, for the tests to read.
// https://www.electronjs.org/docs/latest/api/menu
import type { MenuItemConstructorOptions } from 'electron'

export class Menu {
  static #application: Menu | null = null
  readonly template: readonly MenuItemConstructorOptions[]

  private constructor(template: readonly MenuItemConstructorOptions[]) {
    this.template = template
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    for (const { role, label, type } of template)
      if (!role && !label && type !== 'separator') throw new Error('Required property "label" missing in MenuItem')
    return new Menu(template)
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }
}
