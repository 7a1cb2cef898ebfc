// Files under a passphrase, in the format of the `age` tool (https://age-encryption.org/v1), read and written in pieces. The
// passphrase is stretched by scrypt, which keeps the thread it runs in busy for seconds: never the writer's, never a reader's.
import { type FileHandle, open, rm, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type JobHandle, silentJob } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'

/** What `age` itself takes: 256 MB of memory and about a second for every guess. */
const usualWorkFactor = 18
/** What we are willing to spend on opening a file: 1 GB. `age` writes 18. */
const mostWorkFactor = 20

const pieceBytes = 1024 * 1024
/** A header for a passphrase has 150 bytes; what is much longer is for keys, or none. */
const mostHeaderBytes = 64 * 1024

/** Loaded by the first who needs it: its curves are reckoned while it loads, and most threads never meet such a file. */
const ageFormat = () => import('age-encryption')

export type AgeWork = { passphrase: string; job?: JobHandle; workFactor?: number }

/** Writes `target`, which must not exist, from `source`. Nothing is left there when it fails. */
export async function encryptFile(source: string, target: string, { passphrase, job, workFactor }: AgeWork) {
  const { Encrypter } = await ageFormat()
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor ?? usualWorkFactor)
  await throughFile(source, target, { phase: 'encrypting', job: job ?? silentJob }, (plain) => encrypter.encrypt(plain))
}

/**
 * Writes the plain file to `target`, which must not exist; nothing is left there when it fails. Throws
 * `copies/not-encrypted`, `copies/for-keys`, `copies/work-factor`, `copies/wrong-passphrase` or `copies/damaged`.
 */
export async function decryptFile(source: string, target: string, { passphrase, job = silentJob }: AgeWork) {
  const header = await passphraseHeader(source)
  job.progress('decrypting', 0, null)
  const fileKey = await fileKeyOf(header, passphrase)
  const { Decrypter } = await ageFormat()
  const decrypter = new Decrypter()
  decrypter.addIdentity({ unwrapFileKey: () => fileKey })
  await throughFile(source, target, { phase: 'decrypting', job }, (secret) => decrypter.decrypt(secret))
}

/** Whether the file begins as one that `age` wrote, for whomever. */
export async function isAgeFile(file: string): Promise<boolean> {
  return (await firstBytes(file, versionLine.length)) === versionLine
}

const versionLine = 'age-encryption.org/v1\n'
const headerForm =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]{0,3})\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/

/** The header of a file under a passphrase, as text; throws where it is none of ours to read. */
async function passphraseHeader(file: string): Promise<string> {
  const text = await firstBytes(file, mostHeaderBytes)
  const name = basename(file)
  if (!text.startsWith(versionLine)) throw new AppError('copies/not-encrypted', { name })
  const firstKind = /^-> (\S+)/.exec(text.slice(versionLine.length))?.[1]
  if (firstKind !== undefined && firstKind !== 'scrypt') throw new AppError('copies/for-keys', { name })
  const [header, factor] = headerForm.exec(text) ?? []
  if (header === undefined) throw new AppError('copies/damaged', { name })
  if (Number(factor) > mostWorkFactor)
    throw new AppError('copies/work-factor', { factor: Number(factor), most: mostWorkFactor })
  return header
}

async function firstBytes(file: string, length: number): Promise<string> {
  const handle = await openGiven(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead).toString('latin1')
  } finally {
    await handle.close()
  }
}

async function openGiven(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r')
  } catch {
    throw new AppError('files/gone', { name: basename(file) })
  }
}

/** A wrong passphrase and a damaged header look alike: both leave the key closed. */
async function fileKeyOf(header: string, passphrase: string): Promise<Uint8Array> {
  const { Decrypter } = await ageFormat()
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decryptHeader(Buffer.from(header, 'latin1'))
  } catch {
    throw new AppError('copies/wrong-passphrase')
  }
}

type Pieces = ReadableStream<Uint8Array>
type Passage = { phase: 'encrypting' | 'decrypting'; job: JobHandle }

async function throughFile(
  source: string,
  target: string,
  { phase, job }: Passage,
  pass: (pieces: Pieces) => Promise<Pieces>,
): Promise<void> {
  const { size } = await stat(source)
  const input = await openGiven(source)
  const output = await open(target, 'wx', 0o600).catch(async (error) => {
    await input.close()
    throw error
  })
  // What goes wrong while reading and writing is told as it is; what the format refuses is a damaged file.
  let failure: unknown = null
  const ownFailure = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work()
    } catch (error) {
      failure ??= error
      throw error
    }
  }
  const read = (at: number) =>
    ownFailure(async () => {
      job.progress(phase, at, size)
      job.stopIfCancelled()
      const { buffer, bytesRead } = await input.read(new Uint8Array(pieceBytes), 0, pieceBytes, at)
      return buffer.subarray(0, bytesRead)
    })
  try {
    const pieces = await pass(piecesOf(read))
    for await (const piece of pieces) await ownFailure(() => writeWhole(output, piece))
    await output.sync()
    await output.close()
  } catch (error) {
    await output.close().catch(() => {})
    await rm(target, { force: true })
    if (failure !== null) throw failure
    if (phase === 'decrypting' && !(error instanceof AppError))
      throw new AppError('copies/damaged', { name: basename(source) })
    throw error
  } finally {
    await input.close()
  }
}

function piecesOf(read: (at: number) => Promise<Uint8Array>): Pieces {
  let at = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await read(at)
      at += piece.byteLength
      if (piece.byteLength === 0) controller.close()
      else controller.enqueue(piece)
    },
  })
}

async function writeWhole(output: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.byteLength; ) at += (await output.write(piece, at)).bytesWritten
}
