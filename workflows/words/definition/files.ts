// The words of evidence files: where they are, what they are, and why one is refused.

export const files = {
  'field.fileName': 'What does the file show?',
  'field.fileName.hint':
    'A few words, such as “Our assembly in May”. This is what the file is called from now on.',
  'field.fileName.missing': 'Enter what the file shows',
  'file.awaiting': 'Has not arrived yet',
  'file.arrived': 'Being checked',
  'file.clean': 'Ready',
  'file.refused': 'Not accepted',
  'file.removed': 'Not taken away completely',
  'kind.jpg': 'Photo (JPG)',
  'kind.png': 'Picture (PNG)',
  'kind.pdf': 'PDF',
  'kind.docx': 'Word document',
  'refusal.infected':
    'Our check found something harmful in this file, so it was deleted. Have the device that it is from checked before you use the file again.',
  'refusal.not-scannable':
    'This file could not be checked for viruses, so it was deleted. If it has a password, save it without one and add it again.',
  'refusal.empty': 'This file is empty. Choose another one.',
  'refusal.too-large':
    'This file is larger than 20 MB. Make it smaller, or put it on a page of yours and give us the link.',
  'refusal.too-many-pixels':
    'This photo is too large for us to open. Save it in a smaller size and add it again.',
  'refusal.wrong-kind':
    'This is not a photo, a PDF or a Word document. Save it as JPG, PNG, PDF or DOCX and add it again. For a film, give us a link.',
  'refusal.heic':
    'This photo is in a format that many devices cannot open (HEIC). Save it as JPG and add it again. An iPhone takes photos as JPG when you choose “Most Compatible” under Settings, Camera, Formats.',
  'refusal.has-macros':
    'This document has something in it that can run, such as a macro, or a link to a template or to another file. We cannot take that. Print it to a new PDF, and add that one.',
  'refusal.damaged':
    'We could not open this file: it may be damaged, or not all of it arrived. Open it on your device, save it again and add it once more.',
} as const
