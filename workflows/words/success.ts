// The word above what went well.
import { catalogue } from './catalogue.ts'

export const success = catalogue('success', {
  title: 'Success',
})
