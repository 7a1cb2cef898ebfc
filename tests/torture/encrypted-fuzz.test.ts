// Encrypted copies damaged or forged at random: each is refused in words and leaves nothing behind, or it was not touched
// where it matters and comes back byte for byte. Never other content, never a crash, never a header that costs hours.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decryptFile, encryptFile } from '#main/services/copies/age-file.ts'
import { AppError } from '#shared/errors.ts'
import { rounds, seed, seededRandom } from '#tests/torture/torture-size.ts'

const random = seededRandom(seed)
const count = rounds(150, 20_000)
const below = (limit: number) => Math.floor(random() * limit)

const folder = mkdtempSync(join(tmpdir(), 'quayside-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const secret = join(folder, 'copy.quay.age')
const plain = join(folder, 'plain.quay')
const passphrase = 'quiet harbours'
/** One piece of the stream, and two with a short end: what lies at their seam. */
const contents = [Buffer.alloc(300, 'book'), Buffer.alloc(65_536 + 40, 'books and more ')]
const wholes: Buffer[] = []

beforeAll(async () => {
  for (const content of contents) {
    const source = join(folder, 'source')
    writeFileSync(source, content)
    await encryptFile(source, secret, { passphrase, workFactor: 10 })
    wholes.push(readFileSync(secret))
    rmSync(secret)
  }
})

test(`${count} damaged or forged encrypted files (seed ${seed})`, { timeout: count * 1000 }, async () => {
  const endings = new Map<string, number>()
  for (let round = 0; round < count; round += 1) {
    const which = below(4) === 0 ? 1 : 0
    const damaged = damage(wholes[which] ?? Buffer.alloc(0))
    writeFileSync(secret, damaged)
    const ending = await tryOpen(contents[which] ?? Buffer.alloc(0))
    endings.set(ending, (endings.get(ending) ?? 0) + 1)
    if (/^copies\/(damaged|wrong-passphrase|not-encrypted|for-keys|work-factor)$|^whole$/.test(ending)) continue
    const kept = join(tmpdir(), `quayside-found-${seed}-${round}.age`)
    writeFileSync(kept, damaged)
    expect.fail(`round ${round}: ${ending} (kept as ${kept})`)
  }
  // Each of the words was needed.
  for (const code of ['damaged', 'wrong-passphrase', 'not-encrypted', 'for-keys', 'work-factor'])
    expect([code, (endings.get(`copies/${code}`) ?? 0) > 0]).toEqual([code, true])
})

async function tryOpen(content: Buffer): Promise<string> {
  try {
    await decryptFile(secret, plain, { passphrase })
    const isSame = readFileSync(plain).equals(content)
    rmSync(plain)
    return isSame ? 'whole' : 'other content'
  } catch (error) {
    if (existsSync(plain)) return 'something left behind'
    if (error instanceof AppError) return error.code
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

const ways = [flip, flip, cut, insert, double, swap, headerLine, stanza, factor, noise] as const

/** One to three of the ways, so that one can hide another. */
function damage(whole: Buffer): Buffer {
  let damaged: Buffer = Buffer.from(whole)
  for (let left = 1 + below(3); left > 0; left -= 1) damaged = (ways[below(ways.length)] ?? flip)(damaged)
  return damaged
}

/** Somewhere; half the time in the header, where most meets the eye. */
function somewhere(bytes: Buffer): number {
  return below(2) === 0 ? below(Math.min(bytes.length, 190)) : below(Math.max(1, bytes.length))
}

function flip(bytes: Buffer): Buffer {
  const at = somewhere(bytes)
  if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8))
  return bytes
}

function cut(bytes: Buffer): Buffer {
  const ends = [somewhere(bytes), bytes.length - 1, bytes.length - 16, bytes.length - 56, 200]
  return Buffer.from(bytes.subarray(0, Math.max(0, ends[below(ends.length)] ?? 0)))
}

function insert(bytes: Buffer): Buffer {
  const at = somewhere(bytes)
  const added = Buffer.from(Array.from({ length: 1 + below(20) }, () => below(256)))
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)])
}

function double(bytes: Buffer): Buffer {
  const at = somewhere(bytes)
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - below(70_000)))])
}

/** Pieces of the stream change places. */
function swap(bytes: Buffer): Buffer {
  const seam = 200 + below(Math.max(1, bytes.length - 200))
  return Buffer.concat([bytes.subarray(0, 200), bytes.subarray(seam), bytes.subarray(200, seam)])
}

function inHeader(bytes: Buffer, change: (lines: string[]) => string[]): Buffer {
  const end = bytes.indexOf('\n--- ')
  if (end < 0) return bytes
  const lines = bytes.toString('latin1', 0, end).split('\n')
  return Buffer.concat([Buffer.from(change(lines).join('\n'), 'latin1'), bytes.subarray(end)])
}

function headerLine(bytes: Buffer): Buffer {
  return inHeader(bytes, (lines) => {
    const at = below(lines.length)
    const line = lines[at] ?? ''
    const others = [
      '',
      line.repeat(2),
      line.slice(1),
      `${line}\r`,
      ` ${line}`,
      line.toLowerCase(),
      'A'.repeat(below(70_000)),
    ]
    return below(5) === 0
      ? lines.filter((_, index) => index !== at)
      : lines.with(at, others[below(others.length)] ?? '')
  })
}

function stanza(bytes: Buffer): Buffer {
  const body = 'A'.repeat(43)
  const kinds = [
    `-> X25519 ${body}\n${body}`,
    `-> scrypt ${'A'.repeat(22)} 10\n${body}`,
    '-> grease x\n',
    `-> ssh-rsa x\n${body}`,
  ]
  const added = kinds[below(kinds.length)] ?? ''
  return inHeader(bytes, (lines) => lines.toSpliced(below(2) === 0 ? 1 : lines.length, 0, added))
}

/** Work factors that are absurd, or no numbers; those between would only take their time. */
function factor(bytes: Buffer): Buffer {
  const factors = ['0', '010', '21', '22', '63', '9999', '10e3', '-1', '', '1', '2', '١٠']
  return inHeader(bytes, (lines) =>
    lines.map((line) => line.replace(/^(-> scrypt \S+) \S+$/, `$1 ${factors[below(factors.length)]}`)),
  )
}

function noise(bytes: Buffer): Buffer {
  if (below(6) > 0) return flip(bytes)
  return Buffer.from(Array.from({ length: below(600) }, () => below(256)))
}
