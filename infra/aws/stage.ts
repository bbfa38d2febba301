// Which stage is meant, by the variable STAGE, and its file.
import { type Configuration, ConfigurationError, readConfiguration } from './configuration.ts'

export interface Stage {
  readonly name: string
  readonly configuration: Configuration
}

/** Throws a ConfigurationError that says what to do. */
export function readStage(name: string | undefined): Stage {
  if (name === undefined || !/^[a-z0-9-]{1,30}$/.test(name)) {
    throw new ConfigurationError('STAGE must name a file of infra/aws/stages, such as STAGE=example')
  }
  return { name, configuration: readConfiguration(`infra/aws/stages/${name}.json`) }
}

/** Ends the process with the message alone: a stack trace would hide it. */
export async function orSay(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
