// The operations done in a list that can be taken back, the latest at the end.

/** Once, as the latest. */
export function keepDone(done: number[], operationId: number): void {
  forgetDone(done, operationId)
  done.push(operationId)
}

export function forgetDone(done: number[], operationId: number): void {
  const at = done.indexOf(operationId)
  if (at >= 0) done.splice(at, 1)
}
