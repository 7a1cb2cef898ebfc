// Holds a screen against the accessibility rules, in both themes.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const grave = new Set(['serious', 'critical'])

/** Rules that never find anything grave: what they take of each look is not needed. */
const neverGrave = [
  ...['aria-allowed-role', 'aria-deprecated-role', 'empty-heading', 'empty-table-header', 'form-field-multiple-labels'],
  ...['heading-order', 'html-xml-lang-mismatch', 'image-redundant-alt', 'landmark-banner-is-top-level'],
  ...['landmark-complementary-is-top-level', 'landmark-contentinfo-is-top-level', 'landmark-main-is-top-level'],
  ...['landmark-no-duplicate-banner', 'landmark-no-duplicate-contentinfo', 'landmark-no-duplicate-main'],
  ...['landmark-one-main', 'landmark-unique', 'meta-viewport', 'meta-viewport-large', 'page-has-heading-one'],
  ...['presentation-role-conflict', 'region', 'scope-attr-valid', 'skip-link', 'table-duplicate-name'],
]

/** The sidebar, a third of what most screens hold, stands on all of them. */
const sidebar = 'nav:has(+ * > main)'

/** No serious or critical finding on the screen as it stands; of some also in dark, and with the sidebar. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const isWhole = isSeenWhole(screen)
  await expectNothingGrave(page, 'light', screen, (axe) => {
    const some = axe.disableRules(neverGrave)
    return isWhole ? some : some.exclude(sidebar)
  })
  if (!isWhole) return
  // What is there and what it is called is the same in both themes; colours are not.
  await expectNothingGrave(page, 'dark', screen, (axe) => axe.withRules(['color-contrast', 'link-in-text-block']))
  await page.emulateMedia({ colorScheme: 'light' })
}

/** One screen in four by its name, which screens share their sidebar and colours with; all of them in `npm run torture`. */
function isSeenWhole(screen: string): boolean {
  const sum = [...screen].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return process.env.QUAYSIDE_TORTURE === 'full' || sum % 4 === 0
}

async function expectNothingGrave(
  page: Page,
  colorScheme: 'light' | 'dark',
  screen: string,
  narrowed: (axe: AxeBuilder) => AxeBuilder,
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
  await settledColours(page)
  // The newer way of axe opens a second page, which Electron does not let it; Quayside has one page and no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await narrowed(axe).analyze()
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
