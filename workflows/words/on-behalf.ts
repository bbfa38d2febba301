// What somebody of the team is told on the pages of an organisation.
import { catalogue } from './catalogue.ts'

export const onBehalf = catalogue('on-behalf', {
  note: '{whom} It is recorded that the team did it. {back}',
  noteWhom: 'You are filling this in for {organisationName}.',
  noteBack: 'Back to the team’s page of this journey',
})
