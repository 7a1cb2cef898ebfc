import { describe, expect, test } from 'vitest'
import { openOutside, outsideAddress } from '#main/host/open-outside.ts'
import { refusal } from '#tests/support/refusal.ts'

describe('pages of the world', () => {
  test('open in the system’s browser, over https', async () => {
    const opened: string[] = []
    await openOutside('https://www.ups.com/track?tracknum=1Z999AA10123456784', async (url) => {
      opened.push(url)
    })
    expect(opened).toEqual(['https://www.ups.com/track?tracknum=1Z999AA10123456784'])
  })

  test.each([
    ...['http://www.ups.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'app://quayside/', 'ms-msdt:/id', ''],
    ...['https://user:word@ups.com/', 'https://localhost/', `https://ups.com/${'x'.repeat(2000)}`],
  ])('nothing else does: %s', (url) => {
    expect(refusal(() => outsideAddress(url))).toMatchObject({ code: 'host/not-outside' })
  })

  test('a host that is in a browser itself leaves it to its links', async () => {
    await expect(openOutside('https://www.ups.com/', null)).rejects.toMatchObject({ code: 'host/no-dialog' })
  })
})
