// The two scripts put into a page before its own: the bridge in the page's world, and in an isolated world the preload
// with what a sandboxed preload may require. The worlds share nothing but the document: what crosses is cloned, and
// functions become proxies, as contextBridge has it.
// https://www.electronjs.org/docs/latest/api/context-bridge · https://www.electronjs.org/docs/latest/tutorial/sandbox
import { randomBytes } from 'node:crypto'
import { bridgeEnds } from './bridge-ends.ts'
import { preloadRequire } from './preload-require.ts'
import { makeWire } from './wire.ts'

export const preloadWorld = 'electron-preload'
export const sendBinding = '__standInSend'
export const receiveFunction = '__standInReceive'

export type WorldScripts = { page: string; preload: string }

/** The event's name is a secret between the two scripts, so that no page can speak in the bridge's place. */
export function worldScripts(preloadSource: string): WorldScripts {
  const secret = JSON.stringify(`bridge-${randomBytes(8).toString('hex')}`)
  const onlyTop = 'if (window !== window.top) return'
  return {
    page: `(() => { ${onlyTop}; (${bridgeEnds})(${secret}).listenInPage() })()`,
    preload: `(() => { ${onlyTop}
      const bridge = (${bridgeEnds})(${secret})
      const require = (${preloadRequire})({ bridge, wire: (${makeWire})(),
        send: globalThis.${sendBinding}, receiveFunction: ${JSON.stringify(receiveFunction)} })
      const module = { exports: {} }
      ;(function (require, module, exports) { ${preloadSource}
      })(require, module, module.exports)
    })()`,
  }
}
