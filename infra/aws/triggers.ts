// What follows from how a function is called: which of them AWS calls without waiting, how much memory they get.
import type { Ports } from '../../functions/app/ports.ts'
import type { Trigger } from '../../functions/inventory.ts'

export type Inventory = Readonly<
  Record<string, { readonly on: Trigger; readonly needs: readonly (keyof Ports)[] }>
>

type Kind = Trigger extends infer Each ? (Each extends unknown ? keyof Each : never) : never

export function namesOn(inventory: Inventory, kind: Kind): string[] {
  return Object.keys(inventory).filter((name) => kind in inventory[name]!.on)
}

/** Nobody waits for an answer, so what fails has to go somewhere. */
export function calledAsynchronously(on: Trigger): boolean {
  return 'schedule' in on || 'mailEvents' in on || handlesFiles(on) || 'executionEvents' in on
}

export function handlesFiles(on: Trigger): boolean {
  return 'evidenceEvents' in on
}

/** A share of a processor comes with it: more where somebody waits or what a stranger sent is read, most where images are decoded. */
export function memoryMb(on: Trigger): number {
  if (handlesFiles(on)) return 1536
  return 'http' in on || 'invoked' in on ? 512 : 256
}

/** A function ends within 15 s, which the sweep relies on; but a photo of 48 megapixels alone takes half of that to draw anew. */
export function timeoutSeconds(on: Trigger): number {
  return handlesFiles(on) ? 60 : 15
}
