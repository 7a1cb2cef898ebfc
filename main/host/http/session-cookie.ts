// Who may talk to the loopback server: whoever opened the printed address once, and then carries its cookie.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Session = {
  /** The one-time token of the printed address. */
  token: string
  /** Takes the token, once; gives the cookie to set. */
  redeem(token: string): string | null
  isKnown(request: IncomingMessage): boolean
}

/** Two programs on one machine share cookies over all ports, so the cookie's name carries the port. */
export function openSession(port: () => number): Session {
  const token = secret()
  const cookie = secret()
  let isRedeemed = false
  const name = () => `quayside-${port()}`
  return {
    token,
    redeem(given) {
      if (isRedeemed || !isSame(given, token)) return null
      isRedeemed = true
      return `${name()}=${cookie}; HttpOnly; SameSite=Strict; Path=/`
    },
    isKnown(request) {
      const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
      const mine = pairs.find(([key]) => key === name())?.[1]
      return mine !== undefined && isSame(mine, cookie)
    },
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
