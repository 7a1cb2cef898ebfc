// Loaded before the program, in every thread: notes every try to reach anything over a network, and lets none through.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const file = process.env.QUAYSIDE_TEST_NETWORK_NOTES
const note = (what) => {
  appendFileSync(file, `${what}\n`)
  throw new Error(`no network: ${what}`)
}

appendFileSync(file, 'guarded\n')
net.Socket.prototype.connect = (...args) => note(`connect ${JSON.stringify(args[0])}`)
for (const name of ['bind', 'connect', 'send']) dgram.Socket.prototype[name] = () => note(`udp ${name}`)
const { lookup } = dns
for (const name of Object.keys(dns).filter((key) => /^(lookup|resolve|reverse)/.test(key)))
  dns[name] = () => note(`dns ${name}`)
// Node asks for the loopback's own address, too, before it listens there.
dns.lookup = (name, ...rest) => (name === '127.0.0.1' ? lookup(name, ...rest) : note(`dns lookup ${name}`))
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  // The one door there is: the loopback address, for the user's own browser.
  if (args[1] !== '127.0.0.1') note(`listen ${JSON.stringify(args.slice(0, 2))}`)
  appendFileSync(file, 'listens on the loopback\n')
  return Reflect.apply(listen, this, args)
}
globalThis.fetch = (address) => note(`fetch ${address}`)
globalThis.WebSocket = class {
  constructor(address) {
    note(`websocket ${address}`)
  }
}
syncBuiltinESMExports()
