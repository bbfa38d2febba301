// The stand-in for GuardDuty: looks for the EICAR test string and for nothing else.
import type { Verdict } from './store.ts'

// In two pieces, or a virus scanner would take this file away.
const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
)

export async function scan(content: AsyncIterable<Buffer>): Promise<Verdict> {
  let end = Buffer.alloc(0)
  for await (const chunk of content) {
    const seen = Buffer.concat([end, chunk])
    if (seen.includes(eicar)) return 'THREATS_FOUND'
    // The string may lie across two chunks.
    end = seen.subarray(Math.max(0, seen.length - eicar.length + 1))
  }
  return 'NO_THREATS_FOUND'
}
