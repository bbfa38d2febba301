// The state transitions that AWS bills of an execution: each state that is entered, and each retry of one.

export function transitionsOf(history: readonly { readonly type: string }[]): number {
  let transitions = 0
  let tried = false
  for (const { type } of history) {
    if (type.endsWith('StateEntered')) {
      transitions += 1
      tried = false
    } else if (type === 'TaskScheduled') {
      if (tried) transitions += 1
      tried = true
    }
  }
  return transitions
}
