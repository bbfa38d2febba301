// The language of the words, and the direction in which it is read.
import { catalogue } from './catalogue.ts'

export const language = catalogue('language', { code: 'en', direction: 'ltr' })
