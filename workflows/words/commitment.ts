// Words of the formal commitment itself: as it is shown, signed, and sent as a copy.
import { catalogue } from './catalogue.ts'

export const commitment = catalogue('commitment', {
  commits: '{organisation} commits to the three aims of the Cultural Cohesion Quality Mark:',
  pledge: 'Their pledge',
  decidedBy: 'Decided by',
  decidedOn: 'Decided on',
  signs: 'Signs',
  signsToo: 'Also stands behind it',
  signed: 'Signed on',
  named: '{name}, {role}',
  removed: 'Name removed',
})
