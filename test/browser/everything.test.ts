// A journey that answers every question, at a desk; and every page that is not on its way.
import { walk } from './walk.ts'

walk({ width: 1280, full: true, pages: 'everything.txt' })
