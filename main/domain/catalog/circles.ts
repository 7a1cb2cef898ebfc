// Circles in a graph of things that hold other things.

/**
 * The groups whose members all hold each other at some depth (strongly connected components with a circle), each in ascending
 * order. Tarjan's algorithm with a stack of its own, since a chain may be longer than the program's.
 */
export function circlesOf(edges: readonly (readonly [number, number])[]): number[][] {
  const held = new Map<number, number[]>()
  const loops = new Set<number>()
  for (const [from, to] of edges) {
    if (from === to) loops.add(from)
    const list = held.get(from)
    if (list) list.push(to)
    else held.set(from, [to])
  }
  const walk: Walk = { held, order: new Map(), low: new Map(), stack: [], onStack: new Set(), groups: [] }
  for (const start of held.keys()) if (!walk.order.has(start)) visit(walk, start)
  return walk.groups
    .filter((group) => group.length > 1 || loops.has(group[0] ?? 0))
    .map((group) => group.sort((one, other) => one - other))
    .sort(([one = 0], [other = 0]) => one - other)
}

type Walk = {
  held: ReadonlyMap<number, number[]>
  /** When a node was met, and the earliest that can be reached from it. */
  order: Map<number, number>
  low: Map<number, number>
  stack: number[]
  onStack: Set<number>
  groups: number[][]
}

function visit(walk: Walk, start: number): void {
  const { held, order, low, onStack } = walk
  const path: { node: number; next: number }[] = [meet(walk, start)]
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const { node } = top
    const target = held.get(node)?.[top.next]
    top.next += 1
    if (target === undefined) {
      path.pop()
      const above = path.at(-1)
      if (above) lower(low, above.node, low.get(node) ?? 0)
      if (low.get(node) === order.get(node)) close(walk, node)
    } else if (!order.has(target)) path.push(meet(walk, target))
    else if (onStack.has(target)) lower(low, node, order.get(target) ?? 0)
  }
}

function meet({ order, low, stack, onStack }: Walk, node: number): { node: number; next: number } {
  low.set(node, order.size)
  order.set(node, order.size)
  stack.push(node)
  onStack.add(node)
  return { node, next: 0 }
}

function lower(low: Map<number, number>, node: number, value: number): void {
  low.set(node, Math.min(low.get(node) ?? value, value))
}

function close({ stack, onStack, groups }: Walk, node: number): void {
  const group = stack.splice(stack.lastIndexOf(node))
  for (const member of group) onStack.delete(member)
  groups.push(group)
}
