// One XML part of a workbook, unpacked and told as events; the caller is given a turn after each piece.
import type { ByteSource } from '../byte-source.ts'
import { textDecoding } from '../text-decoder.ts'
import { scanXml, type XmlEvents, XmlTooLong } from './scan-xml.ts'
import { type UnpackOptions, unpackEntry } from './unpack-entry.ts'
import { damaged, type ZipEntry } from './zip-directory.ts'

/** Tells the whole part to `events`; yields after each piece, so that rows can be handed on as they come. */
export function* tellPart(
  bytes: ByteSource,
  entry: ZipEntry,
  options: UnpackOptions & { events: XmlEvents },
): Generator<void> {
  const scanner = scanXml(options.events)
  for (const text of partText(bytes, entry, options)) {
    try {
      scanner.write(text)
    } catch (error) {
      if (error instanceof XmlTooLong) throw damaged(bytes)
      throw error
    }
    yield
  }
}

/** The part as text, piece by piece. UTF-16 parts are allowed by the standard and do occur. */
export function* partText(bytes: ByteSource, entry: ZipEntry, options: UnpackOptions): Generator<string> {
  let decoding: ReturnType<typeof textDecoding> | null = null
  for (const piece of unpackEntry(bytes, entry, options)) {
    decoding ??= textDecoding(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8')
    yield decoding.write(piece)
  }
  yield decoding?.end() ?? ''
}

/** Tells a small part at once. */
export function tellWholePart(
  bytes: ByteSource,
  entry: ZipEntry,
  options: UnpackOptions & { events: XmlEvents },
): void {
  for (const _ of tellPart(bytes, entry, options));
}
