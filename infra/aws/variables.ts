// Where the value of each variable of a function comes from: the stage's file, or what the stack has made.
import type { Variable } from '../../functions/adapters/grant.ts'
import type { Configuration } from './configuration.ts'
import type { Places } from './places.ts'
import { functionName } from './stack-name.ts'

export function variables(configuration: Configuration, places: Places): Readonly<Record<Variable, string>> {
  return {
    TABLE_NAME: places.table.name,
    STATE_MACHINE_ARN_PREFIX: places.machineArnPrefix,
    MAIL_FROM: configuration.mailFrom,
    MAIL_CONFIGURATION_SET: places.mail.configurationSet.name,
    EVIDENCE_BUCKET: places.evidence.name,
    EVIDENCE_URL: places.evidence.url,
    BASE_URL: `https://${configuration.domain}`,
    TEAM_ADDRESSES: configuration.teamAddresses.join(','),
    CONTACT_NAME: configuration.contactName,
    CONTACT_ADDRESS: configuration.contactAddress,
    CONTACT_TELEPHONE: configuration.contactTelephone,
    CONTACT_HANDLE: configuration.contactHandle,
    CONTACT_HASHTAGS: configuration.contactHashtags.join(' '),
    VALIDATE_INDIVIDUALS: configuration.validateIndividuals ? 'yes' : 'no',
    PANEL_SIZE: String(configuration.panelSize),
    FETCH_PAGE_FUNCTION: functionName('fetch-page'),
  }
}
