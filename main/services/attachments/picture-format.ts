// Tells a picture by its first bytes. A file's name says nothing about what is in it.

const signatures: readonly { mediaType: string; fits(head: Uint8Array): boolean }[] = [
  { mediaType: 'image/jpeg', fits: (head) => startsWith(head, [0xff, 0xd8, 0xff]) },
  { mediaType: 'image/png', fits: (head) => startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mediaType: 'image/gif', fits: (head) => textAt(head, 0, 6) === 'GIF87a' || textAt(head, 0, 6) === 'GIF89a' },
  { mediaType: 'image/webp', fits: (head) => textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 12) === 'WEBP' },
]

/** The media type of a picture that browsers show, or null. */
export function pictureType(bytes: Uint8Array): string | null {
  return signatures.find(({ fits }) => fits(bytes))?.mediaType ?? null
}

/** What the content is, as far as its first bytes tell. Text and the unknown are just bytes: nothing here is ever run. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const picture = pictureType(bytes)
  if (picture !== null) return picture
  return textAt(bytes, 0, 5) === '%PDF-' ? 'application/pdf' : 'application/octet-stream'
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
