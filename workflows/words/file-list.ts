// Words of the list of files in an entry.
import { catalogue } from './catalogue.ts'

export const fileList = catalogue('file-list', {
  removed: 'taken away',
  missing: 'A file has not arrived: send it, or take it away.',
  wait: 'Look again in a minute, or take away what you do not need.',
  whenReady: 'You can hand the step in when every file is ready. {waitsFor}',
  send: 'Send the file',
  remove: 'Take away',
  file: 'File',
  kilobytes: '{number} KB',
  megabytes: '{number} MB',
})
