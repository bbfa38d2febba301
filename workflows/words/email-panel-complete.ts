// Words of the email to the chair when everybody has given a view.
import { catalogue } from './catalogue.ts'

export const emailPanelComplete = catalogue('email-panel-complete', {
  subject: 'The panel has judged: it is your turn to decide',
  complete:
    'Everybody on the panel has given their view of {organisationName}. As chair you can now read them all and decide.',
  press: 'Go to the decision',
})
