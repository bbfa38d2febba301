// A journey that answers what must be answered, on a phone.
import { walk } from './walk.ts'

walk({ width: 320, full: false, pages: 'required.txt' })
