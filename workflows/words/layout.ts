// Words around every page: the name of the mark, the way around, how to reach the team.
import { catalogue } from './catalogue.ts'

export const layout = catalogue('layout', {
  ideas: 'Ideas that worked',
  library: 'Library',
  privacy: 'Privacy',
  cookies: 'Cookies',
  accessibility: 'Accessibility',
  title: '{title} – Cultural Cohesion Quality Mark',
  refused: 'Error: {title} – Cultural Cohesion Quality Mark',
  mark: 'Cultural Cohesion Quality Mark',
  skip: 'Skip to main content',
  ledBy: 'The Cultural Cohesion Quality Mark is led by Leeds City Council.',
  help: 'Need help? Email {address} or telephone {telephone}.',
  journeys: 'Your journeys',
  signIn: 'Sign in',
  team: 'Team',
  signOut: 'Sign out',
  account: 'Your account',
})
