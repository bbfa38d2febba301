// Waits for what somebody else does: an email, a workflow, the check of a file.

/** Waits until `look` finds something, for at most 40 seconds. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const giveUpAt = performance.now() + 40_000
  while (performance.now() < giveUpAt) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`Waited in vain for ${what}`)
}
