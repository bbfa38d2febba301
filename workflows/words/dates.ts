// How a moment is written.
import { catalogue } from './catalogue.ts'

export const dates = catalogue('dates', { moment: '{date} at {time}' })
