import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { decryptFile, encryptFile } from '#main/services/copies/age-file.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { AppError, type Failure } from '#shared/errors.ts'
import { ageTool, sealWithAge, unsealWithAge } from '#tests/support/age-tool.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const passphrase = 'twelve quiet harbours'
const quick = { passphrase, workFactor: 10 }
const content = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 31) % 251))

let count = 0
let plain = ''
let secret = ''
let back = ''
beforeEach(() => {
  count += 1
  plain = join(folder, `${count}.quay`)
  secret = join(folder, `${count}.quay.age`)
  back = join(folder, `${count}-back.quay`)
  writeFileSync(plain, content)
})

async function failureOf(work: Promise<unknown>): Promise<Failure | null> {
  try {
    await work
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { code: error.code, details: error.details }
  }
}

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('%i bytes come back as they went in', async (size) => {
  writeFileSync(plain, content.subarray(0, size))
  await encryptFile(plain, secret, quick)
  expect(readFileSync(secret).includes(content.subarray(0, 64))).toBe(false)
  await decryptFile(secret, back, { passphrase })
  expect(readFileSync(back).equals(content.subarray(0, size))).toBe(true)
})

describe('what is refused, each with its own word, and nothing left behind', () => {
  const refusedAs = async (code: string, given = passphrase) => {
    expect((await failureOf(decryptFile(secret, back, { passphrase: given })))?.code).toBe(code)
    expect(existsSync(back)).toBe(false)
  }

  test('a wrong passphrase', async () => {
    await encryptFile(plain, secret, quick)
    await refusedAs('copies/wrong-passphrase', 'thirteen quiet harbours')
    await refusedAs('copies/wrong-passphrase', '')
  })

  test('a file cut anywhere behind its header', async () => {
    await encryptFile(plain, secret, quick)
    const whole = readFileSync(secret)
    const header = whole.indexOf('\n--- ') + 49
    for (const size of [header + 5, header + 16, header + 16 + 65_552, whole.length - 16, whole.length - 1]) {
      writeFileSync(secret, whole.subarray(0, size))
      await refusedAs('copies/damaged')
    }
  })

  test('one changed byte, wherever it lies', async () => {
    await encryptFile(plain, secret, quick)
    const whole = readFileSync(secret)
    for (const [at, code] of [
      [3, 'copies/not-encrypted'],
      [40, 'copies/wrong-passphrase'],
      [whole.indexOf('\n--- ') + 10, 'copies/wrong-passphrase'],
      [whole.indexOf('\n--- ') + 52, 'copies/damaged'],
      [80_000, 'copies/damaged'],
      [whole.length - 1, 'copies/damaged'],
    ] as const) {
      const bad = Buffer.from(whole)
      // Letters stay letters: what makes the header unreadable is another matter.
      bad[at] = bad[at] === 0x41 ? 0x42 : 0x41
      writeFileSync(secret, bad)
      await refusedAs(code)
    }
  })

  test('bytes behind the end', async () => {
    await encryptFile(plain, secret, quick)
    writeFileSync(secret, Buffer.concat([readFileSync(secret), Buffer.from([0])]))
    await refusedAs('copies/damaged')
  })

  test('no age file at all, and an empty one', async () => {
    writeFileSync(secret, content)
    await refusedAs('copies/not-encrypted')
    writeFileSync(secret, '')
    await refusedAs('copies/not-encrypted')
  })

  test('a file for keys instead of a passphrase', async () => {
    const body = 'A'.repeat(43)
    writeFileSync(secret, `age-encryption.org/v1\n-> X25519 ${body}\n${body}\n--- ${body}\nxxxxxxxxxxxxxxxxxxxxx`)
    await refusedAs('copies/for-keys')
  })

  test('a work factor that would take hours is named, not tried', async () => {
    await encryptFile(plain, secret, quick)
    const high = readFileSync(secret, 'latin1').replace(/(-> scrypt \S+) 10\n/, '$1 30\n')
    writeFileSync(secret, high, 'latin1')
    expect(await failureOf(decryptFile(secret, back, { passphrase }))).toEqual({
      code: 'copies/work-factor',
      details: { factor: 30, most: 20 },
    })
  })

  test('a file that is not there', async () => {
    await refusedAs('files/gone')
  })
})

test('a target that exists is not written over', async () => {
  await expect(encryptFile(plain, plain, quick)).rejects.toThrow(/EEXIST/)
  expect(readFileSync(plain).equals(content)).toBe(true)
})

test('stopped in the middle, nothing is left', async () => {
  const job = {
    ...silentJob,
    stopIfCancelled: () => {
      throw new AppError('job/cancelled')
    },
  }
  expect((await failureOf(encryptFile(plain, secret, { ...quick, job })))?.code).toBe('job/cancelled')
  expect(existsSync(secret)).toBe(false)
})

describe.skipIf(!ageTool)('with the age tool itself', () => {
  test('it opens what we encrypt', async () => {
    await encryptFile(plain, secret, quick)
    expect((await unsealWithAge(secret, passphrase)).equals(content)).toBe(true)
  })

  test('we open what it encrypts', async () => {
    await sealWithAge(plain, secret, passphrase)
    await decryptFile(secret, back, { passphrase })
    expect(readFileSync(back).equals(content)).toBe(true)
  })
})

test.skipIf(process.platform === 'win32')('a source that cannot be opened leaves no empty target', async () => {
  const source = join(folder, 'socket')
  const server = createServer().listen(source)
  await new Promise((resolve) => server.once('listening', resolve))
  expect(await failureOf(encryptFile(source, secret, quick))).toMatchObject({ code: 'files/gone' })
  expect(existsSync(secret)).toBe(false)
  server.close()
})
