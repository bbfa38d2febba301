// npm start: the whole system on this machine.
import { readPort } from './read-port.ts'
import { Refusal } from './refusal.ts'
import { type System, startSystem } from './system.ts'

/** Only here: vite sets a BASE_URL of its own in the environment of every test. */
function addressesGiven(): Record<string, string> {
  const { BASE_URL, EVIDENCE_URL } = process.env
  return { ...(BASE_URL && { BASE_URL }), ...(EVIDENCE_URL && { EVIDENCE_URL }) }
}

function stopOnSignals(system: System): void {
  let stopping = false
  for (const [signal, code] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const]) {
    process.on(signal, () => {
      if (stopping) process.exit(code) // asked twice: do not wait for what is still running
      stopping = true
      system.stop().then(() => process.exit(0), fail)
    })
  }
}

function fail(error: unknown): never {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
}

try {
  const system = await startSystem({
    port: readPort(process.env.PORT || '3000'),
    dataDir: process.env.DATA_DIR || '.local',
    environment: addressesGiven(),
  })
  stopOnSignals(system)
  process.stdout.write(
    `The application  ${system.webUrl}\n` +
      `The console      ${system.consoleUrl} (mailbox, executions, evidence files, clock)\n` +
      `AWS services     ${system.awsUrl}\n` +
      `Ready in ${Math.round(performance.now())} ms\n`,
  )
} catch (error) {
  fail(error)
}
