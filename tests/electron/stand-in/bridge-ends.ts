// Both ends of the context bridge, run inside the page (as text): one in the page's own world, one in the preload's.

export type BridgeEnds = {
  listenInPage(): void
  expose(key: string, api: unknown): void
}

/** Self-contained: its text is put into the page. `eventName` is what the two worlds know each other by. */
export function bridgeEnds(eventName: string): BridgeEnds {
  type Message = { to: 'page' | 'preload'; verb: string; id: number; value?: unknown; key?: string }
  type AnyFunction = (...args: unknown[]) => unknown

  // Taken before any script of the page could replace them.
  const dispatch = document.dispatchEvent.bind(document)
  const functions = new Map<number, AnyFunction>()
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let last = 0
  let here: 'page' | 'preload' = 'page'
  let answer: Message | undefined

  const there = () => (here === 'page' ? 'preload' : 'page')
  const isPlain = (value: object) => [Object.prototype, null].includes(Object.getPrototypeOf(value))

  /** Functions and promises become numbers; the browser clones the rest, since the worlds differ. */
  function pack(value: unknown): unknown {
    if (typeof value === 'function') return { $function: keep(functions, value as AnyFunction) }
    if (value instanceof Promise) return { $promise: follow(value) }
    if (Array.isArray(value)) return value.map(pack)
    if (typeof value !== 'object' || value === null || !isPlain(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pack(each)]))
  }

  function unpack(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(unpack)
    if (typeof value !== 'object' || value === null || !isPlain(value)) return value
    const { $function: proxied, $promise: promised } = value as { $function?: number; $promise?: number }
    if (proxied !== undefined) return (...args: unknown[]) => call(proxied, args)
    if (promised !== undefined) return awaited(promised)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpack(each)]))
  }

  function keep<Value>(kept: Map<number, Value>, value: Value): number {
    last += 1
    kept.set(last, value)
    return last
  }

  function follow(promise: Promise<unknown>): number {
    last += 1
    const id = last
    promise.then(
      (value) => tell({ verb: 'resolve', id, value: pack(value) }),
      (error: unknown) => tell({ verb: 'reject', id, value: messageOf(error) }),
    )
    return id
  }

  function awaited(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => promises.set(id, { resolve, reject }))
  }

  function tell(message: Omit<Message, 'to'>): void {
    dispatch(new CustomEvent(eventName, { detail: { to: there(), ...message } }))
  }

  /** Synchronous, like the bridge itself: the other world answers while the event is dispatched. */
  function call(id: number, args: unknown[]): unknown {
    answer = undefined
    tell({ verb: 'call', id, value: pack(args) })
    const { verb, value } = (answer as Message | undefined) ?? { verb: 'throw', value: 'the other world is gone' }
    if (verb === 'throw') throw new Error(String(value))
    return unpack(value)
  }

  function hear({ verb, id, value, key }: Message): void {
    if (verb === 'expose') Object.defineProperty(window, key ?? '', { value: freeze(unpack(value)), enumerable: true })
    if (verb === 'call') run(id, unpack(value) as unknown[])
    if (verb === 'return' || verb === 'throw') answer = { to: here, verb, id, value }
    if (verb === 'resolve') promises.get(id)?.resolve(unpack(value))
    if (verb === 'reject') promises.get(id)?.reject(new Error(String(value)))
  }

  function run(id: number, args: unknown[]): void {
    try {
      tell({ verb: 'return', id, value: pack(functions.get(id)?.(...args)) })
    } catch (error) {
      tell({ verb: 'throw', id, value: messageOf(error) })
    }
  }

  function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error)
  }

  function freeze(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    for (const each of Object.values(value)) freeze(each)
    return Object.freeze(value)
  }

  function listen(world: 'page' | 'preload'): void {
    here = world
    document.addEventListener(eventName, (event) => {
      // A copy made for this world: what the other side keeps cannot be reached through it.
      const message = (event as CustomEvent<Message>).detail
      if (message.to === here) hear(message)
    })
  }

  return {
    listenInPage: () => listen('page'),
    expose(key, api) {
      if (here === 'page') listen('preload')
      tell({ verb: 'expose', id: 0, key, value: pack(api) })
    },
  }
}
