// Electron: the preload's bridge, with what it refuses as the failure that it is.
import { CallFailure, unreachable } from '#renderer/lib/call-failure.ts'
import type { Transport } from '#renderer/lib/transport.ts'
import { failureInMessage } from '#shared/failure-message.ts'

export function bridgeTransport({ call, onEvent, files }: Transport): Transport {
  return {
    call,
    onEvent,
    files: {
      open: (name) => files.open(name).catch(refused),
      put: (token, offset, chunk) => files.put(token, offset, chunk).catch(refused),
      get: (token, offset) => files.get(token, offset).catch(refused),
    },
  }
}

function refused(error: unknown): never {
  const failure = error instanceof Error ? failureInMessage(error.message) : null
  throw failure ? new CallFailure(failure) : unreachable()
}
