// Words around every email.
import { catalogue } from './catalogue.ts'

export const email = catalogue('email', {
  hello: 'Hello,',
  helloName: 'Hello {name},',
  team: 'The Cultural Cohesion Quality Mark team',
  mark: 'Cultural Cohesion Quality Mark',
})
