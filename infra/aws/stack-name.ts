// The stack's name, and those of its functions; one stage lives in one account, so it is the same in all of them.
export const stackName = 'quality-mark'

/** In an account there is one stage, so the names need no more than this. */
export function functionName(name: string): string {
  return `${stackName}-${name}`
}
