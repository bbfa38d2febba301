// The settings are variables and nothing else.
import type { Grant } from './grant.ts'

export const settings: Grant = {
  variables: [
    'BASE_URL',
    'TEAM_ADDRESSES',
    'CONTACT_ADDRESS',
    'CONTACT_TELEPHONE',
    'CONTACT_HANDLE',
    'CONTACT_HASHTAGS',
    'PANEL_SIZE',
  ],
  statements: [],
}
