// Beside the questions to register with: why each is asked, without examples, since they are answered in a few words.
import { reasonToRegister } from '../../workflows/words/definition/reasons-to-register.ts'
import type { Guide } from './form.ts'

export const reasonsAlone: Guide = { why: reasonToRegister, beside: () => undefined }
