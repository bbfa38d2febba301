// The clock of the machine. What passes by itself is read elsewhere, since a laptop's clock can be moved.
import { performance } from 'node:perf_hooks'
import type { Clock } from '../app/ports.ts'

export const systemClock: Clock = {
  now: () => new Date(),
  unmovedMs: () => Math.round(performance.timeOrigin + performance.now()),
}
