// The settings are variables and nothing else.
import type { Grant } from './grant.ts'

export const settings: Grant = {
  variables: [
    'BASE_URL',
    'TEAM_ADDRESSES',
    'CONTACT_NAME',
    'CONTACT_ADDRESS',
    'CONTACT_TELEPHONE',
    'CONTACT_HANDLE',
    'CONTACT_HASHTAGS',
    'VALIDATE_INDIVIDUALS',
    'PANEL_SIZE',
  ],
  statements: [],
}
