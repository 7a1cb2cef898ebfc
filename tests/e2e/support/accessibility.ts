// Holds a screen against the accessibility rules, in both themes.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const grave = new Set(['serious', 'critical'])

/** No serious or critical finding on the screen as it stands, light and dark. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await expectNothingGrave(page, 'light', screen)
  if (!isSeenDark(screen)) return
  // What is there and what it is called is the same in both themes; colours are not.
  await expectNothingGrave(page, 'dark', screen, ['color-contrast', 'link-in-text-block'])
  await page.emulateMedia({ colorScheme: 'light' })
}

/** One screen in four by its name, which screens share their colours with; all of them in `npm run torture`. */
function isSeenDark(screen: string): boolean {
  const sum = [...screen].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return process.env.QUAYSIDE_TORTURE === 'full' || sum % 4 === 0
}

async function expectNothingGrave(
  page: Page,
  colorScheme: 'light' | 'dark',
  screen: string,
  rules?: string[],
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
  await settledColours(page)
  // The newer way of axe opens a second page, which Electron does not let it; Quayside has one page and no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  const found = violations
    .filter(({ impact }) => grave.has(impact ?? ''))
    .map(({ id, help, nodes }) => [
      `${id}: ${help}`,
      ...nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    ])
  expect(found, `${screen}, ${colorScheme}`).toEqual([])
}

/** Colours that still fade from one theme to the other are neither's. */
async function settledColours(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(fading.map((animation) => animation.finished))
  })
}
